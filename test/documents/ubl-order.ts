import type { Element } from './element.ts';

/** Where each element may stand in UBL 2.1, as far as e-invoices use it: the schema is a sequence of elements. */
const DOCUMENT_HEAD = [
  'cbc:UBLVersionID',
  'cbc:CustomizationID',
  'cbc:ProfileID',
  'cbc:ID',
  'cbc:UUID',
  'cbc:IssueDate',
];
const DOCUMENT_BODY = [
  'cbc:DocumentCurrencyCode',
  'cbc:AccountingCost',
  'cbc:BuyerReference',
  'cac:InvoicePeriod',
  'cac:OrderReference',
  'cac:BillingReference',
  'cac:ContractDocumentReference',
  'cac:AdditionalDocumentReference',
  'cac:AccountingSupplierParty',
  'cac:AccountingCustomerParty',
  'cac:PayeeParty',
  'cac:Delivery',
  'cac:PaymentMeans',
  'cac:PaymentTerms',
  'cac:AllowanceCharge',
  'cac:TaxTotal',
  'cac:LegalMonetaryTotal',
];
const LINE_BODY = [
  'cbc:LineExtensionAmount',
  'cbc:AccountingCost',
  'cac:InvoicePeriod',
  'cac:OrderLineReference',
  'cac:DocumentReference',
  'cac:AllowanceCharge',
  'cac:TaxTotal',
  'cac:Item',
  'cac:Price',
];
const CATEGORY = ['cbc:ID', 'cbc:Name', 'cbc:Percent', 'cbc:TaxExemptionReason', 'cac:TaxScheme'];

