import { type Audit, shown } from './audit.ts';
import { isObject, type JsonObject } from './json.ts';

/** One answered entry of a list and where it stands. */
export interface Entry {
  readonly record: JsonObject;
  readonly pointer: string;
}

/** The entries of an answered list; what is no list of objects is refused. */
export function entriesOf(audit: Audit, pointer: string, value: unknown): Entry[] {
  if (!Array.isArray(value)) {
    audit.refuse(pointer, 'a list', shown(value), 'the list is missing');
    return [];
  }
  return value.flatMap((record: unknown, index) => {
    if (isObject(record)) return [{ record, pointer: `${pointer}/${index}` }];
    audit.refuse(`${pointer}/${index}`, 'an object', shown(record), 'the entry has no fields');
    return [];
  });
}

/**
 * The entries by the id that a field names. Ids that are not expected or come twice are refused; so are
 * expected ids that are missing, in the order in which the model has them.
 */
export function roster(
  audit: Audit,
  pointer: string,
  value: unknown,
  idField: string,
  expected: readonly string[],
): Map<string, Entry> {
  const byId = new Map<string, Entry>();
  for (const entry of entriesOf(audit, pointer, value)) {
    const id = entry.record[idField];
    if (typeof id === 'string' && expected.includes(id) && !byId.has(id)) byId.set(id, entry);
    else {
      const why =
        typeof id === 'string' && byId.has(id) ? 'it is there twice' : 'it does not belong here in this year';
      audit.refuse(`${entry.pointer}/${idField}`, `each ${idField} of the year once`, shown(id), why);
    }
  }
  const missing = expected.filter((id) => !byId.has(id));
  if (missing.length > 0) {
    audit.refuse(
      pointer,
      missing.join(', '),
      'nothing',
      `a ${idField} that belongs here in this year is missing`,
    );
  }
  return byId;
}
