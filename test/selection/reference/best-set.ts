import type { SelectionRequest } from '../../../data/schema/selection.ts';

/**
 * The optimum by trying every set, and every whole-øre amount of what may be funded in part. Written from the
 * definition, without the engine's types; for requests of small whole amounts, with decimals of at most two digits.
 */

export interface ReferenceSet {
  /** Øre by initiative id. */
  readonly amounts: ReadonlyMap<string, number>;
  /** In units of 1 / `perOne`. */
  readonly value: number;
  readonly perOne: number;
  readonly cost: number;
}

type Initiative = SelectionRequest['initiatives'][number];

/** The greatest value, and of those the lowest cost; undefined when no set keeps all constraints. */
export function referenceOptimum(request: SelectionRequest): ReferenceSet | undefined {
  const { initiatives } = request;
  const amounts = new Map<string, number>();
  let best: ReferenceSet | undefined;
  const extend = (place: number, left: number): void => {
    const initiative = initiatives[place];
    if (initiative === undefined) {
      const set = valued(request, amounts);
      if (isBetter(set, best) && isAllowed(request, amounts)) best = { ...set, amounts: new Map(amounts) };
      return;
    }
    extend(place + 1, left);
    for (const amount of possibleAmounts(initiative)) {
      if (amount > left) break;
      amounts.set(initiative.id, amount);
      extend(place + 1, left - amount);
    }
    amounts.delete(initiative.id);
  };
  extend(0, oreOf(request.budget));
  return best;
}

function isBetter(set: ReferenceSet, best: ReferenceSet | undefined): boolean {
  if (best === undefined || set.value > best.value) return true;
  return set.value === best.value && set.cost < best.cost;
}

export function valued(
  { initiatives }: SelectionRequest,
  amounts: ReadonlyMap<string, number>,
): ReferenceSet {
  const scale = scaleOf(initiatives);
  let [value, cost] = [0, 0];
  for (const initiative of initiatives) {
    const amount = amounts.get(initiative.id);
    if (amount === undefined) continue;
    cost += amount;
    value += hundredths(initiative.benefit) * shareIn(initiative, amount, scale);
  }
  return { amounts, value, perOne: scale * 100, cost };
}

/** Whether a set keeps every constraint but the budget. */
export function isAllowed(request: SelectionRequest, amounts: ReadonlyMap<string, number>): boolean {
  const { initiatives, constraints = {} } = request;
  const { must = [], mustNot = [], groups = [], limits = {} } = constraints;
  const has = (id: string) => amounts.has(id);
  const scale = scaleOf(initiatives);
  const keepsLimit = ([resource, limit]: [string, string]): boolean => {
    let used = 0;
    for (const initiative of initiatives) {
      const amount = amounts.get(initiative.id);
      if (amount !== undefined)
        used += hundredths(initiative.resources?.[resource]) * shareIn(initiative, amount, scale);
    }
    return used <= hundredths(limit) * scale;
  };
  return (
    must.every(has) &&
    !mustNot.some(has) &&
    initiatives.every(
      ({ id, dependsOn = [], excludes = [] }) => !has(id) || (dependsOn.every(has) && !excludes.some(has)),
    ) &&
    groups.every(({ initiatives: members, atLeast = 0, atMost = members.length }) => {
      const count = members.filter(has).length;
      return atLeast <= count && count <= atMost;
    }) &&
    Object.entries(limits).every(keepsLimit)
  );
}

function possibleAmounts({ cost, minShare = '1' }: Initiative): number[] {
  const whole = oreOf(cost);
  const least = Math.ceil((whole * hundredths(minShare)) / 100);
  const amounts: number[] = [];
  for (let amount = Math.max(least, Math.min(1, whole)); amount <= whole; amount++) amounts.push(amount);
  return amounts;
}

/** A common multiple of the costs of what may be funded in part. */
function scaleOf(initiatives: readonly Initiative[]): number {
  return initiatives
    .filter(({ minShare }) => minShare !== undefined)
    .reduce((product, { cost }) => product * Math.max(1, oreOf(cost)), 1);
}

function shareIn({ cost }: Initiative, amount: number, scale: number): number {
  return amount === oreOf(cost) ? scale : (scale / oreOf(cost)) * amount;
}

export function oreOf(kroner: string): number {
  return Math.round(Number(kroner) * 100);
}

function hundredths(decimal = '0'): number {
  return Math.round(Number(decimal) * 100);
}