const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  Invoice: [
    ...DOCUMENT_HEAD,
    'cbc:DueDate',
    'cbc:InvoiceTypeCode',
    'cbc:Note',
    'cbc:TaxPointDate',
    ...DOCUMENT_BODY,
    'cac:InvoiceLine',
  ],
  CreditNote: [
    ...DOCUMENT_HEAD,
    'cbc:TaxPointDate',
    'cbc:CreditNoteTypeCode',
    'cbc:Note',
    ...DOCUMENT_BODY,
    'cac:CreditNoteLine',
  ],
  'cac:InvoicePeriod': ['cbc:StartDate', 'cbc:StartTime', 'cbc:EndDate'],
  'cac:OrderReference': ['cbc:ID', 'cbc:SalesOrderID', 'cbc:UUID', 'cbc:IssueDate'],
  'cac:BillingReference': ['cac:InvoiceDocumentReference'],
  'cac:InvoiceDocumentReference': ['cbc:ID', 'cbc:CopyIndicator', 'cbc:UUID', 'cbc:IssueDate'],
  'cac:AccountingSupplierParty': ['cac:Party'],
  'cac:AccountingCustomerParty': ['cac:Party'],
  'cac:Party': [
    'cbc:WebsiteURI',
    'cbc:EndpointID',
    'cac:PartyIdentification',
    'cac:PartyName',
    'cac:Language',
    'cac:PostalAddress',
    'cac:PhysicalLocation',
    'cac:PartyTaxScheme',
    'cac:PartyLegalEntity',
    'cac:Contact',
  ],
  'cac:PartyName': ['cbc:Name'],
  'cac:PostalAddress': [
    'cbc:ID',
    'cbc:AddressTypeCode',
    'cbc:AddressFormatCode',
    'cbc:Postbox',
    'cbc:StreetName',
    'cbc:AdditionalStreetName',
    'cbc:BuildingName',
    'cbc:BuildingNumber',
    'cbc:InhouseMail',
    'cbc:Department',
    'cbc:MarkAttention',
    'cbc:CityName',
    'cbc:PostalZone',
    'cbc:CountrySubentity',
    'cac:AddressLine',
    'cac:Country',
  ],
  'cac:Country': ['cbc:IdentificationCode', 'cbc:Name'],
  'cac:PartyTaxScheme': ['cbc:RegistrationName', 'cbc:CompanyID', 'cac:TaxScheme'],
  'cac:TaxScheme': ['cbc:ID', 'cbc:Name'],
  'cac:PartyLegalEntity': ['cbc:RegistrationName', 'cbc:CompanyID'],
  'cac:Contact': ['cbc:ID', 'cbc:Name', 'cbc:Telephone', 'cbc:Telefax', 'cbc:ElectronicMail'],
  'cac:PaymentMeans': [
    'cbc:ID',
    'cbc:PaymentMeansCode',
    'cbc:PaymentDueDate',
    'cbc:PaymentChannelCode',
    'cbc:InstructionID',
    'cbc:InstructionNote',
    'cbc:PaymentID',
    'cac:CardAccount',
    'cac:PayerFinancialAccount',
    'cac:PayeeFinancialAccount',
    'cac:CreditAccount',
  ],
  'cac:PayeeFinancialAccount': [
    'cbc:ID',
    'cbc:Name',
    'cbc:AccountTypeCode',
    'cbc:CurrencyCode',
    'cbc:PaymentNote',
    'cac:FinancialInstitutionBranch',
  ],
  'cac:FinancialInstitutionBranch': ['cbc:ID', 'cbc:Name'],
  'cac:CreditAccount': ['cbc:AccountID'],
  'cac:PaymentTerms': ['cbc:ID', 'cbc:PaymentMeansID', 'cbc:Note', 'cbc:Amount'],
  'cac:TaxTotal': ['cbc:TaxAmount', 'cbc:RoundingAmount', 'cac:TaxSubtotal'],
  'cac:TaxSubtotal': ['cbc:TaxableAmount', 'cbc:TaxAmount', 'cbc:Percent', 'cac:TaxCategory'],
  'cac:TaxCategory': CATEGORY,
  'cac:ClassifiedTaxCategory': CATEGORY,
  'cac:LegalMonetaryTotal': [
    'cbc:LineExtensionAmount',
    'cbc:TaxExclusiveAmount',
    'cbc:TaxInclusiveAmount',
    'cbc:AllowanceTotalAmount',
    'cbc:ChargeTotalAmount',
    'cbc:PrepaidAmount',
    'cbc:PayableRoundingAmount',
    'cbc:PayableAmount',
  ],
  'cac:InvoiceLine': ['cbc:ID', 'cbc:UUID', 'cbc:Note', 'cbc:InvoicedQuantity', ...LINE_BODY],
  'cac:CreditNoteLine': ['cbc:ID', 'cbc:UUID', 'cbc:Note', 'cbc:CreditedQuantity', ...LINE_BODY],
  'cac:Item': [
    'cbc:Description',
    'cbc:Name',
    'cac:BuyersItemIdentification',
    'cac:SellersItemIdentification',
    'cac:CommodityClassification',
    'cac:ClassifiedTaxCategory',
  ],
  'cac:SellersItemIdentification': ['cbc:ID'],
  'cac:Price': ['cbc:PriceAmount', 'cbc:BaseQuantity', 'cac:AllowanceCharge'],
};

/** Elements of which UBL allows several beside each other. */
const REPEATABLE = new Set([
  'cbc:Note',
  'cac:BillingReference',
  'cac:PaymentMeans',
  'cac:PaymentTerms',
  'cac:TaxTotal',
  'cac:TaxSubtotal',
  'cac:PartyName',
  'cac:PartyTaxScheme',
  'cac:PartyLegalEntity',
  'cac:InvoiceLine',
  'cac:CreditNoteLine',
]);

/** The elements that stand where the schema does not allow them, or twice where it allows one. */
export function misplacedElements({ name: parent, children }: Element): string[] {
  const sequence = SEQUENCES[parent] ?? [];
  const own = children.flatMap(({ name }, at) => {
    const before = children[at - 1]?.name;
    const [place, placeBefore] = [
      sequence.indexOf(name),
      before === undefined ? -1 : sequence.indexOf(before),
    ];
    const isInOrder = place > placeBefore || (place === placeBefore && REPEATABLE.has(name));
    return place >= 0 && isInOrder ? [] : [`${parent}/${name}`];
  });
  return [...own, ...children.flatMap(misplacedElements)];
}
