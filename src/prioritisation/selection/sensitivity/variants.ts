import type { Ore } from '../../../money/ore.ts';
import { compareRates, type Rate, WHOLE } from '../../../money/rate.ts';
import type { Electorate } from '../electorate.ts';
import { type Prepared, prepareFor } from '../prepared.ts';
import type { Ballot, Voter } from '../problem.ts';

/** The same problem with one thing changed. */

/** Endowments grow and shrink with the budget, in proportion. */
export function withBudget(prepared: Prepared, budget: Ore): Prepared {
  return { ...prepared, problem: { ...prepared.problem, budget } };
}

export function withCost(prepared: Prepared, place: number, cost: Ore): Prepared {
  const { problem, settings, electorate, support } = prepared;
  const candidates = problem.candidates.map((candidate, other) =>
    other === place ? { ...candidate, cost } : candidate,
  );
  return prepareFor({ ...problem, candidates }, settings, electorate, support);
}

/** @param change in the units of the valuation */
export function withBenefit(prepared: Prepared, place: number, change: bigint): Prepared {
  const { valuation } = prepared;
  const values = valuation.values.with(place, (valuation.values[place] ?? 0n) + change);
  return { ...prepared, valuation: { ...valuation, values } };
}

/**
 * The same voters, of whom some more, or some less, support a candidate: the same fraction of everyone who does not yet support it
 * joins in, or of everyone who does leaves it; nothing else about them changes, and no one is added. New supporters give the
 * most points that anyone gives it.
 *
 * @param change of the candidate's votes, in the electorate's units of weight
 */
export function withVotes(prepared: Prepared, place: number, change: bigint): Prepared {
  const { problem, settings, electorate, votes } = prepared;
  const supporting = votes[place] ?? 0n;
  const isGain = change > 0n;
  const pool = isGain ? electorate.totalWeight - supporting : supporting;
  const points = mostPoints(electorate, place);
  const turned = (voter: Voter): Voter => ({
    ...voter,
    ballot: isGain ? withSupport(voter.ballot, place, points) : withoutSupport(voter.ballot, place),
  });
  const turns = ({ ballot }: Voter) => ballot.supported.includes(place) !== isGain;
  const moved = splitGroups(electorate, turns, turned, isGain ? change : -change, pool);
  return prepareFor(problem, settings, moved);
}

/** Every group for which `turns` holds becomes two: those who turn, moving / pool of it, and those who do not. */
function splitGroups(
  electorate: Electorate,
  turns: (voter: Voter) => boolean,
  turned: (voter: Voter) => Voter,
  moving: bigint,
  pool: bigint,
): Electorate {
  const { representatives, weights, endowments, endowmentClass } = electorate;
  const parts = representatives.flatMap((voter, group) => {
    if (!turns(voter)) return [{ voter, group, part: pool }];
    return [
      { voter, group, part: pool - moving },
      { voter: turned(voter), group, part: moving },
    ].filter(({ part }) => part > 0n);
  });
  return {
    // Whole numbers again: everything is counted in units a pool smaller.
    representatives: parts.map(({ voter }) => voter),
    weights: parts.map(({ group, part }) => (weights[group] ?? 0n) * part),
    totalWeight: electorate.totalWeight * pool,
    weightPerOne: electorate.weightPerOne * pool,
    ...(endowments && { endowments: parts.map(({ group, part }) => (endowments[group] ?? 0n) * part) }),
    endowmentClass: Int32Array.from(parts, ({ group }) => endowmentClass[group] ?? 0),
    // Two groups share a voter now, and nothing that is chosen depends on which voter is in which.
    groupOf: new Int32Array(0),
  };
}

function withSupport({ supported, utilities }: Ballot, place: number, points: Rate): Ballot {
  const at = supported.findIndex((other) => other > place);
  const index = at === -1 ? supported.length : at;
  return {
    supported: Uint16Array.from([...supported.slice(0, index), place, ...supported.slice(index)]),
    utilities: utilities.toSpliced(index, 0, points),
  };
}

function withoutSupport({ supported, utilities }: Ballot, place: number): Ballot {
  const index = supported.indexOf(place);
  return {
    supported: supported.filter((other) => other !== place),
    utilities: utilities.toSpliced(index, 1),
  };
}

function mostPoints({ representatives }: Electorate, place: number): Rate {
  const given = representatives.flatMap(({ ballot }) => {
    const index = ballot.supported.indexOf(place);
    return index === -1 ? [] : (ballot.utilities[index] ?? []);
  });
  return given.reduce((most, points) => (compareRates(points, most) > 0 ? points : most), given[0] ?? WHOLE);
}
