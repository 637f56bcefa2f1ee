import { z } from 'zod';
import type { ShownInitiative } from '../../data/initiative-table/table-from-initiatives.ts';
import { initiativeSchema } from '../../data/schema/proposal.ts';
import { listResources } from '../../store/resource-versions.ts';
import type { Store } from '../../store/write.ts';
import { documentOf } from './initiative-import.ts';
import type { KeptInitiative } from './initiative-kind.ts';

/** An initiative of a portfolio, and whether everybody may read it. */
export const keptInitiativeSchema = z.strictObject({
  ...initiativeSchema.shape,
  shared: z.boolean().exactOptional(),
});

const BATCH = 200;

/** All kept initiatives of an agreement, by id. */
export async function keptInitiatives(store: Store, agreement: string): Promise<ShownInitiative[]> {
  const shown: ShownInitiative[] = [];
  let after: string | undefined;
  for (;;) {
    const batch = await listResources(store.database.query, {
      kind: 'initiatives',
      limit: BATCH,
      ...(after !== undefined && { after }),
    });
    for (const { id, body } of batch) {
      const kept = body as KeptInitiative;
      if (kept.agreement !== agreement) continue;
      shown.push({
        document: documentOf(id, kept),
        ...(kept.shared !== undefined && { shared: kept.shared }),
      });
    }
    after = batch.at(-1)?.id;
    if (batch.length < BATCH) return shown;
  }
}
