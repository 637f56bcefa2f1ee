import type { AnyNode, DocumentNode } from '@humanwhocodes/momoa';
import type { Problem } from '../api/problem.ts';
import type { LocatedError } from '../transfer/error-table.tsx';
import { stepsOf } from '../transfer/pointer.ts';

/**
 * The errors of a JSON file with the line where each stands and the way there in words. The parser that knows lines is fetched when
 * there is something wrong to be found.
 */
export async function locatedErrors(
  text: string,
  errors: Problem['errors'],
): Promise<readonly LocatedError[]> {
  const { parse } = await import('@humanwhocodes/momoa');
  const tree = parse(text, { mode: 'json' });
  return errors.map(({ pointer, message }) => {
    const steps = stepsOf(pointer);
    return { line: lineOf(tree, steps), place: wordsOf(tree, steps), message };
  });
}

/** The line, from 1, at which a text stops being JSON; undefined where that cannot be told. */
export async function lineOfFault(text: string): Promise<number | undefined> {
  const { parse } = await import('@humanwhocodes/momoa');
  try {
    parse(text, { mode: 'json' });
    return undefined;
  } catch (fault) {
    return fault instanceof Error && 'line' in fault ? Number(fault.line) : undefined;
  }
}

/** Where a step leads within a part of the text, and what it is called there. */
interface Child {
  readonly node: AnyNode;
  readonly line: number;
  readonly name: string;
}

/** The line of the innermost part on the way that exists. */
function lineOf({ body }: DocumentNode, steps: readonly string[]): number {
  return wayThrough(body, steps).at(-1)?.line ?? body.loc.start.line;
}

/** `solutions › aula › basePrices › operations › amount`: parts of lists by what they are called, or else by their number from 1. */
function wordsOf({ body }: DocumentNode, steps: readonly string[]): string {
  const way = wayThrough(body, steps);
  return [...way.map(({ name }) => name), ...steps.slice(way.length)].join(' › ');
}

function wayThrough(root: AnyNode, steps: readonly string[]): readonly Child[] {
  const way: Child[] = [];
  for (const step of steps) {
    const child = childOf(way.at(-1)?.node ?? root, step);
    if (child === undefined) break;
    way.push(child);
  }
  return way;
}

function childOf(node: AnyNode, step: string): Child | undefined {
  if (node.type === 'Array') {
    const element = node.elements[Number(step)]?.value;
    if (element === undefined) return undefined;
    return {
      node: element,
      line: element.loc.start.line,
      name: calledBy(element) ?? String(Number(step) + 1),
    };
  }
  if (node.type !== 'Object') return undefined;
  const member = node.members.find(({ name }) => name.type === 'String' && name.value === step);
  return member && { node: member.value, line: member.loc.start.line, name: step };
}

/** The fields by which the parts of an agreement's lists are known, those of larger things first. */
const NAMING = [
  'solution',
  'component',
  'municipality',
  'body',
  'criterion',
  'focus',
  'area',
  'entry',
  'year',
];

function calledBy(element: AnyNode): string | undefined {
  if (element.type !== 'Object') return undefined;
  const fields = new Map(
    element.members.map(({ name, value }) => [name.type === 'String' ? name.value : name.name, value]),
  );
  const named = NAMING.map((field) => fields.get(field)).find((value) => value !== undefined);
  return named?.type === 'String' || named?.type === 'Number' ? String(named.value) : undefined;
}
