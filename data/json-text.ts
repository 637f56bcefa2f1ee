/** What can be wrong with a text that should be JSON, and where. */
export interface JsonFault {
  readonly code:
    | 'body_missing'
    | 'json_malformed'
    | 'json_text_invalid'
    | 'json_key_forbidden'
    | 'json_too_deep';
  readonly path: readonly (string | number)[];
}

export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: JsonFault };

/**
 * Reads JSON that comes from outside. Beyond the grammar it refuses what would be lost or break later on: keys that reach for
 * a prototype, text that is not valid Unicode and therefore has no canonical form to hash, and the character NUL, which
 * databases cannot keep.
 */
export function readJson(text: string): JsonReading {
  if (text.trim() === '') return faulty({ code: 'body_missing', path: [] });
  const parsed = parse(text);
  const fault = parsed.ok && SUSPECT.test(text) ? faultIn(parsed.value, []) : undefined;
  return fault === undefined ? parsed : faulty(fault);
}

function parse(text: string): JsonReading {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return faulty({ code: 'json_malformed', path: [] });
  }
}

function faulty(fault: JsonFault): JsonReading {
  return { ok: false, fault };
}

/**
 * A forbidden key as it stands, or an escape that may hide one or half a surrogate pair: worth a closer look.
 */
const SUSPECT = /__proto__|\\u/;
const DEEPEST = 32;

function faultIn(value: unknown, path: JsonFault['path']): JsonFault | undefined {
  if (typeof value === 'string' && !canBeKept(value)) return { code: 'json_text_invalid', path };
  if (typeof value !== 'object' || value === null) return undefined;
  if (path.length > DEEPEST) return { code: 'json_too_deep', path };
  for (const [key, child] of Object.entries(value)) {
    const childPath = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === '__proto__') return { code: 'json_key_forbidden', path: childPath };
    if (!canBeKept(key)) return { code: 'json_text_invalid', path };
    const fault = faultIn(child, childPath);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Half a surrogate pair has no canonical form, and PostgreSQL has no text with NUL in it. */
function canBeKept(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}
