import { sumOre } from '../../src/money/ore.ts';
import { at, type Element, everyElement, oreAt, textAt } from './element.ts';
import { CUSTOMER, linesOf, quarterOf, type Rules, SHARED_RULES, SUPPLIER, TOTALS } from './shared-rules.ts';

function attributeAt(name: string, document: Element, ...names: readonly string[]): string | undefined {
  return at(document, ...names)[0]?.attributes.get(name);
}

const isInvoice = ({ name }: Element) => name === 'Invoice';

const FORMAT = ['cac:PostalAddress', 'cbc:AddressFormatCode'] as const;

/** The rules of OIOUBL 2.1 (F-INV for invoices, F-CRN for credit notes, F-LIB for both), as far as these documents can break them. */
export const OIOUBL_RULES: Rules = {
  ...SHARED_RULES,
  'F-LIB001, F-LIB002': (document) =>
    textAt(document, 'cbc:UBLVersionID') === '2.1' &&
    textAt(document, 'cbc:CustomizationID') === 'OIOUBL-2.1',
  'F-LIB302, W-LIB003, W-LIB203': (document) =>
    textAt(document, 'cbc:ProfileID') === 'urn:www.nesubl.eu:profiles:profile5:ver2.0' &&
    attributeAt('schemeID', document, 'cbc:ProfileID') === 'urn:oioubl:id:profileid-1.2' &&
    attributeAt('schemeAgencyID', document, 'cbc:ProfileID') === '320',
  'F-INV011, W-INV010, W-INV005': (document) => {
    const code = isInvoice(document) ? 'cbc:InvoiceTypeCode' : 'cbc:CreditNoteTypeCode';
    return (
      textAt(document, code) === (isInvoice(document) ? '380' : '381') &&
      attributeAt('listID', document, code) === 'urn:oioubl:codelist:invoicetypecode-1.1' &&
      attributeAt('listAgencyID', document, code) === '320'
    );
  },
  'F-LIB179, F-LIB181': (document) =>
    attributeAt('schemeID', document, ...SUPPLIER, 'cbc:EndpointID') === 'DK:CVR' &&
    attributeAt('schemeID', document, ...CUSTOMER, 'cbc:EndpointID') === 'GLN' &&
    attributeAt('schemeAgencyID', document, ...CUSTOMER, 'cbc:EndpointID') === '9',
  'F-LIB180, F-INV031': (document) => /^DK\d{8}$/.test(textAt(document, ...SUPPLIER, 'cbc:EndpointID') ?? ''),
  'F-LIB022': (document) =>
    [SUPPLIER, CUSTOMER].every(
      (party) => (textAt(document, ...party, 'cac:PartyName', 'cbc:Name') ?? '') !== '',
    ),
  'F-LIB187, F-LIB189, F-LIB190': (document) =>
    [SUPPLIER, CUSTOMER].every(
      (party) =>
        attributeAt('schemeID', document, ...party, 'cac:PartyLegalEntity', 'cbc:CompanyID') === 'DK:CVR' &&
        /^DK\d{8}$/.test(textAt(document, ...party, 'cac:PartyLegalEntity', 'cbc:CompanyID') ?? ''),
    ),
  'F-LIB195, F-LIB196': (document) =>
    attributeAt('schemeID', document, ...SUPPLIER, 'cac:PartyTaxScheme', 'cbc:CompanyID') === 'DK:SE' &&
    /^DK\d{8}$/.test(textAt(document, ...SUPPLIER, 'cac:PartyTaxScheme', 'cbc:CompanyID') ?? ''),
  'F-LIB025, F-LIB026, F-LIB207': (document) =>
    [SUPPLIER, CUSTOMER].every(
      (party) =>
        attributeAt('listID', document, ...party, ...FORMAT) ===
          'urn:oioubl:codelist:addressformatcode-1.1' &&
        attributeAt('listAgencyID', document, ...party, ...FORMAT) === '320',
    ),
  'F-LIB032, F-LIB036': (document) =>
    [SUPPLIER, CUSTOMER].every(
      (party) => at(document, ...party, 'cac:PostalAddress', 'cac:AddressLine').length === 0,
    ),
  'F-LIB033, F-LIB034, F-LIB035': (document) =>
    [SUPPLIER, CUSTOMER].every((party) => {
      if (textAt(document, ...party, ...FORMAT) !== 'StructuredDK')
        return textAt(document, ...party, ...FORMAT) === 'StructuredLax';
      return ['cbc:PostalZone', 'cbc:StreetName', 'cbc:BuildingNumber'].every(
        (field) => (textAt(document, ...party, 'cac:PostalAddress', field) ?? '') !== '',
      );
    }),
  'F-LIB235': (document) =>
    [SUPPLIER, CUSTOMER].every((party) =>
      at(document, ...party, 'cac:Contact').every(({ children }) => children.length > 0),
    ),
  'F-INV046, F-INV051, F-CRN042, F-CRN047': (document) =>
    at(document, ...CUSTOMER, 'cac:Contact').length === 1 &&
    (textAt(document, ...CUSTOMER, 'cac:Contact', 'cbc:ID') ?? '') !== '',
  'F-LIB065, F-LIB066, F-LIB070, F-LIB198': (document) =>
    taxSchemes(document).every(
      (scheme) =>
        textAt(scheme, 'cbc:ID') === '63' &&
        textAt(scheme, 'cbc:Name') === 'Moms' &&
        attributeAt('schemeID', scheme, 'cbc:ID') === 'urn:oioubl:id:taxschemeid-1.1',
    ),
  'F-LIB074, F-LIB075, F-LIB382': (document) =>
    taxCategories(document).every(
      (category) =>
        textAt(category, 'cbc:ID') === 'StandardRated' &&
        textAt(category, 'cbc:Percent') === '25' &&
        attributeAt('schemeID', category, 'cbc:ID') === 'urn:oioubl:id:taxcategoryid-1.1' &&
        attributeAt('schemeAgencyID', category, 'cbc:ID') === '320',
    ),
  'F-LIB254, F-LIB067': (document) =>
    everyElement(document).every(
      ({ name, children }) =>
        (name !== 'cac:TaxSubtotal' || children.every((child) => child.name !== 'cbc:Percent')) &&
        name !== 'cbc:TaxTypeCode',
    ),
  'F-LIB402': (document) =>
    oreAt(document, 'cac:TaxTotal', 'cac:TaxSubtotal', 'cbc:TaxableAmount') ===
    sumOre(
      linesOf(document).map((line) => oreAt(line, 'cac:TaxTotal', 'cac:TaxSubtotal', 'cbc:TaxableAmount')),
    ),
  'F-INV138, F-CRN081, F-LIB401': (document) =>
    linesOf(document).every(
      (line) =>
        at(line, 'cac:TaxTotal').length === 1 &&
        oreAt(line, 'cac:TaxTotal', 'cac:TaxSubtotal', 'cbc:TaxableAmount') ===
          oreAt(line, 'cbc:LineExtensionAmount') &&
        oreAt(line, 'cac:TaxTotal', 'cbc:TaxAmount') === quarterOf(oreAt(line, 'cbc:LineExtensionAmount')),
    ),
  'F-INV127, F-CRN073': (document) =>
    oreAt(document, TOTALS, 'cbc:TaxExclusiveAmount') === oreAt(document, 'cac:TaxTotal', 'cbc:TaxAmount'),
  'F-INV134': (document) =>
    at(document, 'cac:PaymentTerms').every(
      (terms) => oreAt(terms, 'cbc:Amount') === oreAt(document, TOTALS, 'cbc:PayableAmount'),
    ),
  'F-LIB247, one note with its terms': (document) =>
    at(document, 'cac:PaymentTerms').length === (isInvoice(document) ? 1 : 0) &&
    at(document, 'cac:PaymentTerms').every((terms) => at(terms, 'cbc:Note').length === 1),
  'F-LIB100, F-LIB118 to F-LIB133, F-LIB152 to F-LIB156, F-LIB305, F-LIB311, F-LIB336': (document) =>
    at(document, 'cac:PaymentMeans').every(isDanishPayment),
  'due date in the payment': (document) =>
    at(document, 'cac:PaymentMeans').every(
      (means) =>
        /^\d{4}-\d{2}-\d{2}$/.test(textAt(means, 'cbc:PaymentDueDate') ?? '') &&
        textAt(document, 'cbc:DueDate') === undefined,
    ),
};

