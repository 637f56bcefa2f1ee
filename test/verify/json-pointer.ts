/** The value that a JSON pointer leads to. */
export function valueAt(document: unknown, pointer: string): unknown {
  return steps(pointer).reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], document);
}

/** A copy of the document with another value at the pointer; `undefined` takes a list's item out. */
export function replacedAt<Document>(document: Document, pointer: string, value: unknown): Document {
  const copy = structuredClone(document);
  const path = steps(pointer);
  const last = path.pop() ?? '';
  const parent = path.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], copy);
  if (Array.isArray(parent) && value === undefined) parent.splice(Number(last), 1);
  else (parent as Record<string, unknown>)[last] = value;
  return copy;
}

/** Pointers to every value of the document that passes the test. */
export function pointersTo(document: unknown, wanted: (value: unknown) => boolean, pointer = ''): string[] {
  if (wanted(document)) return [pointer];
  if (typeof document !== 'object' || document === null) return [];
  return Object.entries(document).flatMap(([step, value]) => pointersTo(value, wanted, `${pointer}/${step}`));
}

function steps(pointer: string): string[] {
  return pointer.split('/').slice(1);
}
