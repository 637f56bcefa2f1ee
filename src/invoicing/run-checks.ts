import { addOre, type Ore, sumOre, ZERO_ORE } from '../money/ore.ts';
import type { YearShares } from '../sharing/year-shares.ts';
import { type Instalment, instalmentAmount } from './instalment.ts';
import type { InvoiceDraft } from './invoice.ts';

/** One sum of a run beside what it must be. */
export interface RunCheck {
  readonly subject: 'solution' | 'municipality' | 'total';
  /** The solution or municipality; of the total, the agreement's year. */
  readonly id: string;
  readonly expected: Ore;
  readonly found: Ore;
}

/**
 * Every column, row and the total of instalments beside what the shares of the year ask for. A run may be issued when
 * `expected` and `found` agree in all of them.
 *
 * @param invoices the drafts of the run; for a correction, with everything issued of the same instalments
 */
export function runChecks(
  invoices: readonly InvoiceDraft[],
  shares: YearShares,
  instalments: readonly Instalment[],
): RunCheck[] {
  const due = shares.municipalities.map(({ municipality, amounts }) => ({
    municipality,
    amounts: amounts.map((annual) => sumOre(instalments.map((each) => instalmentAmount(annual, each)))),
  }));
  const foundBy = summed(invoices);
  const solutions = [...new Set([...shares.solutions, ...foundBy.solution.keys()])];
  const municipalities = new Set([
    ...due.map(({ municipality }) => municipality),
    ...foundBy.municipality.keys(),
  ]);
  return [
    ...solutions.map((id): RunCheck => {
      const column = shares.solutions.indexOf(id);
      const expected = sumOre(due.map(({ amounts }) => amounts[column] ?? ZERO_ORE));
      return { subject: 'solution', id, expected, found: foundBy.solution.get(id) ?? ZERO_ORE };
    }),
    ...[...municipalities].map((id): RunCheck => {
      const expected = sumOre(due.find(({ municipality }) => municipality === id)?.amounts ?? []);
      return { subject: 'municipality', id, expected, found: foundBy.municipality.get(id) ?? ZERO_ORE };
    }),
    {
      subject: 'total',
      id: String(shares.year),
      expected: sumOre(due.flatMap(({ amounts }) => amounts)),
      found: sumOre(foundBy.municipality.values()),
    },
  ];
}

export function failedChecks(checks: readonly RunCheck[]): RunCheck[] {
  return checks.filter(({ expected, found }) => expected !== found);
}

function summed(invoices: readonly InvoiceDraft[]) {
  const solution = new Map<string, Ore>();
  const municipality = new Map<string, Ore>();
  for (const { payer, lines } of invoices) {
    for (const line of lines) {
      addTo(solution, line.solution, line.amount);
      addTo(municipality, payer.municipality, line.amount);
    }
  }
  return { solution, municipality };
}

function addTo(sums: Map<string, Ore>, id: string, amount: Ore): void {
  sums.set(id, addOre(sums.get(id) ?? ZERO_ORE, amount));
}
