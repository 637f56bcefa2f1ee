import type { Agreement, Municipality, Solution } from '../agreement/agreement.ts';
import type { AllocationKey } from '../agreement/allocation-key.ts';
import { solutionWeights } from '../agreement/key-weights.ts';
import { type Departed, departedBy, membersOf } from '../agreement/membership.ts';
import { wholeWeights } from '../money/quotas.ts';
import { type CompiledKey, compileKey } from './compiled-key.ts';

/** Who takes part in a year, with the keys over them as far as they have been compiled. */
export interface Roster {
  readonly members: readonly Municipality[];
  readonly departed: readonly Departed[];
  readonly keys: WeakMap<AllocationKey, Map<Solution['participants'], CompiledKey>>;
}

type Municipalities = Agreement['municipalities'];

/**
 * A change gives a new agreement that shares with the old one what it does not touch. So what was compiled is remembered
 * by the very objects it was made from: a new index finds every key compiled, a new key compiles that one solution.
 */
const rosters = new WeakMap<Municipalities, Map<number, Roster>>();

/** Years with the same members share one roster, and so the keys. */
export function rosterOf(agreement: Agreement, year: number): Roster {
  const known = rosters.get(agreement.municipalities) ?? new Map<number, Roster>();
  rosters.set(agreement.municipalities, known);
  const remembered = known.get(year);
  if (remembered !== undefined) return remembered;
  const members = membersOf(agreement, year);
  const departed = departedBy(agreement, year);
  const like = known.values().find((roster) => isSame(roster, members, departed));
  const roster = like ?? { members, departed, keys: new WeakMap() };
  known.set(year, roster);
  return roster;
}

function isSame(roster: Roster, members: readonly Municipality[], departed: readonly Departed[]): boolean {
  return (
    roster.members.length === members.length &&
    roster.departed.length === departed.length &&
    roster.members.every((member, place) => member === members[place]) &&
    roster.departed.every(
      ({ municipality, fixedShare }, place) =>
        municipality === departed[place]?.municipality && fixedShare === departed[place]?.fixedShare,
    )
  );
}

/** The key of a solution over the members, compiled once for all solutions that share it. */
export function compiledKeyOf(solution: Solution, roster: Roster): CompiledKey {
  const { key, participants } = solution;
  const byParticipants = roster.keys.get(key) ?? new Map<Solution['participants'], CompiledKey>();
  roster.keys.set(key, byParticipants);
  const known = byParticipants.get(participants);
  if (known !== undefined) return known;
  const compiled = compileKey(wholeWeights(solutionWeights(solution, roster.members)));
  byParticipants.set(participants, compiled);
  return compiled;
}
