import type { z } from 'zod';
import { accepted, type Bilingual, type Refusal, type Result, refused } from '../../src/refusal.ts';
import { type Finding, findingsOf } from './findings.ts';
import { FORM_ERRORS, type FormErrorCode } from './form-errors.ts';
import { codeOf } from './issue-code.ts';
import { shownValue, valueAt } from './received.ts';

type Issue = Finding['issue'];

/** Errors beyond this many would be noise: whoever mends these sees the rest the next time. */
const MOST_DESCRIBED = 100;

/** The document as the schema describes it, or everything that is wrong with its form. */
export function checkForm<Schema extends z.ZodType>(
  schema: Schema,
  document: unknown,
): Result<z.output<Schema>> {
  const parsed = schema.safeParse(document);
  return parsed.success ? accepted(parsed.data) : refused(...describeIssues(parsed.error.issues, document));
}

/**
 * What is wrong with the form of a document, in both languages, each with the path of the deepest field that is
 * at fault; one error for each field, in the order in which the schema reads the document.
 *
 * @param issues what zod found
 * @param document what it found it in
 */
function describeIssues(issues: readonly Issue[], document: unknown): Refusal[] {
  const findings = issues.flatMap((issue) => findingsOf(issue));
  const byPlace = Map.groupBy(findings, ({ path }) => JSON.stringify(path));
  return [...byPlace.values()]
    .slice(0, MOST_DESCRIBED)
    .flatMap(([first]) => (first === undefined ? [] : [described(first, document)]));
}

function described({ path, issue, name }: Finding, document: unknown): Refusal {
  const { found, value } = valueAt(document, path);
  const missing = !found && path.length > 0;
  const code: FormErrorCode = missing ? 'field_missing' : codeOf(issue);
  const { message, remedy } = FORM_ERRORS[code];
  const culprit = missing ? named(path.at(-1)) : name === undefined ? received(value, issue) : named(name);
  return {
    code,
    path,
    message: joined([message, ...culprit, ...knownValues(issue), ...limit(issue, code)]),
    remedy,
  };
}

function named(name: string | number | undefined): Bilingual[] {
  return [labelled({ da: 'Felt', en: 'Field' }, shownValue(name))];
}

/** What was received; a list or an object that breaks a rule as a whole says nothing by being shown. */
function received(value: unknown, { code }: Issue): Bilingual[] {
  const breaksRule = code === 'custom' || code === 'too_small' || code === 'too_big';
  if (breaksRule && typeof value === 'object') return [];
  return [labelled({ da: 'Modtaget', en: 'Received' }, shownValue(value))];
}

/** The values that the field may have, where they can be counted. */
function knownValues(issue: Issue): Bilingual[] {
  const values = countable(issue);
  if (values.length === 0) return [];
  const list = values.map((value) => shownValue(value).en).join(', ');
  return [labelled({ da: 'Mulige værdier', en: 'Possible values' }, { da: list, en: list })];
}

function countable(issue: Issue): readonly unknown[] {
  if (issue.code === 'invalid_value') return issue.values;
  return issue.code === 'invalid_union' && 'options' in issue ? (issue.options ?? []) : [];
}

/** How far a value may go; the messages of codes that a schema names say it themselves. */
function limit(issue: Issue, code: FormErrorCode): Bilingual[] {
  if (!code.includes('_too_')) return [];
  const bound =
    issue.code === 'too_big' ? issue.maximum : issue.code === 'too_small' ? issue.minimum : undefined;
  if (bound === undefined) return [];
  return [labelled({ da: 'Grænse', en: 'Limit' }, { da: String(bound), en: String(bound) })];
}

function labelled(label: Bilingual, text: Bilingual): Bilingual {
  return { da: `${label.da}: ${text.da}.`, en: `${label.en}: ${text.en}.` };
}

function joined(texts: readonly Bilingual[]): Bilingual {
  return { da: texts.map(({ da }) => da).join(' '), en: texts.map(({ en }) => en).join(' ') };
}
