import { divide, exactFromRate, roundDown } from '../../../src/money/exact.ts';
import { addRates, multiplyRates, type Rate, rateFromText, ZERO_RATE } from '../../../src/money/rate.ts';
import { byCodePoint } from '../../../src/order.ts';
import {
  type Turning,
  turnSearch,
} from '../../../src/prioritisation/selection/sensitivity/smallest-change.ts';
import { accepted, type Refusal, type Result, refused } from '../../../src/refusal.ts';
import { setCriterionWeight } from '../../../src/scenario/apply-criteria.ts';
import type { ComparedMethod } from '../../requests/plan-comparison.ts';
import { type Rounds, revalued } from './judged-rounds.ts';
import type { MethodSetting } from './method-setting.ts';
import { type MethodRun, runMethod } from './run-method.ts';

/** How far a weight can move one way; what is told of a turn was seen: the method was run at it and one step before it. */
export interface WeightTurn {
  readonly outcome: 'turns' | 'never' | 'out-of-time';
  /** The weight at which the chosen set is another one. */
  readonly at?: Rate;
  /** One step nearer to the weight as it is: the chosen set is still the same. */
  readonly justBefore?: Rate;
  readonly comesIn: readonly string[];
  readonly goesOut: readonly string[];
  /** How far was looked. */
  readonly searchedTo: Rate;
}

export interface WeightSensitivity {
  readonly criterion: string;
  readonly weight: Rate;
  readonly up: WeightTurn;
  readonly down: WeightTurn;
}

/** Weights are looked at up to this many times the sum of all of them. */
const FARTHEST = rateFromText('10');

/**
 * How far the weight of each criterion asked about can move, up and down to nothing, before the method chooses another set or other starts.
 * All of it together takes as long as the method's time limit at most. Paths lead into the method's settings.
 */
export async function weightSensitivities(
  settings: ComparedMethod,
  rounds: Rounds,
  setting: MethodSetting,
  run: MethodRun,
): Promise<Result<WeightSensitivity[]>> {
  const { criteria = [], step = '0.01' } = settings.sensitivity ?? {};
  const deadline = setting.now() + settings.timeLimitSeconds * 1_000;
  const all = setting.agreement.criteria;
  const farthest = multiplyRates([FARTHEST, all.map(({ weight }) => weight).reduce(addRates, ZERO_RATE)]);
  const found: WeightSensitivity[] = [];
  for (const [place, id] of criteria.entries()) {
    const weight = all.find(({ criterion }) => criterion === id)?.weight;
    if (weight === undefined)
      return refused(
        criterionUnknown(
          id,
          place,
          all.map(({ criterion }) => criterion),
        ),
      );
    const way: Way = {
      settings,
      rounds,
      setting,
      run,
      criterion: id,
      weight,
      step: rateFromText(step),
      deadline,
    };
    const up = await turnTowards(1n, stepsIn(farthest, way.step), way);
    if (!up.ok) return up;
    const down = await turnTowards(-1n, stepsIn(weight, way.step), way);
    if (!down.ok) return down;
    found.push({ criterion: id, weight, up: up.value, down: down.value });
  }
  return accepted(found);
}

interface Way {
  readonly settings: ComparedMethod;
  readonly rounds: Rounds;
  readonly setting: MethodSetting;
  readonly run: MethodRun;
  readonly criterion: string;
  readonly weight: Rate;
  readonly step: Rate;
  readonly deadline: number;
}

function stepsIn(distance: Rate, step: Rate): bigint {
  return roundDown(divide(exactFromRate(distance), exactFromRate(step)));
}

async function turnTowards(direction: 1n | -1n, most: bigint, way: Way): Promise<Result<WeightTurn>> {
  const search = turnSearch(most);
  const before = begunIn(way.run);
  let after = before;
  let step = search.next();
  while (step.done !== true) {
    const other = await runAt(weightAt(way, direction * step.value), way);
    if (!other.ok) return other;
    const chosen = other.value === undefined ? undefined : begunIn(other.value);
    const hasTurned = chosen && chosen.symmetricDifference(before).size > 0;
    // The last trial that has turned is the smallest: halving only ever comes nearer.
    if (chosen !== undefined && hasTurned) after = chosen;
    step = search.next(hasTurned);
  }
  return accepted(turnOf(step.value, direction, most, way, before, after));
}

function turnOf(
  turning: Turning,
  direction: 1n | -1n,
  most: bigint,
  way: Way,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): WeightTurn {
  const searchedTo = weightAt(way, direction * most);
  if (typeof turning === 'string') return { outcome: turning, comesIn: [], goesOut: [], searchedTo };
  return {
    outcome: 'turns',
    at: weightAt(way, direction * turning.steps),
    justBefore: weightAt(way, direction * (turning.steps - 1n)),
    comesIn: [...after.difference(before)].sort(byCodePoint),
    goesOut: [...before.difference(after)].sort(byCodePoint),
    searchedTo,
  };
}

function weightAt({ weight, step }: Way, steps: bigint): Rate {
  return addRates(weight, multiplyRates([step, rateFromText(String(steps))]));
}

/** The method under another weight; undefined when time has run out. */
async function runAt(
  weight: Rate,
  { settings, rounds, setting, criterion, deadline }: Way,
): Promise<Result<MethodRun | undefined>> {
  const secondsLeft = (deadline - setting.now()) / 1_000;
  if (secondsLeft <= 0) return accepted(undefined);
  const changed = setCriterionWeight(setting.agreement, { type: 'set-criterion-weight', criterion, weight });
  if (!changed.ok) return changed;
  const weighed = { ...setting, agreement: changed.value };
  const valued = revalued(rounds, weighed);
  if (!valued.ok) return valued;
  const run = await runMethod({ ...settings, timeLimitSeconds: secondsLeft }, valued.value, weighed);
  if (!run.ok) return run;
  return accepted(run.value.isComplete && run.value.isProven !== false ? run.value : undefined);
}

/** What is chosen, with its start. */
function begunIn({ plan }: MethodRun): Set<string> {
  return new Set(
    plan.proposal.initiatives.map(
      ({ initiative }) => `${initiative}@${plan.notBefore?.get(initiative) ?? ''}`,
    ),
  );
}

function criterionUnknown(id: string, place: number, known: readonly string[]): Refusal {
  return {
    code: 'criterion_unknown',
    path: ['sensitivity', 'criteria', place],
    message: { da: `Aftalen har intet kriterium "${id}".`, en: `The agreement has no criterion "${id}".` },
    remedy: { da: `Brug et af: ${known.join(', ')}`, en: `Use one of: ${known.join(', ')}` },
  };
}
