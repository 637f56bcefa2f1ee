import { hasGlnCheckDigit } from '../../src/invoicing/gln.ts';
import { at, type Element, everyElement, oreAt, textAt } from './element.ts';
import { CUSTOMER, linesOf, type Rules, SHARED_RULES, SUPPLIER, sumOfLines, TOTALS } from './shared-rules.ts';

function schemeAt(document: Element, ...names: readonly string[]): string | undefined {
  return at(document, ...names)[0]?.attributes.get('schemeID');
}

function isStandardRate(category: Element | undefined): boolean {
  return (
    category !== undefined &&
    textAt(category, 'cbc:ID') === 'S' &&
    textAt(category, 'cbc:Percent') === '25' &&
    textAt(category, 'cac:TaxScheme', 'cbc:ID') === 'VAT' &&
    at(category, 'cbc:TaxExemptionReason').length === 0
  );
}

function hasFormOfScheme(scheme: string | undefined, id: string): boolean {
  switch (scheme) {
    case '0088':
      return /^\d{13}$/.test(id) && hasGlnCheckDigit(id);
    case '0184':
      return /^\d{8}$/.test(id);
    default:
      return true;
  }
}

const isInvoice = ({ name }: Element) => name === 'Invoice';

/** The rules of EN 16931, of Peppol BIS Billing 3.0 and of Danish sellers, as far as these documents can break them. */
export const PEPPOL_RULES: Rules = {
  ...SHARED_RULES,
  R004: (document) =>
    textAt(document, 'cbc:CustomizationID') ===
    'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
  R007: (document) => textAt(document, 'cbc:ProfileID') === 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
  'UBL version left out': (document) => textAt(document, 'cbc:UBLVersionID') === undefined,
  R002: (document) => at(document, 'cbc:Note').length <= 1,
  R003: (document) =>
    textAt(document, 'cbc:BuyerReference') !== undefined ||
    textAt(document, 'cac:OrderReference', 'cbc:ID') !== undefined,
  'P0100, P0101': (document) =>
    textAt(document, isInvoice(document) ? 'cbc:InvoiceTypeCode' : 'cbc:CreditNoteTypeCode') ===
    (isInvoice(document) ? '380' : '381'),
  'R010, R020, CL008': (document) =>
    schemeAt(document, ...SUPPLIER, 'cbc:EndpointID') === '0184' &&
    schemeAt(document, ...CUSTOMER, 'cbc:EndpointID') === '0088',
  'COMMON-R040, COMMON-R042': (document) =>
    everyElement(document).every(({ attributes, text }) => hasFormOfScheme(attributes.get('schemeID'), text)),
  'CL008, no other scheme': (document) =>
    everyElement(document).every(({ attributes }) =>
      ['0088', '0184', undefined].includes(attributes.get('schemeID')),
    ),
  'DK-R-002, DK-R-014, DK-R-017': (document) =>
    [SUPPLIER, CUSTOMER].every(
      (party) =>
        schemeAt(document, ...party, 'cac:PartyLegalEntity', 'cbc:CompanyID') === '0184' &&
        /^\d{8}$/.test(textAt(document, ...party, 'cac:PartyLegalEntity', 'cbc:CompanyID') ?? ''),
    ),
  'DK-R-013': (document) =>
    [SUPPLIER, CUSTOMER].every((party) =>
      at(document, ...party, 'cac:PartyIdentification', 'cbc:ID').every(({ attributes }) =>
        attributes.has('schemeID'),
      ),
    ),
  'BR-S-02, BR-CO-09': (document) =>
    /^DK\d{8}$/.test(textAt(document, ...SUPPLIER, 'cac:PartyTaxScheme', 'cbc:CompanyID') ?? '') &&
    textAt(document, ...SUPPLIER, 'cac:PartyTaxScheme', 'cac:TaxScheme', 'cbc:ID') === 'VAT',
  'UBL-CR-652': (document) =>
    schemeAt(document, ...SUPPLIER, 'cac:PartyTaxScheme', 'cbc:CompanyID') === undefined,
  'BR-CO-25, in releases before 1.3.16, both ways of saying it': (document) =>
    textAt(document, 'cac:PaymentTerms', 'cbc:Note') !== undefined &&
    isInvoice(document) === /^\d{4}-\d{2}-\d{2}$/.test(textAt(document, 'cbc:DueDate') ?? ''),
  'DK-R-005, DK-R-006, DK-R-010, DK-R-011': (document) =>
    at(document, 'cac:PaymentMeans').every(isDanishPayment),
  'BR-S-05, BR-S-10, BR-CO-04': (document) =>
    [
      ...linesOf(document).map((line) => at(line, 'cac:Item', 'cac:ClassifiedTaxCategory')[0]),
      at(document, 'cac:TaxTotal', 'cac:TaxSubtotal', 'cac:TaxCategory')[0],
    ].every(isStandardRate),
  'no VAT on lines': (document) => linesOf(document).every((line) => at(line, 'cac:TaxTotal').length === 0),
  'DK-R-003, no classification of items': (document) =>
    linesOf(document).every((line) => at(line, 'cac:Item', 'cac:CommodityClassification').length === 0),
  'BR-CO-13': (document) => oreAt(document, TOTALS, 'cbc:TaxExclusiveAmount') === sumOfLines(document),
};

function isDanishPayment(means: Element): boolean {
  const account = textAt(means, 'cac:PayeeFinancialAccount', 'cbc:ID') ?? '';
  const branch = textAt(means, 'cac:PayeeFinancialAccount', 'cac:FinancialInstitutionBranch', 'cbc:ID') ?? '';
  const reference = textAt(means, 'cbc:PaymentID') ?? '';
  switch (textAt(means, 'cbc:PaymentMeansCode')) {
    case '42':
      return account !== '' && branch !== '';
    case '93':
      return /^71#\d{15}$/.test(reference) && account.length === 8;
    default:
      return false;
  }
}
