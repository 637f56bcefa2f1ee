import { createHash } from 'node:crypto';
import type { Engine } from '../database.ts';

/** One step of the schema. */
export interface Migration {
  /** Sorts in the order in which the steps are taken. */
  readonly id: string;
  statements(engine: Engine): readonly string[];
}

/** SHA-256 of the statements: a migration that was changed after it ran is noticed. */
export function checksumOf(migration: Migration, engine: Engine): string {
  return createHash('sha256').update(migration.statements(engine).join(';\n')).digest('hex');
}
