import { describe, expect, it } from 'vitest';
import { oioublXml } from '../../documents/oioubl/oioubl-xml.ts';
import { peppolXml } from '../../documents/peppol/peppol-xml.ts';
import { everyElement, parsed } from './element.ts';
import { ordinaryRun } from './full-run.ts';
import { OIOUBL_RULES } from './oioubl-rules.ts';
import { PEPPOL_RULES } from './peppol-rules.ts';
import { brokenRules } from './shared-rules.ts';

const [invoice] = ordinaryRun;
if (invoice === undefined) throw new Error('a run has invoices');

/** An invoice whose every text from people tries to break out of its document. */
const loud = {
  ...invoice,
  payer: { ...invoice.payer, name: 'A & B <c> "d" \'e\' ]]> &amp;' },
  recipient: {
    ...invoice.recipient,
    department: '</cbc:Name><x/>\u202Eskole\u0000',
    accountString: '=cmd()\u0007',
    orderReference: 'x'.repeat(10_000),
    personReference: '<!-- \uFEFF -->',
  },
  note: '<?xml version="1.0"?>\n&#x41;',
};

describe.each([
  ['Peppol BIS Billing 3.0', peppolXml, PEPPOL_RULES],
  ['OIOUBL 2.1', oioublXml, OIOUBL_RULES],
] as const)('%s with text that tries to break out', (_, write, rules) => {
  const document = parsed(write(loud));

  it('keeps every rule', () => {
    expect(brokenRules(rules, document)).toEqual([]);
  });

  it('has the text as text, without what cannot be seen', () => {
    const texts = everyElement(document).map(({ text }) => text);
    for (const said of [
      'A & B <c> "d" \'e\' ]]> &amp;',
      '</cbc:Name><x/>skole',
      '=cmd()',
      'x'.repeat(10_000),
      '<!-- -->',
    ])
      expect(texts).toContain(said);
    expect(texts.some((text) => text.includes('<?xml version="1.0"?> &#x41;'))).toBe(true);
  });
});
