import type { Totals } from '../../src/invoicing/totals.ts';
import { amount } from './amount.ts';
import type { XmlElement } from './xml-document.ts';

/** VAT of one category: of a whole invoice, or of a line where the document wants that. */
export function taxTotal({ net, vat }: Pick<Totals, 'net' | 'vat'>, vatCategory: XmlElement): XmlElement {
  return {
    'cbc:TaxAmount': amount(vat),
    'cac:TaxSubtotal': {
      'cbc:TaxableAmount': amount(net),
      'cbc:TaxAmount': amount(vat),
      'cac:TaxCategory': vatCategory,
    },
  };
}
