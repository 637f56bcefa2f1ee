import { describe, expect, it } from 'vitest';
import { oioublXml } from '../../documents/oioubl/oioubl-xml.ts';
import { peppolXml } from '../../documents/peppol/peppol-xml.ts';
import { parsed } from './element.ts';
import { ordinaryRun } from './full-run.ts';
import { OIOUBL_RULES } from './oioubl-rules.ts';
import { PEPPOL_RULES } from './peppol-rules.ts';
import { brokenRules, SHARED_RULES } from './shared-rules.ts';

/** The invoice of Copenhagen, whose default recipient gets everything. */
const [invoice] = ordinaryRun;
if (invoice === undefined) throw new Error('a run has invoices');

type Breakage = readonly [what: string, from: RegExp, to: string, rules: readonly string[]];

const BOTH: readonly Breakage[] = [
  ['an amount one øre off', /(<cbc:PayableAmount[^>]*>\d+\.)\d\d/, '$199', ['payable (BR-CO-16, F-INV133)']],
  [
    'a line one øre off',
    /(<cbc:InvoicedQuantity.*\n.*<cbc:LineExtensionAmount[^>]*>)\d+/,
    '$11',
    [
      'line amounts (R120, F-INV348)',
      'sum of lines (BR-CO-10, F-INV126)',
      'taxable amount (BR-S-08, F-LIB402)',
      'VAT of the subtotal (BR-CO-17, BR-S-09, F-LIB401)',
    ],
  ],
  [
    'another currency',
    /currencyID="DKK">(\d+\.\d\d<\/cbc:PayableAmount>)/,
    'currencyID="EUR">$1',
    ['one currency (R051)'],
  ],
  [
    'elements out of order',
    /(<cbc:IssueDate>.*<\/cbc:IssueDate>)\s*([\s\S]*?)(<cbc:DocumentCurrencyCode>)/,
    '$2$1$3',
    ['UBL schema order'],
  ],
  [
    'an element twice',
    /(<cbc:DocumentCurrencyCode>DKK<\/cbc:DocumentCurrencyCode>)/,
    '$1$1',
    ['UBL schema order'],
  ],
  ['an empty element', /<cbc:AccountingCost>[^<]*</, '<cbc:AccountingCost><', ['no empty element (R008)']],
  [
    'a GLN with a wrong digit',
    /(<cbc:EndpointID[^>]*>952\d{9})\d/,
    '$1x',
    ['GLN of the buyer (COMMON-R040, F-LIB181)'],
  ],
  [
    'a period that ends before it begins',
    /<cbc:EndDate>2026/,
    '<cbc:EndDate>2025',
    ['period in order (BR-29, F-LIB080)'],
  ],
  ['a day with its time', /(<cbc:IssueDate>[\d-]+)/, '$1T00:00:00', ['every date a day (F001)']],
  ['no country', /<cbc:IdentificationCode>DK/, '<cbc:IdentificationCode>SE', ['countries (BR-09, BR-11)']],
  ['an invisible character', /<cbc:Name>/, '<cbc:Name>\u202E', ['no invisible characters']],
];

const PEPPOL: readonly Breakage[] = [
  ['no reference of the buyer', /<cbc:BuyerReference>.*<\/cbc:BuyerReference>/, '', ['R003']],
  ['two notes', /(<cbc:Note>.*<\/cbc:Note>)(\s*<cbc:Document)/, '$1$1$2', ['R002']],
  [
    'another means of payment',
    /<cbc:PaymentMeansCode>42/,
    '<cbc:PaymentMeansCode>30',
    ['DK-R-005, DK-R-006, DK-R-010, DK-R-011'],
  ],
  [
    'no due date',
    /<cbc:DueDate>.*<\/cbc:DueDate>/,
    '',
    ['BR-CO-25, in releases before 1.3.16, both ways of saying it'],
  ],
  ['a VAT rate of nothing', /<cbc:Percent>25/, '<cbc:Percent>0', ['BR-S-05, BR-S-10, BR-CO-04']],
  ['a CVR number of seven digits', /(schemeID="0184">\d{7})\d/, '$1', ['COMMON-R040, COMMON-R042']],
  ['the VAT in place of the net', /(<cbc:TaxExclusiveAmount[^>]*>)\d+/, '$11', ['BR-CO-13']],
];

const OIOUBL: readonly Breakage[] = [
  ['a CVR number without its country', /(<cbc:EndpointID[^>]*>)DK/, '$1', ['F-LIB180, F-INV031']],
  ['no contact of the buyer', /<cbc:ID>EKS\d<\/cbc:ID>/, '', ['F-INV046, F-INV051, F-CRN042, F-CRN047']],
  ['VAT by another name', /<cbc:Name>Moms/, '<cbc:Name>VAT', ['F-LIB065, F-LIB066, F-LIB070, F-LIB198']],
  ['the net in place of the VAT', /(<cbc:TaxExclusiveAmount[^>]*>)\d+/, '$11', ['F-INV127, F-CRN073']],
  ['terms for another amount', /(<cbc:Note>Betales.*\n.*<cbc:Amount[^>]*>)\d+/, '$11', ['F-INV134']],
  [
    'a bank number of zeros',
    /<cbc:ID>0001<\/cbc:ID>/,
    '<cbc:ID>0000</cbc:ID>',
    ['F-LIB100, F-LIB118 to F-LIB133, F-LIB152 to F-LIB156, F-LIB305, F-LIB311, F-LIB336'],
  ],
  ['a GLN without its agency', / schemeAgencyID="9"/, '', ['F-LIB179, F-LIB181']],
  ['no building', /<cbc:BuildingNumber>.*<\/cbc:BuildingNumber>/, '', ['F-LIB033, F-LIB034, F-LIB035']],
];

describe('the rules notice, in a Peppol invoice,', () => {
  it.each([...BOTH, ...PEPPOL])('%s', (_, from, to, rules) => {
    const broken = brokenRules(PEPPOL_RULES, parsed(replaced(peppolXml(invoice), from, to)));
    expect(broken).toEqual(expect.arrayContaining([...rules]));
  });

  it('an amount with one decimal', () => {
    const xml = replaced(peppolXml(invoice), /(<cbc:PriceAmount[^>]*>\d+\.\d)\d/, '$1');
    expect(SHARED_RULES['two decimals (BR-DEC, F-LIB014)']?.(parsed(xml))).toBe(false);
  });
});

describe('the rules notice, in an OIOUBL invoice,', () => {
  it.each([...BOTH, ...OIOUBL])('%s', (_, from, to, rules) => {
    const broken = brokenRules(OIOUBL_RULES, parsed(replaced(oioublXml(invoice), from, to)));
    expect(broken).toEqual(expect.arrayContaining([...rules]));
  });
});

function replaced(xml: string, from: RegExp, to: string): string {
  const changed = xml.replace(from, to);
  if (changed === xml) throw new Error(`${from} is not in the document`);
  return changed;
}
