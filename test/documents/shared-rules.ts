import { hasGlnCheckDigit } from '../../src/invoicing/gln.ts';
import { type Ore, sumOre } from '../../src/money/ore.ts';
import { at, type Element, everyElement, oreAt, textAt } from './element.ts';
import { misplacedElements } from './ubl-order.ts';

/** A rule that a document must keep, by its id in the official rules. */
export type Rules = Readonly<Record<string, (document: Element) => boolean>>;

export function brokenRules(rules: Rules, document: Element): string[] {
  return Object.entries(rules).flatMap(([id, holds]) => (holds(document) ? [] : [id]));
}

export function linesOf(document: Element): Element[] {
  return [...at(document, 'cac:InvoiceLine'), ...at(document, 'cac:CreditNoteLine')];
}

function quantityOf(line: Element): string | undefined {
  return textAt(line, 'cbc:InvoicedQuantity') ?? textAt(line, 'cbc:CreditedQuantity');
}

export const SUPPLIER = ['cac:AccountingSupplierParty', 'cac:Party'] as const;
export const CUSTOMER = ['cac:AccountingCustomerParty', 'cac:Party'] as const;
export const TOTALS = 'cac:LegalMonetaryTotal';

function isDay(text: string | undefined): boolean {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);
}

export function sumOfLines(document: Element): Ore {
  return sumOre(linesOf(document).map((line) => oreAt(line, 'cbc:LineExtensionAmount')));
}

/** VAT of 25 % to the øre, half away from zero: a quarter of the øre, doubled, one added, halved. */
export function quarterOf(net: Ore): bigint {
  const size = net < 0n ? -net : net;
  const vat = (size + 2n) / 4n;
  return net < 0n ? -vat : vat;
}

