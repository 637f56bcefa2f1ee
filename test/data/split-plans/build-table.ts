import { PLAN_TABLE } from '../../../data/split-plans/columns.ts';
import { buildPlan } from '../../invoicing/two-municipalities.ts';

/** The header of a table of plans, and rows that say only what is named. */
export function tableOf(...rows: readonly Readonly<Record<string, string>>[]): string[][] {
  const header = Object.keys(PLAN_TABLE);
  return [header, ...rows.map((row) => header.map((column) => row[column] ?? ''))];
}

/** A row of 0101's plan from 2026 on; its recipient is described unless it says otherwise. */
export function rowOf(cells: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [{ gln = '', department = '' } = {}] = buildPlan('0101').recipients;
  return { municipality: '0101', validFrom: '2026-01-01', recipient: 'finance', gln, department, ...cells };
}
