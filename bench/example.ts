import { readFile } from 'node:fs/promises';
import { agreementFromDocument } from '../data/agreement-from-document.ts';
import { agreementSchema } from '../data/schema/agreement.ts';
import type { Agreement } from '../src/agreement/agreement.ts';
import { rateFromText } from '../src/money/rate.ts';
import type { Result } from '../src/refusal.ts';
import { applyChanges } from '../src/scenario/apply.ts';

export const EXAMPLE_YEARS = { from: 2026, to: 2029 };

export async function exampleAgreement(): Promise<Agreement> {
  const file = new URL('../data/k98-example.agreement.json', import.meta.url);
  return granted(agreementFromDocument(agreementSchema.parse(JSON.parse(await readFile(file, 'utf8')))));
}

/** The agreement with another index rate of 2026 each time it is asked for, so that nothing computed before is of use. */
export function indexAfterIndex(agreement: Agreement): () => Agreement {
  let run = 0;
  return () => {
    run += 1;
    const combined = rateFromText(`0.0${250_000 + run}`);
    return granted(applyChanges(agreement, [{ type: 'set-index', year: 2026, combined }]));
  };
}

/** A benchmark asks only for what can be done. */
export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusals.map(({ message }) => message.en).join('\n'));
  return result.value;
}
