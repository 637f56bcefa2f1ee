import type { z } from 'zod';
import { type FormErrorCode, isFormErrorCode } from './form-errors.ts';

type Issue = z.core.$ZodIssue;

/** The code of what zod found: the one that the schema named, or else the one that stands for zod's own finding. */
export function codeOf(issue: Issue): FormErrorCode {
  if (isFormErrorCode(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return EXPECTED.get(issue.expected) ?? 'form_unknown';
    case 'invalid_value':
      return 'value_not_allowed';
    case 'invalid_union':
      return issue.discriminator === undefined ? 'form_unknown' : 'kind_unknown';
    case 'unrecognized_keys':
      return 'field_unknown';
    case 'invalid_format':
      return 'text_form';
    case 'too_small':
      return tooSmall(issue.origin, issue.minimum);
    case 'too_big':
      return TOO_BIG.get(issue.origin) ?? 'number_too_large';
    default:
      return 'form_unknown';
  }
}

const EXPECTED: ReadonlyMap<string, FormErrorCode> = new Map([
  ['string', 'text_expected'],
  ['number', 'number_expected'],
  ['int', 'integer_expected'],
  ['boolean', 'boolean_expected'],
  ['array', 'list_expected'],
  ['object', 'object_expected'],
  ['record', 'object_expected'],
]);

const TOO_BIG: ReadonlyMap<string, FormErrorCode> = new Map([
  ['string', 'text_too_long'],
  ['array', 'list_too_long'],
]);

function tooSmall(origin: string, minimum: number | bigint): FormErrorCode {
  if (origin === 'string') return minimum === 1 ? 'text_empty' : 'text_too_short';
  if (origin === 'array') return minimum === 1 ? 'list_empty' : 'list_too_short';
  return 'number_too_small';
}
