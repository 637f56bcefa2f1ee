import PDFDocument from 'pdfkit';
import { FONTS } from './fonts.ts';
import { PAGE, RULE, SHADE, type TextStyle } from './page.ts';

/** What a document says of itself, where viewers show it. */
export interface DocumentInfo {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** YYYY-MM-DD; the moment of making would give other bytes every time. */
  readonly date: string;
}

/** A piece of text on the page; one line unless it may wrap. */
export interface Placed {
  readonly text: string;
  readonly style: TextStyle;
  readonly x: number;
  readonly width: number;
  readonly align?: 'left' | 'right';
}

/** The kinds of elements that documents are made of, for those who let them be read aloud. */
type Tag = 'H1' | 'H2' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Sect';

/**
 * Sets text on pages from top to bottom, each piece of it within the element that tells what it is. It knows nothing of
 * invoices.
 */
export class Typesetter {
  readonly #document: PDFKit.PDFDocument;
  /** The elements that are open, the whole document first. */
  readonly #open: PDFKit.PDFStructureElement[];
  #top: number = PAGE.top;

  constructor({ title, author, subject, date }: DocumentInfo) {
    const moment = new Date(`${date}T12:00:00Z`);
    this.#document = new PDFDocument({
      size: [PAGE.width, PAGE.height],
      margins: { left: 0, right: 0, top: PAGE.top, bottom: PAGE.height - PAGE.bottom },
      pdfVersion: '1.7',
      tagged: true,
      lang: 'da-DK',
      displayTitle: true,
      bufferPages: true,
      // Else Helvetica is loaded for every document, and not used.
      font: '',
      info: { Title: title, Author: author, Subject: subject, CreationDate: moment, ModDate: moment },
    });
    for (const [name, font] of Object.entries(FONTS)) this.#document.registerFont(name, font);
    const root = this.#document.struct('Document');
    this.#document.addStructure(root);
    this.#open = [root];
  }

  /** Where the next text goes, from the top of the page. */
  get top(): number {
    return this.#top;
  }

  moveTo(top: number): void {
    this.#top = top;
  }

  down(points: number): void {
    this.#top += points;
  }

  /** Begins a page where so much would not fit on this one; says whether it did. */
  needs(height: number): boolean {
    if (this.#top + height <= PAGE.bottom) return false;
    this.#document.addPage();
    this.#top = PAGE.top;
    return true;
  }

  /** Puts what `content` sets within an element. */
  within(tag: Tag, content: () => void, options: { readonly scope?: 'Row' | 'Column' } = {}): void {
    const element = this.#document.struct(tag, options);
    this.#open.at(-1)?.add(element);
    this.#open.push(element);
    content();
    this.#open.pop();
    element.end();
  }

  widthOf(text: string, style: TextStyle): number {
    return this.#styled(style).widthOfString(text);
  }

  /** How tall a text is when it wraps, up to the most lines that a cell shows. */
  heightOf({ text, style, width }: Pick<Placed, 'text' | 'style' | 'width'>): number {
    const document = this.#styled(style);
    const line = document.currentLineHeight(true);
    const shown = shortened(text);
    if (document.widthOfString(shown) <= width) return line;
    return Math.min(document.heightOfString(shown, { width }), MOST_LINES * line);
  }

  /** Text at the current height, which does not move; what `heightOf` has no room for is cut off with dots. */
  place({ text, style, x, width, align = 'left' }: Placed): void {
    const height = this.heightOf({ text, style, width });
    this.#content(() => {
      const document = this.#styled(style);
      const shown = shortened(text);
      const natural = document.widthOfString(shown);
      if (natural > width) document.text(shown, x, this.#top, { width, align, height, ellipsis: '…' });
      else document.text(shown, align === 'right' ? x + width - natural : x, this.#top, { lineBreak: false });
    });
  }

  /** Text over as many lines and pages as it takes; what comes next goes below it. */
  flow({ text, style, x, width }: Placed): void {
    this.#content(() => this.#styled(style).text(text, x, this.#top, { width }));
    this.#top = this.#document.y;
  }

  /** A thin line across, for the eye alone. */
  rule(x: number = PAGE.left, width: number = PAGE.right - PAGE.left): void {
    this.#artifact(() =>
      this.#document
        .lineWidth(0.6)
        .strokeColor(RULE)
        .moveTo(x, this.#top)
        .lineTo(x + width, this.#top)
        .stroke(),
    );
  }

  /** A shaded field from here down, for the eye alone. */
  shade(height: number, x: number = PAGE.left, width: number = PAGE.right - PAGE.left): void {
    this.#artifact(() => this.#document.rect(x, this.#top, width, height).fill(SHADE));
  }

  /** A line that only repeats what was said, such as a table's header on its next page. */
  repeated(lines: readonly Placed[]): void {
    this.#artifact(() => {
      for (const { text, style, x, width, align } of lines) {
        const document = this.#styled(style);
        const indent = align === 'right' ? width - document.widthOfString(text) : 0;
        document.text(text, x + indent, this.#top, { lineBreak: false });
      }
    });
  }

  /** Ends the document, with a foot on every page that `foot` is told the number of. */
  async finish(foot: (page: number, pages: number) => readonly Placed[], footTop: number): Promise<Buffer> {
    const { count } = this.#document.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.#document.switchToPage(page);
      this.#top = footTop;
      this.repeated(foot(page + 1, count));
    }
    for (const element of this.#open.toReversed()) element.end();
    this.#document.end();
    const pieces: Uint8Array[] = [];
    for await (const piece of this.#document) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  #styled({ font, size, color }: TextStyle): PDFKit.PDFDocument {
    return this.#document.font(font).fontSize(size).fillColor(color);
  }

  /** Adds what `draw` draws to the element that is open. */
  #content(draw: () => void): void {
    this.#open.at(-1)?.add(draw);
  }

  /** Draws what says nothing that is not said elsewhere, and is not read aloud. */
  #artifact(draw: () => void): void {
    this.#document.markContent('Artifact', { type: 'Layout' });
    draw();
    this.#document.endMarkedContent();
  }
}

/** So much of one cell; longer texts have no place in a table, and take long to break into lines. */
const MOST_LINES = 6;
const MOST_CHARACTERS = 400;

function shortened(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}
