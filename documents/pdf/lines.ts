import type { ShownInvoice, ShownLine } from '../../src/invoicing/shown-invoice.ts';
import { danishAmount } from '../../src/money/danish-figures.ts';
import { sumOre } from '../../src/money/ore.ts';
import { plainText } from '../text/plain-text.ts';
import { solutionTitle } from '../text/titles.ts';
import { STYLES } from './page.ts';
import { type PdfColumn, type PdfRow, setTable } from './table.ts';
import type { Typesetter } from './typesetter.ts';

const ACCOUNT_WIDTH = 130;

/** What is asked money for: each solution with its sum, and below it the components. */
export function setLines(typesetter: Typesetter, { lines }: ShownInvoice): void {
  const hasAccounts = lines.some(({ accountString }) => accountString !== undefined);
  const columns: PdfColumn[] = [
    { title: 'Ydelse', width: 'rest' },
    ...(hasAccounts ? [{ title: 'Kontostreng', width: ACCOUNT_WIDTH }] : []),
    { title: 'Kr. uden moms', width: 'fit', align: 'right' },
  ];
  const groups = [...Map.groupBy(lines, solutionTitle)];
  const rows = groups.flatMap(([title, own]) => groupRows(title, own, hasAccounts));
  setTable(typesetter, columns, STYLES.label, rows);
}

function groupRows(title: string, lines: readonly ShownLine[], hasAccounts: boolean): PdfRow[] {
  const sum = danishAmount(sumOre(lines.map(({ amount }) => amount)));
  const spaced = (...cells: readonly [string, string, string]) =>
    hasAccounts ? cells : [cells[0], cells[2]];
  return [
    { cells: spaced(plainText(title), '', sum), style: STYLES.strong, above: 4, keepWithNext: true },
    ...lines.map(({ componentTitle, accountString, amount }) => ({
      cells: spaced(plainText(componentTitle), plainText(accountString ?? ''), danishAmount(amount)),
      style: STYLES.muted,
      indent: 12,
    })),
  ];
}
