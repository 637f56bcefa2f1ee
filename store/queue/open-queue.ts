import type { Store } from '../write.ts';
import type { ChunkQueue } from './chunk-queue.ts';
import { MemoryQueue } from './memory-queue.ts';

/**
 * The queue beside a store: one that all servers share that share the store.
 *
 * @param report told of what goes wrong in the background
 */
export async function openQueue(
  { database }: Store,
  report: (failure: unknown) => void,
): Promise<ChunkQueue> {
  if (database.address === undefined) return new MemoryQueue();
  // pg-boss is read only where it is needed.
  const { PostgresQueue } = await import('./postgres-queue.ts');
  return new PostgresQueue(database.address, report);
}
