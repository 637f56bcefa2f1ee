import { it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { SelectionRequest } from '../../data/schema/selection.ts';
import { electionArb } from '../arbitraries/selection.ts';
import { runs } from '../settings/runs.ts';
import { answered } from './answered.ts';
import { referenceEqualShares } from './reference/equal-shares.ts';

const COMPLETIONS = ['none', 'greedy', 'add1', 'add1-greedy'] as const;

describe('Equal Shares agrees with the definition written out plainly', () => {
  it.prop([electionArb({ method: 'equal-shares', completions: COMPLETIONS })], runs(300, 5_000))(
    'in what it chooses, in which order and at which ρ, when weights hold the money',
    expectAgreement,
  );

  it.prop(
    [electionArb({ method: 'equal-shares', completions: COMPLETIONS, endowments: true })],
    runs(300, 5_000),
  )('in what it chooses, in which order and at which ρ, when voters bring endowments', expectAgreement);

  it.prop(
    [electionArb({ method: 'equal-shares', completions: COMPLETIONS, amounts: 'fine' })],
    runs(100, 2_000),
  )('also where amounts, weights and points have many digits', expectAgreement);
});

function expectAgreement(request: SelectionRequest): void {
  const { selected, initiatives } = answered(request);
  const expected = referenceEqualShares(request);
  expect(selected).toEqual(expected.selected);
  const prices = initiatives.flatMap(({ id, rho }) => (rho === undefined ? [] : [[id, rho.exact]]));
  expect(Object.fromEntries(prices)).toEqual(
    Object.fromEntries([...expected.rho].map(([id, price]) => [id, price.toFraction()])),
  );
}
