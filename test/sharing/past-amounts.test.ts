import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementFromDocument } from '../../data/agreement-from-document.ts';
import type { PastYear } from '../../src/agreement/agreement.ts';
import { oreFromKroner } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import {
  buildAgreement,
  buildIndex,
  buildMunicipality,
  buildSolution,
} from '../agreement/build-agreement.ts';
import { SIZES } from '../agreement/sizes.ts';
import { computedYears, pastYearOf } from '../arbitraries/past-amounts.ts';
import { acceptedValue } from '../results.ts';
import { paidIn, sharesOf } from './kroner.ts';

/** aula costs 100.00 every year, by population; an amount may rise by 20 % and fall by 10 %. */
function limitedBy(pastAmounts?: PastYear[]) {
  const limits = { rise: rateFromText('0.20'), fall: rateFromText('0.10') };
  return buildAgreement({
    solutions: [buildSolution('aula', { operations: '100.00' }, { key: { kind: 'population', limits } })],
    index: [2026, 2027].map((year) => buildIndex(year, { combined: '0' })),
    municipalities: [
      buildMunicipality('0101', 600n),
      buildMunicipality('0147', 200n),
      buildMunicipality('0151', 200n),
    ],
    ...(pastAmounts && { pastAmounts }),
  });
}

function actual(year: number): PastYear {
  const paid = (municipality: string, kroner: string) => ({
    municipality,
    solutions: [{ solution: 'aula', amount: oreFromKroner(kroner) }],
  });
  return {
    year,
    municipalities: [paid('0101', '40.00'), paid('0147', '30.00')],
    provenance: { kind: 'example' },
  };
}

describe('caps and floors against actual amounts', () => {
  // The key alone gives 60, 20, 20. In fact 0101 paid 40.00, so at most 48.00; 0147 paid 30.00, so at least 27.00; 0151
  // paid nothing and has no limits: 25.00 are left for it.
  const HELD = { '0101': ['48.00', '48.00'], '0147': ['27.00', '27.00'], '0151': ['25.00', '25.00'] };

  it('are held to what was in fact paid, not to what is computed', () => {
    expect(paidIn(limitedBy(), 2026)).toMatchObject({ '0101': ['60.00', '60.00'] });
    expect(paidIn(limitedBy([actual(2025)]), 2026)).toEqual(HELD);
  });

  it('are the same whether the year before is among those asked for or not', () => {
    const agreement = limitedBy([actual(2025)]);
    const [, second, third] = acceptedValue(sharesOf(agreement, 2025, 2027));
    expect(acceptedValue(sharesOf(agreement, 2026, 2027))).toEqual([second, third]);
    expect(acceptedValue(sharesOf(agreement, 2027))).toEqual([third]);
  });

  it('hold in the base year where the year before it is known', () => {
    expect(paidIn(limitedBy([actual(2024)]), 2025)).toEqual(HELD);
  });

  // 2027 looks back at 2026 as computed: 48.00 · 1.2 = 57.60, and 27.00 · 0.9 = 24.30; 100 − 57.60 − 24.30 = 18.10 is below
  // the floor of 0151, 25.00 · 0.9 = 22.50, so it has 22.50 and 0101 pays 100 − 24.30 − 22.50 = 53.20.
  it('of the year after look at what was computed from them', () => {
    expect(paidIn(limitedBy([actual(2025)]), 2027)).toEqual({
      '0101': ['53.20', '53.20'],
      '0147': ['24.30', '24.30'],
      '0151': ['22.50', '22.50'],
    });
  });
});

describe.each(SIZES)('actual amounts, for %s', (_, documents, depth) => {
  it('change nothing when they are those that are computed', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const years = { from: document.baseYear, to: document.baseYear + 3 };
        const computed = computedYears(document, years);
        fc.pre(computed.length > 0);
        const known = { ...document, pastAmounts: computed.flatMap((year) => pastYearOf(year)) };
        expect(acceptedValue(agreementFromDocument(known)).pastAmounts?.length).toBeGreaterThan(0);
        expect(computedYears(known, years)).toEqual(computed);
      }),
      depth,
    );
  });
});
