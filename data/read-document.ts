import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import type { Refusal, Result } from '../src/refusal.ts';
import { locatedJson } from './located-json.ts';
import { checkForm } from './schema/describe-issues.ts';
import { UnusableFile } from './unusable-file.ts';

/**
 * Reads a JSON file of a form that a schema describes, and makes of it what the program works with.
 * Rejects with `UnusableFile`, which names every error found, when the file cannot be read, is not JSON, does not
 * have the form, or is refused by `build`.
 *
 * @param build makes the result of the checked document; its refusals' paths count from the document
 */
export async function readDocument<Schema extends z.ZodType, Built>(
  file: string,
  schema: Schema,
  build: (document: z.output<Schema>) => Result<Built>,
): Promise<Built> {
  const json = locatedJson(await textOf(file));
  if ('errors' in json) throw new UnusableFile(file, json.errors);
  const checked = checkForm(schema, json.value);
  const built = checked.ok ? build(checked.value) : checked;
  if (built.ok) return built.value;
  throw new UnusableFile(
    file,
    built.refusals.map((refusal) => ({ ...refusal, place: json.placeOf(refusal.path) })),
  );
}

/** The text of a file, without the byte order mark that some editors put first. */
async function textOf(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    throw new UnusableFile(file, [unreadable(error)]);
  }
}

function unreadable(error: unknown): Refusal {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'file_unreadable',
    path: [],
    message: { da: `Filen kan ikke læses: ${reason}.`, en: `The file cannot be read: ${reason}.` },
    remedy: {
      da: 'Ret stien, eller giv adgang til filen.',
      en: 'Correct the path, or give access to the file.',
    },
  };
}
