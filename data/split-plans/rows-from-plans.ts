import type { Destination, PlanLine, SplitPlan } from '../../src/invoicing/split-plan.ts';
import { rateText } from '../../src/money/rate.ts';
import { PLAN_COLUMNS, type PlanColumn, RECIPIENT_COLUMNS } from './columns.ts';

type Row = Partial<Record<PlanColumn, string>>;

/** Split plans as the rows of a table, the header first: the form that `plansFromRows` reads. Shares have a decimal comma. */
export function rowsFromPlans(plans: readonly SplitPlan[]): string[][] {
  const rows = plans.flatMap(planRows);
  return [[...PLAN_COLUMNS], ...rows.map((row) => PLAN_COLUMNS.map((column) => row[column] ?? ''))];
}

function planRows(plan: SplitPlan): Row[] {
  const { municipality, validFrom, validTo = '', defaultRecipient, lines } = plan;
  const head = { municipality, validFrom, validTo };
  return [
    { ...head, ...recipientCells(plan, defaultRecipient) },
    ...lines.flatMap((line) => lineRows(plan, line).map((row) => ({ ...head, ...row }))),
  ];
}

function lineRows(plan: SplitPlan, { solution, component = '', destination }: PlanLine): Row[] {
  const line = { solution, component };
  if (destination.kind === 'recipient') return [{ ...line, ...destinationCells(plan, destination) }];
  return partRows(plan, destination, []).map((row) => ({ ...line, ...row }));
}

function partRows(plan: SplitPlan, destination: Destination, inside: readonly string[]): Row[] {
  if (destination.kind === 'recipient') return [];
  return destination.parts.flatMap(({ part, share, destination: inner }) => {
    const names = [...inside, part];
    const own = { part: names.join('/'), share: rateText(share).replace('.', ',') };
    return [{ ...own, ...destinationCells(plan, inner) }, ...partRows(plan, inner, names)];
  });
}

function destinationCells(plan: SplitPlan, destination: Destination): Row {
  if (destination.kind === 'parts') return {};
  const { recipient, accountString = '' } = destination;
  return { lineAccountString: accountString, ...recipientCells(plan, recipient) };
}

function recipientCells({ recipients }: SplitPlan, name: string): Row {
  const described = recipients.find(({ recipient }) => recipient === name);
  const details = RECIPIENT_COLUMNS.map((column) => [column, described?.[column] ?? '']);
  return { recipient: name, ...Object.fromEntries(details) };
}
