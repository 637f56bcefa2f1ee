import { Audit, type Finding } from './audit.ts';
import { canonicalAgreement } from './canonical-agreement.ts';
import { applyChanges } from './changes.ts';
import { checkPrice } from './check-price.ts';
import { checkSplit } from './check-split.ts';
import { expectedYear } from './expected-year.ts';
import { Field } from './field.ts';
import { hashOf } from './hash.ts';
import { checkInvoiceRun } from './invoices/check-run.ts';
import { isObject, type JsonObject } from './json.ts';
import { readTerms } from './read-terms.ts';
import { RefusedYear } from './refused-year.ts';
import { type Entry, entriesOf } from './roster.ts';
import type { PaidShares, Terms } from './terms.ts';

export interface Report {
  /** Empty: the answer is accepted. */
  readonly findings: readonly Finding[];
  /** What could not be checked, and why. */
  readonly notes: readonly string[];
  readonly figuresChecked: number;
}

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/**
 * Audits an answer of `POST /v1/price`: recomputes it from the agreement and the changes with its own
 * arithmetic and compares every figure. The document holds `agreement` (as `GET /v1/agreements/{id}` answers
 * it), `scenario` (`years` and the flattened `changes`) and `result`, and where invoices are audited too `run`. Throws UnusableInput when the agreement
 * or the scenario cannot be read, or the result is no object.
 */
export function verify(document: unknown): Report {
  const input = new Field(document);
  const agreement = input.at('agreement');
  const scenario = input.at('scenario');
  const years = readYears(scenario);
  const changes = scenario.at('changes').items();
  const terms = applyChanges(readTerms(agreement), changes);
  const result = objectAt(input.at('result'));
  const audit = new Audit();
  const source = {
    model: 'k98-1',
    agreement: hashOf(canonicalAgreement(objectAt(agreement))),
    changes: changes.map(({ value }) => value),
    years,
  };
  checkHashes(audit, result, hashOf(source));
  checkYears(audit, terms, result, years);
  const run = input.optional('run');
  if (run !== undefined) checkInvoiceRun(audit, run, result);
  return audit;
}

function objectAt(field: Field): JsonObject {
  return isObject(field.value) ? field.value : field.refuse('an object is wanted');
}

function readYears(scenario: Field): { from: number; to: number } {
  if (scenario.optional('basedOn') !== undefined) {
    scenario
      .at('basedOn')
      .refuse('the changes of the scenario it builds on belong first in "changes", and no "basedOn"');
  }
  const years = scenario.at('years');
  const from = years.at('from').whole();
  const to = years.at('to').whole();
  if (from < FIRST_YEAR || to > LAST_YEAR)
    years.refuse(`years from ${FIRST_YEAR} to ${LAST_YEAR} are wanted`);
  if (to < from) years.at('to').refuse('the last year may not be before the first');
  return { from, to };
}

/** The hash says what the answer was computed from; the seal that nothing in it was altered since. */
function checkHashes(audit: Audit, result: JsonObject, expectedHash: string): void {
  const { seal, ...sealed } = result;
  audit.equals('/hash', expectedHash, result.hash, 'hash of the agreement, the changes and the years');
  audit.equals('/seal', hashOf(sealed), seal, 'seal: the hash of the answer without it');
}

function checkYears(
  audit: Audit,
  terms: Terms,
  result: JsonObject,
  { from, to }: { from: number; to: number },
): void {
  const answers = entriesOf(audit, '/years', result.years);
  audit.equals('/years', to - from + 1, answers.length, 'one answer for each year asked for');
  let before: PaidShares | undefined;
  for (const [place, answer] of answers.slice(0, to - from + 1).entries()) {
    const year = from + place;
    audit.equals(`${answer.pointer}/year`, year, answer.record.year, 'the years in order');
    before = checkYear(audit, terms, answer, year, before);
  }
}

function checkYear(
  audit: Audit,
  terms: Terms,
  answer: Entry,
  year: number,
  before: PaidShares | undefined,
): PaidShares | undefined {
  try {
    const expected = expectedYear(terms, year);
    checkPrice(audit, answer, expected);
    return checkSplit(audit, terms, answer, expected, before);
  } catch (error) {
    if (!(error instanceof RefusedYear)) throw error;
    audit.refuse(answer.pointer, 'a refusal', 'a price', error.message);
    return undefined;
  }
}
