/** The value at a path of keys and places in a JSON document; undefined where there is none. */
export function valueAtPath(document: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? Object.entries(value).find(([key]) => key === step)?.[1]
        : undefined,
    document,
  );
}

/** The same document with another value at the path; what the path does not lead to is shared. */
export function withValueAt(document: unknown, path: readonly string[], value: unknown): unknown {
  const [step, ...deeper] = path;
  if (step === undefined) return value;
  if (Array.isArray(document))
    return document.map((item, place) => (String(place) === step ? withValueAt(item, deeper, value) : item));
  return Object.fromEntries(
    Object.entries(Object(document)).map(([key, item]) => [
      key,
      key === step ? withValueAt(item, deeper, value) : item,
    ]),
  );
}

/** The keys and places that a JSON pointer (RFC 6901) leads through; undefined when it is none. */
export function pathOfPointer(pointer: string): string[] | undefined {
  const [root, ...path] = pointer.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return root === '' && path.length > 0 ? path : undefined;
}