function taxCategories(document: Element): Element[] {
  return [
    ...at(document, 'cac:TaxTotal', 'cac:TaxSubtotal', 'cac:TaxCategory'),
    ...linesOf(document).flatMap((line) => [
      ...at(line, 'cac:TaxTotal', 'cac:TaxSubtotal', 'cac:TaxCategory'),
      ...at(line, 'cac:Item', 'cac:ClassifiedTaxCategory'),
    ]),
  ];
}

function taxSchemes(document: Element): Element[] {
  return [
    ...at(document, ...SUPPLIER, 'cac:PartyTaxScheme', 'cac:TaxScheme'),
    ...taxCategories(document).flatMap((category) => at(category, 'cac:TaxScheme')),
  ];
}

function isDanishPayment(means: Element): boolean {
  const list = attributeAt('listID', means, 'cbc:PaymentChannelCode');
  if (list !== 'urn:oioubl:codelist:paymentchannelcode-1.1') return false;
  const account = textAt(means, 'cac:PayeeFinancialAccount', 'cbc:ID') ?? '';
  const branch = textAt(means, 'cac:PayeeFinancialAccount', 'cac:FinancialInstitutionBranch', 'cbc:ID') ?? '';
  switch (`${textAt(means, 'cbc:PaymentMeansCode')} ${textAt(means, 'cbc:PaymentChannelCode')}`) {
    case '42 DK:BANK':
      return (
        /^\d{1,10}$/.test(account) &&
        /^\d{1,4}$/.test(branch) &&
        Number(branch) > 0 &&
        (textAt(means, 'cac:PayeeFinancialAccount', 'cbc:PaymentNote') ?? '').length <= 20 &&
        ['cac:CreditAccount', 'cbc:InstructionID', 'cbc:InstructionNote', 'cbc:PaymentID'].every(
          (name) => at(means, name).length === 0,
        )
      );
    case '93 DK:FIK':
      return (
        textAt(means, 'cbc:PaymentID') === '71' &&
        /^\d{15}$/.test(textAt(means, 'cbc:InstructionID') ?? '') &&
        textAt(means, 'cac:CreditAccount', 'cbc:AccountID')?.length === 8 &&
        at(means, 'cbc:InstructionNote').length === 0
      );
    default:
      return false;
  }
}
