import { describe, expect, test } from 'vitest';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { verify } from '../../verify/verify.ts';
import { withinColumn } from './moved-ore.ts';
import { type PricedCase, pricedCase } from './priced-case.ts';
import { smallAgreement } from './small-case.ts';

/** What 0101 paid for alfa in 2025 as the agreement has it; its key caps the rise at 10 %. */
function limitedTo(amount: string): AgreementDocument {
  const [alfa, ...others] = smallAgreement.solutions;
  if (alfa === undefined) throw new Error('the small agreement has solutions');
  return {
    ...smallAgreement,
    municipalities: smallAgreement.municipalities.map((one, place) => ({ ...one, cvr: `1234567${place}` })),
    areas: [{ area: 'all', title: { da: 'Alt', en: 'All' }, focus: [] }],
    solutions: [{ ...alfa, key: { kind: 'population', limits: { rise: '0.10' } } }, ...others],
    pastAmounts: [
      {
        year: 2025,
        municipalities: [{ municipality: '0101', solutions: [{ solution: 'alfa', amount }] }],
        provenance: { kind: 'example' },
      },
    ],
  };
}

function priced(document: AgreementDocument): PricedCase {
  const found = pricedCase(document, { agreement: 'small', years: { from: 2026, to: 2026 }, changes: [] });
  if (found === undefined) throw new Error('the small agreement has a price');
  return found;
}

describe('the checker looks back at actual amounts', () => {
  const answered = priced(limitedTo('500.00'));

  test('and accepts shares that are held to them, the first year of an answer too', () => {
    // 500.00 · 1.10 = 550.00; by population alone 0101 would pay more than 600.
    expect(answered.result.years[0]?.municipalities[0]?.solutions[0]).toEqual({
      solution: 'alfa',
      amount: '550.00',
    });
    expect(verify(answered)).toMatchObject({ findings: [], notes: [] });
  });

  test('and refuses one øre moved beyond the cap', () => {
    const picks = { year: 0, first: 0, second: 0, columns: [0, 0] } as const;
    const moved = withinColumn(answered.result, { ...picks, columns: [0, 0] });
    expect(moved).toBeDefined();
    const { findings } = verify({ ...answered, result: moved?.answer });
    expect(findings.map(({ pointer }) => pointer)).toContain('/years/0/municipalities/0/solutions/0/amount');
  });

  test('and refuses an answer that was computed from one øre less', () => {
    const { findings } = verify({ ...answered, agreement: limitedTo('500.01') });
    expect(findings.map(({ pointer }) => pointer)).toContain('/hash');
  });
});
