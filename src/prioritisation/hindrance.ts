import type { OutcomeKind, OutcomeReason } from './outcome.ts';
import {
  BASE_BUDGET_CANNOT_MOVE,
  dependencyNotFunded,
  dependencyReferred,
  disposedByRule,
  excludedByFunded,
  excludedUntilBoardDecides,
  noCostInYear,
} from './outcome-reasons.ts';
import type { Proposal } from './proposal.ts';
import type { Request } from './request.ts';
import type { Ruling } from './ruling.ts';
import { isFunded, type Progress, settledInitiative } from './settlement.ts';

/** Why a request gets no money before any money is counted. */
export interface Hindrance {
  readonly outcome: OutcomeKind;
  readonly reason: OutcomeReason;
}

/**
 * The first thing that stands in the way of a request, in this order: a rule rejects it, it asks for a base
 * budget (which no rule can allow), a rule defers it, the year has no cost, something it depends on gets no
 * money, something that excludes it is funded or before the board. Undefined: nothing does.
 */
export function hindranceTo(
  request: Request,
  ruling: Ruling,
  progress: Progress,
  proposal: Proposal,
): Hindrance | undefined {
  const { disposition } = ruling;
  const { year } = progress.posted;
  if (disposition?.type === 'reject') {
    return { outcome: 'rejected', reason: disposedByRule(disposition) };
  }
  if ((request.namedPayers ?? []).some(({ source }) => source.kind === 'base-budget')) {
    return { outcome: 'rejected', reason: BASE_BUDGET_CANNOT_MOVE };
  }
  if (disposition?.type === 'defer') {
    return { outcome: 'deferred', reason: disposedByRule(disposition) };
  }
  if (request.cost <= 0n) return { outcome: 'deferred', reason: noCostInYear(year) };
  return (
    missingDependency(request, ruling, progress, proposal) ?? exclusion(request, ruling, progress, proposal)
  );
}

/** That something it is held to is before the board, if so: the two are decided together. */
export function referralAlong(
  request: Request,
  ruling: Ruling,
  progress: Progress,
): OutcomeReason | undefined {
  const { heldToDependencies: rule } = ruling;
  const referred = request.initiative?.dependsOn.find(
    (dependency) => settledInitiative(progress, dependency)?.outcome === 'referred',
  );
  return rule === undefined || referred === undefined ? undefined : dependencyReferred(referred, rule);
}

/** Not this year, if a later start is still allowed; otherwise not at all. */
export function laterOrNever(request: Request, year: number): 'deferred' | 'rejected' {
  const { initiative } = request;
  if (initiative === undefined) return 'rejected';
  return initiative.latestStart === undefined || initiative.latestStart > year ? 'deferred' : 'rejected';
}

function missingDependency(
  request: Request,
  { heldToDependencies: rule }: Ruling,
  progress: Progress,
  proposal: Proposal,
): Hindrance | undefined {
  if (rule === undefined) return undefined;
  const missing = request.initiative?.dependsOn.find((dependency) => {
    const settlement = settledInitiative(progress, dependency);
    const isOnItsWay =
      settlement !== undefined && (isFunded(settlement) || settlement.outcome === 'referred');
    return !isOnItsWay && !proposal.inPlace.includes(dependency);
  });
  if (missing === undefined) return undefined;
  return {
    outcome: laterOrNever(request, progress.posted.year),
    reason: dependencyNotFunded(missing, rule),
  };
}

/** Exclusion holds both ways, whichever of the two names the other. */
function exclusion(
  { initiative }: Request,
  { heldToExclusions: rule }: Ruling,
  progress: Progress,
  proposal: Proposal,
): Hindrance | undefined {
  if (rule === undefined || initiative === undefined) return undefined;
  const inPlace = initiative.excludes.find((other) => proposal.inPlace.includes(other));
  if (inPlace !== undefined) return { outcome: 'rejected', reason: excludedByFunded(inPlace, rule) };
  const rivals = progress.settlements.filter(
    ({ request: { initiative: other } }) =>
      other !== undefined &&
      (initiative.excludes.includes(other.initiative) || other.excludes.includes(initiative.initiative)),
  );
  const funded = rivals.find(isFunded)?.request.initiative;
  if (funded !== undefined) {
    return { outcome: 'rejected', reason: excludedByFunded(funded.initiative, rule) };
  }
  const referred = rivals.find(({ outcome }) => outcome === 'referred')?.request.initiative;
  if (referred === undefined) return undefined;
  return { outcome: 'deferred', reason: excludedUntilBoardDecides(referred.initiative, rule) };
}
