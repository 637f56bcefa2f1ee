import fc from 'fast-check';

/** One version of a kept thing. */
interface Version {
  readonly at: string;
  readonly title: string;
  readonly deleted: boolean;
}

/** What an answer has to be, as far as the model knows. */
export interface Expected {
  readonly status: number;
  readonly code?: string;
  /** Of what is kept, after the command. */
  readonly version?: number;
  readonly title?: string;
  /** An answer that has to come again, byte for byte. */
  readonly text?: string;
}

/**
 * What the interface promises of kept things, as plainly as can be said: every version of every id with the moment it was
 * kept, and for every idempotency key what was asked and answered.
 */
export class StoredModel {
  readonly #versions = new Map<string, Version[]>();
  readonly #answers = new Map<string, { readonly request: string; readonly text: string }>();

  current(id: string, asOf = '9999'): { readonly version: number; readonly title: string } | undefined {
    const known = (this.#versions.get(id) ?? []).filter(({ at }) => at <= asOf);
    const last = known.at(-1);
    return last === undefined || last.deleted ? undefined : { version: known.length, title: last.title };
  }

  list(asOf?: string): string[] {
    return [...this.#versions.keys()].filter((id) => this.current(id, asOf) !== undefined).toSorted();
  }

  creation({ id, title, key }: Creation): Expected {
    const before = key === undefined ? undefined : this.#answers.get(key);
    if (before?.request === `${id} ${title}`) return { status: 201, text: before.text };
    if (before !== undefined) return { status: 409, code: 'idempotency_key_reused' };
    if (this.#versions.has(id)) return { status: 409, code: 'id_taken' };
    return { status: 201, version: 1, title };
  }

  /** What a change or a deletion of the version seen comes to; `done` is the status when it is done. */
  change(id: string, seen: number | undefined, done: 200 | 204): Expected {
    if (seen === undefined) return { status: 428, code: 'if_match_missing' };
    const current = this.current(id);
    if (current === undefined) return { status: 404, code: 'initiative_unknown' };
    if (current.version === seen) return { status: done };
    return { status: 412, code: 'version_conflict', ...current };
  }

  keep(id: string, version: Version): void {
    this.#versions.set(id, [...(this.#versions.get(id) ?? []), version]);
  }

  remember({ id, title, key }: Creation, text: string): void {
    if (key !== undefined) this.#answers.set(key, { request: `${id} ${title}`, text });
  }
}

export interface Creation {
  readonly id: string;
  readonly title: string;
  readonly key?: string;
}

const idArb = fc.constantFrom('a', 'a-b', 'b', 'ba', 'c');
const titleArb = fc.constantFrom('Første bud', 'Andet bud');
const seenArb = fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined, freq: 8 });
/** Which of the moments so far is asked about; undefined: now. */
const momentArb = fc.option(fc.nat(30), { nil: undefined, freq: 2 });

const type = <T extends string>(name: T) => fc.constant(name);

/** What somebody can do with kept things. */
export const commandArb = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      { type: type('create'), id: idArb, title: titleArb, key: fc.constantFrom('k1', 'k2') },
      { requiredKeys: ['type', 'id', 'title'] },
    ),
  },
  { weight: 4, arbitrary: fc.record({ type: type('replace'), id: idArb, title: titleArb, seen: seenArb }) },
  { weight: 2, arbitrary: fc.record({ type: type('remove'), id: idArb, seen: seenArb }) },
  { weight: 2, arbitrary: fc.record({ type: type('read'), id: idArb, moment: momentArb }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: type('list'),
      limit: fc.integer({ min: 1, max: 3 }),
      moment: momentArb,
    }),
  },
);

export type Command = typeof commandArb extends fc.Arbitrary<infer One> ? One : never;
