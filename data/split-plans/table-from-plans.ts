import type { Destination, PlanLine, SplitPlan } from '../../src/invoicing/split-plan.ts';
import type { Cell, Table } from '../../tables/table.ts';
import { PLAN_TABLE, RECIPIENT_COLUMNS } from './columns.ts';

type Row = Partial<Record<keyof typeof PLAN_TABLE, Cell>>;

/** Split plans as a table in the form that `plansFromRows` reads. */
export function tableFromPlans(plans: readonly SplitPlan[]): Table {
  const header = Object.keys(PLAN_TABLE) as (keyof typeof PLAN_TABLE)[];
  const rows = plans.flatMap(planRows).map((row) => header.map((column) => row[column] ?? ''));
  return { header, rows };
}

function planRows(plan: SplitPlan): Row[] {
  const { municipality, validFrom, validTo, defaultRecipient, lines } = plan;
  const head: Row = {
    municipality,
    validFrom: Temporal.PlainDate.from(validFrom),
    ...(validTo !== undefined && { validTo: Temporal.PlainDate.from(validTo) }),
  };
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
    const own = { part: names.join('/'), share };
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
