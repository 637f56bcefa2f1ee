/** The way to a field, and last the value to put there; `undefined` takes the field away. */
export type Change = readonly [...path: (string | number)[], value: unknown];

/** A copy of a document in which one field has another value: for documents that are wrong in one place. */
export function changed<T>(document: T, change: Change): T {
  const [step, ...rest] = change;
  if (rest.length === 0) return step as T;
  const copy = (Array.isArray(document) ? [...document] : { ...document }) as Record<
    string | number,
    unknown
  >;
  const place = step as string | number;
  const value = changed(copy[place], rest as unknown as Change);
  if (value === undefined) delete copy[place];
  else copy[place] = value;
  return copy as T;
}
