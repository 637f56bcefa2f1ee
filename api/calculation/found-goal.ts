import { setImmediate as letOthersIn } from 'node:timers/promises';
import { decimalRange } from '../../src/analysis/decimal-range.ts';
import { type Search, seekGoal } from '../../src/analysis/goal-seek.ts';
import type { Ore } from '../../src/money/ore.ts';
import { oreFromKroner } from '../../src/money/ore.ts';
import { accepted, invariant, type Result, refused } from '../../src/refusal.ts';
import { requestRefusal } from '../request-refusals.ts';
import type { GoalSeekRequest } from '../requests/goal-seek.ts';
import { atPath } from './at-path.ts';
import type { Catalogue } from './catalogue.ts';
import { figureSource } from './figure-source.ts';
import { stackScenario } from './stacked-scenario.ts';
import { variedField } from './varied-scenario.ts';

/** What a search for a goal has found, and the figures that it was decided by. */
export interface FoundGoal {
  readonly hash: string;
  readonly target: Ore;
  readonly search: Search;
  /** How many values the range has. */
  readonly count: number;
  readonly valueAt: (place: number) => string;
  /** Of the places that were tried. */
  readonly figureAt: (place: number) => Ore;
}

/** More values than there are øre in ten million kroner need no finer step. */
const MOST_VALUES = 1_000_000_000;

/**
 * Looks for the values of one parameter at which a figure meets its target. Other requests get their turn between two
 * computations. Paths of refusals are counted from the request.
 */
export async function findGoal(request: GoalSeekRequest, catalogue: Catalogue): Promise<Result<FoundGoal>> {
  const { scenario, parameter, figure, target } = request;
  const stacked = atPath(['scenario'], stackScenario(scenario, catalogue));
  if (!stacked.ok) return stacked;
  const field = atPath(['parameter'], variedField(scenario, parameter.pointer));
  if (!field.ok) return field;
  const { count, textAt } = decimalRange(parameter.from, parameter.to, parameter.step, field.value.decimals);
  if (count === 0) return refused(requestRefusal('parameter_range_empty', ['parameter', 'to']));
  if (count > MOST_VALUES) return refused(requestRefusal('parameter_range_too_fine', ['parameter', 'step']));
  const figureOf = figureSource(figure, catalogue);
  const wanted =
    typeof target === 'string'
      ? accepted(oreFromKroner(target))
      : atPath(['target'], figureOf(target.scenario));
  if (!wanted.ok) return wanted;

  const figures = new Map<number, Ore>();
  const seeking = seekGoal(count, wanted.value);
  let step = seeking.next();
  while (!step.done) {
    const varied = atPath(['parameter'], field.value.scenarioWith(textAt(step.value)));
    const figureThere = varied.ok ? figureOf(varied.value) : varied;
    if (!figureThere.ok) return figureThere;
    figures.set(step.value, figureThere.value);
    step = seeking.next(figureThere.value);
    await letOthersIn();
  }
  const figureAt = (place: number) => {
    const known = figures.get(place);
    invariant(known !== undefined, 'every bracket was computed');
    return known;
  };
  return accepted({
    hash: stacked.value.hash,
    target: wanted.value,
    search: step.value,
    count,
    valueAt: textAt,
    figureAt,
  });
}
