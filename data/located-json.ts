import {
  type AnyNode,
  type DocumentNode,
  type MemberNode,
  type ObjectNode,
  parse,
} from '@humanwhocodes/momoa';
import type { Refusal } from '../src/refusal.ts';
import type { FileError, Place } from './unusable-file.ts';

type Path = Refusal['path'];

/** A JSON text as a value, with the place in the text of each of its parts. */
export interface LocatedJson {
  readonly value: unknown;
  /** Where the field at a path starts; where there is none, the innermost part around it that exists. */
  readonly placeOf: (path: Path) => Place;
}

/**
 * Reads a JSON text, or says why it cannot be used: it is not JSON, or an object names a field twice, of which
 * JSON would silently keep the last one.
 */
export function locatedJson(text: string): LocatedJson | { readonly errors: readonly FileError[] } {
  try {
    // The tree tells places, but its parser is more tolerant than JSON: both must accept the text.
    const tree = parse(text, { mode: 'json' });
    const value: unknown = JSON.parse(text);
    const errors = fieldsNamedTwice(tree.body, []);
    return errors.length > 0 ? { errors } : { value, placeOf: (path) => placeIn(tree, path) };
  } catch (error) {
    return { errors: [notJson(placeOfError(error))] };
  }
}

function placeIn(tree: DocumentNode, path: Path): Place {
  let node: AnyNode = tree.body;
  let place: Place = node.loc.start;
  for (const step of path) {
    const child = childAt(node, step);
    if (child === undefined) break;
    place = child.loc.start;
    node = child.value;
  }
  return { line: place.line, column: place.column };
}

function childAt(node: AnyNode, step: string | number) {
  if (node.type === 'Object') return node.members.find((member) => nameOf(member) === String(step));
  return node.type === 'Array' ? node.elements[Number(step)] : undefined;
}

function nameOf({ name }: MemberNode): string {
  return name.type === 'String' ? name.value : name.name;
}

function fieldsNamedTwice(node: AnyNode, path: Path): FileError[] {
  if (node.type === 'Array') {
    return node.elements.flatMap((element, place) => fieldsNamedTwice(element.value, [...path, place]));
  }
  if (node.type !== 'Object') return [];
  const within = node.members.flatMap((member) => fieldsNamedTwice(member.value, [...path, nameOf(member)]));
  return [...repeatedNames(node, path), ...within];
}

function repeatedNames({ members }: ObjectNode, path: Path): FileError[] {
  const seen = new Set<string>();
  return members.flatMap((member) => {
    const name = nameOf(member);
    if (seen.has(name)) return [namedTwice([...path, name], member.loc.start)];
    seen.add(name);
    return [];
  });
}

function namedTwice(path: Path, { line, column }: Place): FileError {
  return {
    code: 'json_field_twice',
    path,
    place: { line, column },
    message: {
      da: 'Feltet står allerede i det samme objekt.',
      en: 'The field is already in the same object.',
    },
    remedy: { da: 'Slet det ene af dem.', en: 'Delete one of them.' },
  };
}

/** The tree's parser says where it stopped; the other one writes it into its message when it knows. */
function placeOfError(error: unknown): Place | undefined {
  if (!(error instanceof Error)) return undefined;
  const { line, column } = error as Partial<Place>;
  if (line !== undefined && column !== undefined) return { line, column };
  const written = /line (\d+) column (\d+)/.exec(error.message);
  return written === null ? undefined : { line: Number(written[1]), column: Number(written[2]) };
}

function notJson(place: Place | undefined): FileError {
  return {
    code: 'json_malformed',
    path: [],
    ...(place && { place }),
    message: {
      da: 'Filen er ikke gyldig JSON fra dette sted.',
      en: 'The file is not valid JSON from this place on.',
    },
    remedy: {
      da: 'Se efter et manglende eller overflødigt komma, anførselstegn eller en parentes lige før stedet.',
      en: 'Look for a comma, quote or bracket missing or too many just before it.',
    },
  };
}
