import type { SelectionRequest } from '../../data/schema/selection.ts';

/** Other requests that say the same, or the same on another scale. */

/** The same lists in another order: everything named by id is, so nothing else has to change. */
export function reordered(request: SelectionRequest, by: number): SelectionRequest {
  const { initiatives, voters = [], constraints } = request;
  const { groups = [], must = [], mustNot = [], limits = {} } = constraints ?? {};
  return {
    ...request,
    initiatives: turned(initiatives, by).map((initiative) => ({
      ...initiative,
      ...(initiative.dependsOn && { dependsOn: turned(initiative.dependsOn, by) }),
      ...(initiative.excludes && { excludes: turned(initiative.excludes, by) }),
      ...(initiative.resources && { resources: turnedFields(initiative.resources, by) }),
    })),
    voters: turned(voters, by).map((voter) => ({
      ...voter,
      ...(voter.approvals && { approvals: turnedFields(voter.approvals, by) }),
    })),
    ...(constraints && {
      constraints: {
        limits: turnedFields(limits, by),
        must: turned(must, by),
        mustNot: turned(mustNot, by),
        groups: turned(groups, by).map((group) => ({ ...group, initiatives: turned(group.initiatives, by) })),
      },
    }),
  };
}

/** Backwards, and begun somewhere in the middle. */
function turned<T>(list: readonly T[], by: number): T[] {
  const start = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(start), ...list.slice(0, start)].reverse();
}

function turnedFields<T>(fields: Readonly<Record<string, T>>, by: number): Record<string, T> {
  return Object.fromEntries(turned(Object.entries(fields), by));
}

/** All money a whole number of times as large, the step of the raises included. */
export function multiplied(request: SelectionRequest, times: bigint): SelectionRequest {
  const scale = (kroner: string) => timesKroner(kroner, times);
  return {
    ...request,
    budget: scale(request.budget),
    add1Step: scale(request.add1Step),
    initiatives: request.initiatives.map((initiative) => ({ ...initiative, cost: scale(initiative.cost) })),
    ...(request.voters && {
      voters: request.voters.map((voter) => ({
        ...voter,
        ...(voter.endowment !== undefined && { endowment: scale(voter.endowment) }),
      })),
    }),
  };
}

function timesKroner(kroner: string, times: bigint): string {
  const digits = String(BigInt(kroner.replace('.', '')) * times).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Every voter stands `copies` times, or once with as much more weight and money. */
export function repeatedVoters(request: SelectionRequest, copies: number) {
  const { voters = [] } = request;
  const budget = request.voters?.some(({ endowment }) => endowment !== undefined)
    ? timesKroner(request.budget, BigInt(copies))
    : request.budget;
  const apart = voters.flatMap((voter) =>
    Array.from({ length: copies }, (_, copy) => ({ ...voter, id: `${voter.id}/${copy}` })),
  );
  const together = voters.map((voter) => ({
    ...voter,
    weight: String(Number(voter.weight ?? '1') * copies),
    ...(voter.endowment !== undefined && { endowment: timesKroner(voter.endowment, BigInt(copies)) }),
  }));
  return { apart: { ...request, budget, voters: apart }, together: { ...request, budget, voters: together } };
}
