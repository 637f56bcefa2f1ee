import type { Agreement, Solution } from '../agreement/agreement.ts';
import { type Refusal, within } from '../refusal.ts';
import { checkDestination } from './check-destination.ts';
import { planRefusal } from './plan-refusals.ts';
import { type Destination, lineName, type PlanLine, type SplitPlan } from './split-plan.ts';

/**
 * Everything that contradicts itself in a split plan or does not fit the agreement: what it would leave unpaid or
 * have paid twice, and names that nothing answers to. Each refusal names its line; its path leads into the plan.
 *
 * @param plan its lists in any order
 */
export function checkSplitPlan(plan: SplitPlan, agreement: Agreement): Refusal[] {
  const recipients = new Set(plan.recipients.map(({ recipient }) => recipient));
  return [
    ...checkHead(plan, agreement, recipients),
    ...checkRecipients(plan),
    ...plan.lines.flatMap((line, place) =>
      [
        ...checkCover(line, plan.lines, place, agreement),
        ...checkDestination(line, line.destination, recipients),
      ].map((refusal) => within(['lines', place], refusal)),
    ),
  ];
}

function checkHead(
  { municipality, validFrom, validTo, defaultRecipient }: SplitPlan,
  agreement: Agreement,
  recipients: ReadonlySet<string>,
): Refusal[] {
  const isMunicipality = agreement.municipalities.some((member) => member.municipality === municipality);
  return [
    ...(isMunicipality
      ? []
      : [planRefusal('municipality_unknown', ['municipality'], { name: municipality })]),
    ...(validTo === undefined || validFrom <= validTo
      ? []
      : [planRefusal('validity_reversed', ['validTo'], { name: validFrom, said: validTo })]),
    ...(recipients.has(defaultRecipient)
      ? []
      : [
          planRefusal('recipient_unknown', ['defaultRecipient'], {
            name: 'defaultRecipient',
            said: defaultRecipient,
          }),
        ]),
  ];
}

function checkRecipients({ recipients, lines, defaultRecipient }: SplitPlan): Refusal[] {
  const used = new Set([defaultRecipient, ...lines.flatMap(({ destination }) => recipientsOf(destination))]);
  return recipients.flatMap(({ recipient: name }, place) => {
    const path = ['recipients', place, 'recipient'];
    const isRepeated = recipients.findIndex(({ recipient }) => recipient === name) < place;
    if (isRepeated) return [planRefusal('recipient_repeated', path, { name })];
    return used.has(name) ? [] : [planRefusal('recipient_unused', path, { name })];
  });
}

function recipientsOf(destination: Destination): string[] {
  if (destination.kind === 'recipient') return [destination.recipient];
  return destination.parts.flatMap((part) => recipientsOf(part.destination));
}

/** Whether the line covers something that the agreement has and no other line covers. */
function checkCover(
  line: PlanLine,
  lines: readonly PlanLine[],
  place: number,
  { solutions }: Agreement,
): Refusal[] {
  const name = lineName(line);
  const solution = solutions.find((candidate) => candidate.solution === line.solution);
  if (solution === undefined)
    return [planRefusal('solution_unknown', ['solution'], { name, said: line.solution })];
  const { component } = line;
  if (component !== undefined && !hasComponent(solution, component))
    return [planRefusal('component_unknown', ['component'], { name, said: component })];
  if (lines.findIndex((other) => lineName(other) === name) < place)
    return [planRefusal('line_repeated', [], { name })];
  const named = new Set(
    lines.filter((other) => other.solution === line.solution).map((other) => other.component),
  );
  const isEmpty = component === undefined && solution.basePrices.every((cell) => named.has(cell.component));
  return isEmpty ? [planRefusal('line_covers_nothing', [], { name })] : [];
}

function hasComponent({ basePrices }: Solution, component: string): boolean {
  return basePrices.some((cell) => cell.component === component);
}
