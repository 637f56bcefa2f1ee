import { exactFromRate } from '../money/exact.ts';
import { ZERO_ORE } from '../money/ore.ts';
import { splitTwoWay } from '../money/two-way-split.ts';
import type { ComponentAmount } from './component-amounts.ts';
import type { Destination, SplitPlan } from './split-plan.ts';

/** What a recipient gets of a solution through one branch of a plan. */
export interface PlanShare {
  readonly recipient: string;
  /** The names of the parts that lead to it; empty where nothing is split by percentage. */
  readonly parts: readonly string[];
  readonly accountString?: string;
  readonly amounts: readonly ComponentAmount[];
}

/**
 * Divides a municipality's components of a solution between the recipients of its plan. A line for a component goes
 * before a line for the whole solution, and the default recipient takes the rest.
 *
 * Percentages divide all components at once, two-way exact: the parts of a component sum to the component, and each
 * part's total is the floor or the ceiling of its exact share. Model, section 7.
 */
export function splitSolution(
  solution: string,
  amounts: readonly ComponentAmount[],
  { lines, defaultRecipient }: SplitPlan,
): PlanShare[] {
  const own = lines.filter((line) => line.solution === solution);
  const whole = own.find(({ component }) => component === undefined);
  const byLine = Map.groupBy(
    amounts,
    ({ component }) => own.find((line) => line.component === component) ?? whole,
  );
  const rest: Destination = { kind: 'recipient', recipient: defaultRecipient };
  return [...byLine].flatMap(([line, covered]) => divide(line?.destination ?? rest, covered, []));
}

function divide(
  destination: Destination,
  amounts: readonly ComponentAmount[],
  inside: readonly string[],
): PlanShare[] {
  if (destination.kind === 'recipient') {
    const { recipient, accountString } = destination;
    return [{ recipient, parts: inside, ...(accountString !== undefined && { accountString }), amounts }];
  }
  const { parts } = destination;
  const weights = parts.map(({ share }) => exactFromRate(share));
  const columns = splitTwoWay(amounts.map(({ amount }) => ({ total: amount, weights })));
  return parts.flatMap((part, row) => {
    const own = amounts.map(({ component }, column) => ({
      component,
      amount: columns[column]?.[row] ?? ZERO_ORE,
    }));
    return divide(part.destination, own, [...inside, part.part]);
  });
}
