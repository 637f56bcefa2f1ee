import type { SelectionAnswer } from '../../data/schema/selection-answer.ts';
import { kronerFromOre, sumOre } from '../../src/money/ore.ts';
import type { Fraction } from '../../src/prioritisation/selection/fraction.ts';
import { incumbentOf } from '../../src/prioritisation/selection/optimum/incumbent.ts';
import type { Prepared } from '../../src/prioritisation/selection/prepared.ts';
import type { Flip } from '../../src/prioritisation/selection/sensitivity/flips.ts';
import type { Frontier } from '../../src/prioritisation/selection/sensitivity/frontier.ts';
import { decimalText } from './decimals.ts';

type FlipDocument = NonNullable<SelectionAnswer['flips']>[number];

/** A flip with the values themselves, not the steps between them: what it is now, where it turned, where it had not yet. */
export function flipDocument(prepared: Prepared, flip: Flip): FlipDocument {
  const { place, kind, isChosen, direction, turning } = flip;
  const { now, perOne } = quantityOf(prepared, place, kind);
  const after = (steps: bigint): string =>
    decimalText({ numerator: now + steps * direction, denominator: perOne });
  const common = {
    initiative: prepared.problem.candidates[place]?.initiative ?? '',
    chosen: isChosen,
    change: kind,
    now: after(0n),
  };
  if (typeof turning === 'string') return { ...common, outcome: turning };
  return { ...common, outcome: 'turns', at: after(turning.steps), justBelow: after(turning.steps - 1n) };
}

/** What a flip changes, as it is now, in steps of which `perOne` make 1. */
function quantityOf(
  { problem, electorate, votes, valuation }: Prepared,
  place: number,
  kind: Flip['kind'],
): { readonly now: bigint; readonly perOne: bigint } {
  switch (kind) {
    case 'more-budget':
    case 'less-budget':
      return { now: problem.budget, perOne: 100n };
    case 'cost':
      return { now: problem.candidates[place]?.cost ?? 0n, perOne: 100n };
    case 'votes':
      return { now: votes[place] ?? 0n, perOne: electorate.weightPerOne };
    case 'benefit':
      return { now: valuation.values[place] ?? 0n, perOne: valuation.perOne };
  }
}

export function frontierDocument(
  { problem, valuation }: Prepared,
  { points, isComplete }: Frontier,
): NonNullable<SelectionAnswer['frontier']> {
  return {
    complete: isComplete,
    points: points.map(({ budget, grants, isPossible }) => {
      const { value } = incumbentOf(problem, valuation.values, grants);
      const benefit: Fraction = { ...value, denominator: value.denominator * valuation.perOne };
      return {
        budget: kronerFromOre(budget),
        possible: isPossible,
        selected: grants.map(({ place }) => problem.candidates[place]?.initiative ?? ''),
        cost: kronerFromOre(sumOre(grants.map(({ amount }) => amount))),
        benefit: decimalText(benefit),
      };
    }),
  };
}
