import { describe, expect, it } from 'vitest';
import { draftInvoices } from '../../src/invoicing/draft-invoices.ts';
import { amountsByPayer, runDifferences, unacknowledged } from '../../src/invoicing/run-differences.ts';
import { oreFromKroner } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { acceptedValue } from '../results.ts';
import { twoMunicipalities } from './two-municipalities.ts';

const INSTALMENT = { year: 2026, frequency: 'half-yearly', number: 1 } as const;

/** 0101 and 0851 pay half of Aula each. */
function runOf(annualKroner: string) {
  return amountsByPayer(acceptedValue(draftInvoices(twoMunicipalities(annualKroner), INSTALMENT)));
}

function thresholds(share: string, kroner: string) {
  return { share: rateFromText(share), amount: oreFromKroner(kroner) };
}

describe('the difference of a run to the last one', () => {
  // 1000.00 / 2 municipalities / 2 instalments = 250.00; 1200.00 gives 300.00.
  it.each([
    ['above both thresholds', '0.19', '49.99', true],
    ['not above the share', '0.20', '49.99', false],
    ['not above the amount', '0.19', '50.00', false],
  ])('of 50 kr. on 250 kr. is %s', (_, share, kroner, stops) => {
    expect(runDifferences(runOf('1200.00'), runOf('1000.00'), thresholds(share, kroner))).toEqual(
      ['0101', '0851'].map((municipality) => ({
        municipality,
        before: 25_000n,
        after: 30_000n,
        difference: 5_000n,
        stops,
      })),
    );
  });

  it('of a municipality that was not invoiced last time, or is not now, counts from and to zero', () => {
    const run = runOf('1000.00');
    const without = new Map([...run].filter(([municipality]) => municipality !== '0851'));
    const limits = thresholds('0.5', '0.00');
    expect(runDifferences(run, without, limits).find(({ stops }) => stops)).toMatchObject({
      municipality: '0851',
      before: 0n,
      difference: 25_000n,
    });
    expect(runDifferences(without, run, limits).find(({ stops }) => stops)).toMatchObject({
      municipality: '0851',
      after: 0n,
      difference: -25_000n,
    });
  });

  it('stops the run until every municipality above the thresholds is acknowledged with a reason', () => {
    const differences = runDifferences(runOf('1200.00'), runOf('1000.00'), thresholds('0.1', '0.00'));
    const codes = (...reasons: [municipality: string, reason: string][]) =>
      unacknowledged(
        differences,
        reasons.map(([municipality, reason]) => ({ municipality, reason })),
      ).map(({ code }) => code);
    expect(codes()).toEqual(['difference_not_acknowledged', 'difference_not_acknowledged']);
    expect(codes(['0101', 'Ny pris på Aula'])).toEqual(['difference_not_acknowledged']);
    expect(codes(['0101', 'Ny pris på Aula'], ['0851', ' '])).toEqual(['acknowledgement_without_reason']);
    expect(codes(['0101', 'Ny pris på Aula'], ['0851', 'Ny pris på Aula'])).toEqual([]);
  });
});
