import { describe, expect, it } from 'vitest';
import { oioublXml } from '../../documents/oioubl/oioubl-xml.ts';
import { peppolXml } from '../../documents/peppol/peppol-xml.ts';
import type { Invoice } from '../../src/invoicing/invoice.ts';
import { parsed } from './element.ts';
import { FULL_RUNS, ordinaryRun } from './full-run.ts';
import { OIOUBL_RULES } from './oioubl-rules.ts';
import { PEPPOL_RULES } from './peppol-rules.ts';
import { brokenRules, type Rules } from './shared-rules.ts';

const FORMS: readonly (readonly [form: string, write: (invoice: Invoice) => string, rules: Rules])[] = [
  ['Peppol BIS Billing 3.0', peppolXml, PEPPOL_RULES],
  ['OIOUBL 2.1', oioublXml, OIOUBL_RULES],
];

describe.each(FORMS)('%s', (_form, write, rules) => {
  it.each(FULL_RUNS)('keeps every rule in %s', (_run, invoices) => {
    const broken = invoices.flatMap((invoice) =>
      brokenRules(rules, parsed(write(invoice))).map((rule) => `${invoice.number} ${rule}`),
    );
    expect(broken).toEqual([]);
  });

  it('is written with the same bytes every time', () => {
    const [invoice] = ordinaryRun;
    if (invoice === undefined) throw new Error('a run has invoices');
    expect(write(structuredClone(invoice))).toBe(write(invoice));
  });
});

describe('the full runs', () => {
  it('have invoices, credit notes, negative lines in both, and several recipients', () => {
    const all = FULL_RUNS.flatMap(([, invoices]) => invoices);
    const count = (matches: (invoice: Invoice) => boolean) => all.filter(matches).length;
    expect(ordinaryRun.length).toBeGreaterThan(280);
    expect(count(({ kind }) => kind === 'credit-note')).toBeGreaterThan(500);
    expect(
      count(({ kind, lines }) => kind === 'invoice' && lines.some(({ amount }) => amount < 0n)),
    ).toBeGreaterThan(10);
    expect(
      count(({ kind, lines }) => kind === 'credit-note' && lines.some(({ amount }) => amount > 0n)),
    ).toBeGreaterThan(10);
    expect(
      count(({ lines }) => lines.some(({ accountString }) => accountString !== undefined)),
    ).toBeGreaterThan(100);
  });
});
