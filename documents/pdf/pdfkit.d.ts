import type { Font } from 'fontkit';

/** What pdfkit 0.20 can and its published types do not say. */
declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      registerFont(name: string, src: Font): this;
    }
    interface StructureElementOptions {
      /** What a table's header cell is the header of. */
      scope?: 'Row' | 'Column';
    }
  }
}
