import type { Clock } from './clock.ts';
import { openDatabase, type StoreLocation } from './database.ts';
import { migrate } from './migrate.ts';
import type { Store } from './write.ts';

/** A store that is ready: opened, and its schema brought up to date. */
export async function openStore(location: StoreLocation, clock: Clock): Promise<Store> {
  const database = await openDatabase(location);
  try {
    await migrate(database, clock);
  } catch (error) {
    await database.close();
    throw error;
  }
  return { database, clock };
}
