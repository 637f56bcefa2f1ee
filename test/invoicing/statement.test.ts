import { describe, expect, it } from 'vitest';
import { correctionDrafts } from '../../src/invoicing/correction.ts';
import { draftInvoices } from '../../src/invoicing/draft-invoices.ts';
import { statementOf } from '../../src/invoicing/statement.ts';
import { acceptedValue } from '../results.ts';
import { issueAll } from './invoicing-year.ts';
import { twoMunicipalities } from './two-municipalities.ts';

const FIRST = { year: 2026, frequency: 'half-yearly', number: 1 } as const;

describe('the statement of a municipality', () => {
  // Aula rises from 1000.00 to 1200.00: 0101 pays 500.00, then 600.00 a year. The first half asked for 250.00, its
  // correction for 50.00 more; the second half of 300.00 is still to come.
  it('ties what is issued, corrected and remaining to the annual amount', () => {
    const [before, after] = [twoMunicipalities('1000.00'), twoMunicipalities('1200.00')];
    const issued = issueAll(acceptedValue(draftInvoices(before, FIRST)));
    const corrections = issueAll(acceptedValue(correctionDrafts(after, issued, 'Ny pris')), issued.length);
    const own = [...issued, ...corrections].filter(({ payer }) => payer.municipality === '0101');
    const [share] = after.shares.municipalities;
    if (share === undefined) throw new Error('0101 is a member');
    const statement = statementOf(after.price, share, own);
    const figures = { annual: 60_000n, issued: 25_000n, corrected: 5_000n, remaining: 30_000n };
    expect(statement).toMatchObject({
      municipality: '0101',
      year: 2026,
      agreementPrice: 120_000n,
      solutions: [{ solution: 'aula', title: 'aula', ...figures }],
      total: figures,
      vat: 7_500n,
      payable: 37_500n,
    });
    expect(statement.invoices).toEqual(own);
  });
});
