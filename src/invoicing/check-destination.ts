import { addRates, compareRates, rateText, WHOLE, ZERO_RATE } from '../money/rate.ts';
import { type Refusal, within } from '../refusal.ts';
import { planRefusal } from './plan-refusals.ts';
import { type Destination, lineName, type PlanLine, type PlanPart } from './split-plan.ts';

/**
 * Whether a line's money reaches recipients of the plan, all of it once: the shares beside each other are above 0 and
 * sum to exactly 1. Paths count from the line or part that has the destination.
 *
 * @param inside the names of the parts that lead to the destination
 */
export function checkDestination(
  line: PlanLine,
  destination: Destination,
  recipients: ReadonlySet<string>,
  inside: readonly string[] = [],
): Refusal[] {
  const name = lineName(line, inside);
  if (destination.kind === 'recipient') {
    const { recipient: said } = destination;
    return recipients.has(said) ? [] : [planRefusal('recipient_unknown', ['recipient'], { name, said })];
  }
  const { parts } = destination;
  return [
    ...checkSum(name, parts),
    ...parts.flatMap((part, place) => {
      const names = [...inside, part.part];
      return [
        ...checkPart(lineName(line, names), part, parts, place),
        ...checkDestination(line, part.destination, recipients, names),
      ].map((refusal) => within(['parts', place], refusal));
    }),
  ];
}

function checkSum(name: string, parts: readonly PlanPart[]): Refusal[] {
  const sum = parts.map(({ share }) => share).reduce(addRates, ZERO_RATE);
  const difference = compareRates(sum, WHOLE);
  if (difference === 0) return [];
  const code = difference < 0 ? 'shares_leave_rest' : 'shares_exceed_whole';
  return [planRefusal(code, ['parts'], { name, said: rateText(sum) })];
}

function checkPart(
  name: string,
  { part, share }: PlanPart,
  parts: readonly PlanPart[],
  place: number,
): Refusal[] {
  const isRepeated = parts.findIndex((other) => other.part === part) < place;
  return [
    ...(isRepeated ? [planRefusal('part_repeated', ['part'], { name })] : []),
    ...(compareRates(share, ZERO_RATE) > 0
      ? []
      : [planRefusal('share_not_positive', ['share'], { name, said: rateText(share) })]),
  ];
}