/** What both forms share: the schema, and what UBL documents say alike. */
export const SHARED_RULES: Rules = {
  'UBL schema order': (document) => misplacedElements(document).length === 0,
  'no empty element (R008)': (document) =>
    everyElement(document).every(({ children, text }) => children.length > 0 || text.trim() !== ''),
  'one currency (R051)': (document) =>
    everyElement(document).every(({ name, attributes }) =>
      name.endsWith('Amount') ? attributes.get('currencyID') === 'DKK' : !attributes.has('currencyID'),
    ),
  'two decimals (BR-DEC, F-LIB014)': (document) =>
    everyElement(document)
      .filter(({ name }) => name.endsWith('Amount'))
      .every(({ text }) => /^-?(0|[1-9]\d*)\.\d{2}$/.test(text) && text !== '-0.00'),
  'every date a day (F001)': (document) =>
    everyElement(document)
      .filter(({ name }) => name.endsWith('Date'))
      .every(({ text }) => isDay(text)),
  'no currency for VAT alone (R005, F-CRN013)': (document) =>
    textAt(document, 'cbc:TaxCurrencyCode') === undefined,
  'no allowances and charges, whose sums and VAT would be missing (BR-CO-11, BR-CO-12, F-INV122, F-INV123)': (
    document,
  ) =>
    everyElement(document).every(
      ({ name }) =>
        !['cac:AllowanceCharge', 'cbc:AllowanceTotalAmount', 'cbc:ChargeTotalAmount'].includes(name),
    ),
  'number (BR-02, F-INV009)': (document) => (textAt(document, 'cbc:ID') ?? '') !== '',
  'issue date (BR-03, F001)': (document) => isDay(textAt(document, 'cbc:IssueDate')),
  'currency (BR-05, F-INV007)': (document) => textAt(document, 'cbc:DocumentCurrencyCode') === 'DKK',
  'period in order (BR-29, F-LIB080)': (document) => {
    const from = textAt(document, 'cac:InvoicePeriod', 'cbc:StartDate') ?? '';
    const to = textAt(document, 'cac:InvoicePeriod', 'cbc:EndDate') ?? '';
    return isDay(from) && isDay(to) && from <= to;
  },
  'no period of lines outside it (R110, R111)': (document) =>
    linesOf(document).every((line) => at(line, 'cac:InvoicePeriod').length === 0),
  'at least one line (BR-16)': (document) => linesOf(document).length > 0,
  'lines numbered (BR-21, W-INV237)': (document) =>
    linesOf(document).every((line, place) => textAt(line, 'cbc:ID') === String(place + 1)),
  'line quantities (BR-22, F-INV147)': (document) =>
    linesOf(document).every((line) => ['1', '-1'].includes(quantityOf(line) ?? '')),
  'line units (BR-23, BR-CL-23, F-LIB318)': (document) =>
    linesOf(document).every((line) =>
      [...at(line, 'cbc:InvoicedQuantity'), ...at(line, 'cbc:CreditedQuantity')].every(
        ({ attributes }) => attributes.get('unitCode') === 'EA',
      ),
    ),
  'line names (BR-25, F-INV163)': (document) =>
    linesOf(document).every((line) => (textAt(line, 'cac:Item', 'cbc:Name') ?? '') !== ''),
  'prices not negative (BR-26, BR-27)': (document) =>
    linesOf(document).every((line) => oreAt(line, 'cac:Price', 'cbc:PriceAmount') >= 0n),
  'line amounts (R120, F-INV348)': (document) =>
    linesOf(document).every(
      (line) =>
        oreAt(line, 'cbc:LineExtensionAmount') ===
        oreAt(line, 'cac:Price', 'cbc:PriceAmount') * BigInt(quantityOf(line) ?? '0'),
    ),
  'sum of lines (BR-CO-10, F-INV126)': (document) =>
    oreAt(document, TOTALS, 'cbc:LineExtensionAmount') === sumOfLines(document),
  'VAT once (R053, BR-CO-18, F-LIB306)': (document) =>
    at(document, 'cac:TaxTotal').length === 1 && at(document, 'cac:TaxTotal', 'cac:TaxSubtotal').length === 1,
  'taxable amount (BR-S-08, F-LIB402)': (document) =>
    oreAt(document, 'cac:TaxTotal', 'cac:TaxSubtotal', 'cbc:TaxableAmount') === sumOfLines(document),
  'VAT of the subtotal (BR-CO-17, BR-S-09, F-LIB401)': (document) =>
    oreAt(document, 'cac:TaxTotal', 'cac:TaxSubtotal', 'cbc:TaxAmount') === quarterOf(sumOfLines(document)),
  'VAT in total (BR-CO-14, F-LIB385)': (document) =>
    oreAt(document, 'cac:TaxTotal', 'cbc:TaxAmount') ===
    oreAt(document, 'cac:TaxTotal', 'cac:TaxSubtotal', 'cbc:TaxAmount'),
  'with VAT (BR-CO-15, F-INV128)': (document) =>
    oreAt(document, TOTALS, 'cbc:TaxInclusiveAmount') ===
    oreAt(document, TOTALS, 'cbc:LineExtensionAmount') + oreAt(document, 'cac:TaxTotal', 'cbc:TaxAmount'),
  'payable (BR-CO-16, F-INV133)': (document) =>
    oreAt(document, TOTALS, 'cbc:PayableAmount') === oreAt(document, TOTALS, 'cbc:TaxInclusiveAmount'),
  'nothing negative to pay (DK-R-016, F-LIB016, F-LIB375)': (document) =>
    ['cbc:PayableAmount', 'cbc:TaxInclusiveAmount'].every((total) => oreAt(document, TOTALS, total) >= 0n),
  'nothing paid or rounded off (BR-CO-16, F-INV338)': (document) =>
    at(document, TOTALS, 'cbc:PrepaidAmount').length === 0 &&
    at(document, TOTALS, 'cbc:PayableRoundingAmount').length === 0,
  'one way to pay, of invoices alone (UBL-SR-44, UBL-SR-47)': (document) =>
    at(document, 'cac:PaymentMeans').length === (document.name === 'Invoice' ? 1 : 0),
  'credit note without due date': (document) =>
    document.name === 'Invoice' || textAt(document, 'cbc:DueDate') === undefined,
  'reference to the invoice (BR-55, F-INV024, F-CRN022)': (document) =>
    at(document, 'cac:BillingReference').every(
      (reference) =>
        at(reference, 'cac:InvoiceDocumentReference').length === 1 &&
        (textAt(reference, 'cac:InvoiceDocumentReference', 'cbc:ID') ?? '') !== '',
    ),
  'GLN of the buyer (COMMON-R040, F-LIB181)': (document) => {
    const gln = textAt(document, ...CUSTOMER, 'cbc:EndpointID') ?? '';
    return /^\d{13}$/.test(gln) && hasGlnCheckDigit(gln);
  },
  'countries (BR-09, BR-11)': (document) =>
    [SUPPLIER, CUSTOMER].every(
      (party) =>
        textAt(document, ...party, 'cac:PostalAddress', 'cac:Country', 'cbc:IdentificationCode') === 'DK',
    ),
  'names (BR-06, BR-07)': (document) =>
    [SUPPLIER, CUSTOMER].every(
      (party) => (textAt(document, ...party, 'cac:PartyLegalEntity', 'cbc:RegistrationName') ?? '') !== '',
    ),
  'no invisible characters': (document) =>
    everyElement(document).every(({ text }) => !/[\p{Cc}\p{Cf}]/u.test(text.replace(/[\n ]/g, ''))),
};
