import { readFile } from 'node:fs/promises';
import { agreementFromDocument } from '../data/agreement-from-document.ts';
import { agreementSchema } from '../data/schema/agreement.ts';
import type { Agreement } from '../src/agreement/agreement.ts';
import type { Result } from '../src/refusal.ts';

export const EXAMPLE_YEARS = { from: 2026, to: 2029 };

export async function exampleAgreement(): Promise<Agreement> {
  const file = new URL('../data/k98-example.agreement.json', import.meta.url);
  return granted(agreementFromDocument(agreementSchema.parse(JSON.parse(await readFile(file, 'utf8')))));
}

/** A benchmark asks only for what can be done. */
export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusals.map(({ message }) => message.en).join('\n'));
  return result.value;
}
