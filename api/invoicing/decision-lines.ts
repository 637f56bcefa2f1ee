import type { Identity } from '../../src/access/identity.ts';
import { kronerFromOre, type Ore, sumOre } from '../../src/money/ore.ts';
import { poolEntries } from '../../store/pool-entries.ts';
import type { Store } from '../../store/write.ts';
import type { DecisionLinesAnswer } from '../answers/lineage-schema.ts';
import { invoiceOf } from './compute-run.ts';
import { mayRead } from './readable-invoices.ts';
import { yearLineage } from './year-lineage.ts';

/** Every invoice line that pays for a decision, of those that the sender may read. */
export async function decisionLines(
  { database }: Store,
  identity: Identity,
  { decision, agreement }: { readonly decision: string; readonly agreement: string },
): Promise<DecisionLinesAnswer> {
  const entries = await poolEntries(database.query, agreement);
  const years = new Set(entries.filter(({ reason }) => reason === decision).map(({ year }) => year));
  const lines: DecisionLinesAnswer['lines'] = [];
  const shares: Ore[] = [];
  for (const year of [...years].toSorted((first, second) => first - second)) {
    const { invoices, lineages } = await yearLineage(database.query, { agreement, year });
    for (const kept of invoices.filter((invoice) => mayRead(identity, invoice))) {
      const { lines: own } = invoiceOf(kept);
      for (const [place, lineage] of (lineages.get(kept.number) ?? []).entries()) {
        const paid = lineage.use.find((part) => part.kind === 'decision' && part.decision === decision);
        const line = own[place];
        if (paid === undefined || line === undefined) continue;
        shares.push(paid.amount);
        lines.push({
          number: kept.number,
          line: place + 1,
          municipality: kept.municipality,
          year,
          solution: line.solution,
          component: line.component,
          amount: kronerFromOre(line.amount),
          share: kronerFromOre(paid.amount),
        });
      }
    }
  }
  return { decision, total: kronerFromOre(sumOre(shares)), lines };
}
