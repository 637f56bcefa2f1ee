import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { type Ore, oreFromKroner } from '../../src/money/ore.ts';

/** An XML element as read back by another library than the one that wrote it. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** Of an element without children. */
  readonly text: string;
}

export function parsed(xml: string): Element {
  const document = XmlDocument.fromString(xml);
  try {
    return elementOf(document.root);
  } finally {
    document.dispose();
  }
}

function elementOf(node: XmlElement): Element {
  const children: Element[] = [];
  for (let child = node.firstChild; child !== null; child = child.next) {
    if (child instanceof XmlElement) children.push(elementOf(child));
  }
  return {
    name: node.prefix === '' ? node.name : `${node.prefix}:${node.name}`,
    attributes: new Map(node.attrs.map(({ name, value }) => [name, value])),
    children,
    text: children.length === 0 ? node.content : '',
  };
}

/** All elements that a way of names leads to, counted from the element. */
export function at(element: Element, ...names: readonly string[]): Element[] {
  return names.reduce<Element[]>(
    (reached, name) => reached.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [element],
  );
}

/** The text that a way of names leads to; undefined where there is no element, the first where there are several. */
export function textAt(element: Element, ...names: readonly string[]): string | undefined {
  return at(element, ...names)[0]?.text;
}

/** The amount that a way of names leads to. */
export function oreAt(element: Element, ...names: readonly string[]): Ore {
  return oreFromKroner(textAt(element, ...names) ?? 'missing');
}

const within = new WeakMap<Element, readonly Element[]>();

/** The element and everything in it; walked once, though many rules ask. */
export function everyElement(element: Element): readonly Element[] {
  const walked = within.get(element);
  if (walked !== undefined) return walked;
  const all = [element];
  for (const reached of all) all.push(...reached.children);
  within.set(element, all);
  return all;
}
