import fc from 'fast-check';

/** JSON as a tree that can also hold what no JSON value can: repeated keys, and text that is no JSON. */
type Node = Leaf | List | Members;
interface Leaf {
  readonly kind: 'leaf';
  text: string;
}
interface List {
  readonly kind: 'list';
  readonly items: Node[];
}
interface Members {
  readonly kind: 'members';
  readonly items: [key: string, value: Node][];
}

type Mutation =
  | { readonly type: 'replace'; readonly place: number; readonly text: string }
  | { readonly type: 'add'; readonly place: number; readonly text: string; readonly key: string }
  | { readonly type: 'remove'; readonly place: number }
  | { readonly type: 'repeat'; readonly place: number }
  | { readonly type: 'exchange'; readonly place: number; readonly other: number };

/** Values that programs stumble over, and values that are right elsewhere; some are no JSON. */
const AWKWARD = [
  ...[
    'null',
    'true',
    '[]',
    '{}',
    '[[[[[[]]]]]]',
    '""',
    '" "',
    '"æøå"',
    '"\\u0000"',
    '"\\ud800"',
    'NaN',
    '{"a":1,"a":2}',
  ],
  ...['0', '-0', '-1', '1.5', '1e400', '1e-400', '2026', '2100', '99999999999999999999'],
  ...[
    '"0"',
    '"1"',
    '"-1"',
    '"-0.00"',
    '"0.00"',
    '"1.00"',
    '"1e999999"',
    '"0.000000000000000001"',
    '"2026-02-30"',
  ],
  ...[
    '"9999999999999.99"',
    '"-9999999999999.99"',
    '"9999999999999.999999999999999999"',
    '"-0.999999999999999999"',
  ],
  ...[
    '"0101"',
    '"aula"',
    '"k98-example"',
    '"test-base"',
    '"test-circle-one"',
    '"test-impossible"',
    '"equal"',
  ],
  ...[
    '{"__proto__":{"x":1}}',
    '{"constructor":{"prototype":{}}}',
    '{"kind":"equal"}',
    '{"kind":"weights","weights":{}}',
  ],
];

/** Values of the right form, most of them beside a threshold: for an exchange of like for like. */
const WELL_FORMED = [
  ...['2000', '2024', '2025', '2026', '2027', '2030', '2031', '2100', '1', '0'],
  ...['"0.0"', '"0.5"', '"1.0"', '"0.999999999999999999"', '"0.00"', '"0.01"', '"9999999999999.99"'],
  ...[
    '"aula"',
    '"ky"',
    '"valg"',
    '"flis"',
    '"operations"',
    '"baseline"',
    '"equal"',
    '"population"',
    '"board"',
  ],
  ...['"0101"', '"0147"', '"0825"', '"9999"', '"2024-12-31"', '"2026-01-01"', '"2026-12-31"'],
];

const KEYS = ['__proto__', 'constructor', 'a/~b', '', 'amount', 'rate', 'solution', 'basedOn', '0101'];

const textArb = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...AWKWARD) }, fc.json({ maxDepth: 3 }));
const keyArb = fc.oneof(fc.constantFrom(...KEYS), fc.string());
const place = fc.nat({ max: 10_000 });

const mutationArb: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ type: fc.constant('exchange'), place, other: place }) },
  fc.record({ type: fc.constant('replace'), place, text: textArb }),
  fc.record({ type: fc.constant('add'), place, text: textArb, key: keyArb }),
  fc.record({ type: fc.constant('remove'), place }),
  fc.record({ type: fc.constant('repeat'), place }),
);

/**
 * The text of a JSON document after one to four changes, each anywhere in it; most often JSON, often almost
 * right.
 */
export function mutatedArb(document: unknown): fc.Arbitrary<string> {
  return fc.array(mutationArb, { minLength: 1, maxLength: 4 }).map((mutations) => {
    const root: List = { kind: 'list', items: [nodeOf(document)] };
    for (const mutation of mutations) apply(mutation, root);
    return root.items.map(textOf).join('');
  });
}

function nodeOf(value: unknown): Node {
  if (Array.isArray(value)) return { kind: 'list', items: value.map(nodeOf) };
  if (typeof value === 'object' && value !== null)
    return { kind: 'members', items: Object.entries(value).map(([key, child]) => [key, nodeOf(child)]) };
  return { kind: 'leaf', text: JSON.stringify(value) };
}

function textOf(node: Node): string {
  if (node.kind === 'leaf') return node.text;
  if (node.kind === 'list') return `[${node.items.map(textOf).join(',')}]`;
  return `{${node.items.map(([key, value]) => `${JSON.stringify(key)}:${textOf(value)}`).join(',')}}`;
}

/** Where a value stands in the tree: in which list or object, and at which place of it. */
interface Slot {
  readonly holder: List | Members;
  readonly index: number;
}

function apply(mutation: Mutation, root: List): void {
  const slots = slotsIn(root);
  const slot = slots[mutation.place % Math.max(slots.length, 1)];
  if (slot === undefined) return;
  const { holder, index } = slot;
  switch (mutation.type) {
    case 'remove':
      holder.items.splice(index, 1);
      break;
    case 'repeat':
      repeat(holder, index);
      break;
    case 'add':
      insert(holder, index, mutation.key, leaf(mutation.text));
      break;
    case 'replace':
      replace(holder, index, leaf(mutation.text));
      break;
    case 'exchange':
      exchange(slots.map(valueAt), mutation);
  }
}

function valueAt({ holder, index }: Slot): Node | undefined {
  const item = holder.items[index];
  return Array.isArray(item) ? item[1] : item;
}

/** Puts a value in the place of another that looks the same: a year for a year, an id for an id. */
function exchange(
  values: readonly (Node | undefined)[],
  { place, other }: { place: number; other: number },
): void {
  const leaves = values.filter((value) => value?.kind === 'leaf');
  const changed = leaves[place % Math.max(leaves.length, 1)];
  if (changed === undefined) return;
  const texts = [...leaves.map(({ text }) => text), ...WELL_FORMED];
  const alike = texts.filter((text) => lookOf(text) === lookOf(changed.text));
  changed.text = alike[other % alike.length] ?? changed.text;
}

/** `"0.0275"` looks like `"9.9"`, `"fewer-messages"` like `"a"`. */
function lookOf(text: string): string {
  return text.replace(/\d+/g, '9').replace(/[a-z]+(-[a-z]+)*/g, 'a');
}

function slotsIn(holder: List | Members): Slot[] {
  return holder.items.flatMap((item, index) => {
    const value = Array.isArray(item) ? item[1] : item;
    return [{ holder, index }, ...(value.kind === 'leaf' ? [] : slotsIn(value))];
  });
}

function leaf(text: string): Leaf {
  return { kind: 'leaf', text };
}

function repeat(holder: List | Members, index: number): void {
  if (holder.kind === 'list') holder.items.push(...holder.items.slice(index, index + 1));
  else holder.items.push(...holder.items.slice(index, index + 1));
}

function insert(holder: List | Members, index: number, key: string, value: Node): void {
  if (holder.kind === 'list') holder.items.splice(index, 0, value);
  else holder.items.splice(index, 0, [key, value]);
}

function replace(holder: List | Members, index: number, value: Node): void {
  if (holder.kind === 'list') holder.items[index] = value;
  else holder.items[index] = [holder.items[index]?.[0] ?? '', value];
}
