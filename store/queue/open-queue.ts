import type { Store } from '../write.ts';
import type { ChunkQueue } from './chunk-queue.ts';
import { MemoryQueue } from './memory-queue.ts';
import { PostgresQueue } from './postgres-queue.ts';

/**
 * The queue beside a store: one that all servers share that share the store.
 *
 * @param report told of what goes wrong in the background
 */
export function openQueue({ database }: Store, report: (failure: unknown) => void): ChunkQueue {
  return database.address === undefined ? new MemoryQueue() : new PostgresQueue(database.address, report);
}
