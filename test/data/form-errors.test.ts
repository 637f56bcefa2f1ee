import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { agreementSchema } from '../../data/schema/agreement.ts';
import { checkForm } from '../../data/schema/describe-issues.ts';
import { FORM_ERRORS, isFormErrorCode } from '../../data/schema/form-errors.ts';
import { MOST_YEARS, scenarioSchema } from '../../scenarios/schema.ts';
import { pointerTo } from '../../src/pointer.ts';
import type { Refusal } from '../../src/refusal.ts';
import { type Change, changed } from './changed.ts';
import { smallDocument } from './small-document.ts';

function refusalsOf(schema: z.ZodType, document: unknown): readonly Refusal[] {
  const result = checkForm(schema, document);
  return result.ok ? [] : result.refusals;
}

function places(refusals: readonly Refusal[]): string[] {
  return refusals.map(({ path, code }) => `${pointerTo(path)} ${code}`);
}

describe('the catalogue of form errors', () => {
  // The server's schema reads the environment, not a document, and speaks to who starts it.
  const files = globSync('{data,scenarios,rules,api}/**/*.ts', { exclude: ['api/environment.ts'] });
  const sources = files.map((file) => readFileSync(file, 'utf8'));
  const named = sources.flatMap((source) =>
    [...source.matchAll(/\berror: '([^']*)'/g)].map(([, code]) => code),
  );

  it('has every code that a schema names', () => {
    expect(named).toContain('money_form');
    expect(named.filter((code) => !isFormErrorCode(code ?? ''))).toEqual([]);
  });

  it.each(Object.entries(FORM_ERRORS))(
    'says %s in two languages, as sentences',
    (_code, { message, remedy }) => {
      for (const text of [message.da, message.en, remedy.da, remedy.en])
        expect(text).toMatch(/^\p{Lu}.*\.$/u);
      expect(message.da).not.toBe(message.en);
      expect(remedy.da).not.toBe(remedy.en);
    },
  );

  it('names the years that a scenario may span', () => {
    expect(FORM_ERRORS.years_too_many.message.en).toContain(String(MOST_YEARS));
  });
});

/** One field of the small agreement is broken: what is broken, how, and where the error points with which code. */
const BROKEN_AGREEMENTS: [what: string, change: Change, place: string][] = [
  [
    'money as a number',
    ['solutions', 0, 'basePrices', 0, 'amount', 1234.5],
    '/solutions/0/basePrices/0/amount money_form',
  ],
  [
    'money with one decimal',
    ['solutions', 0, 'basePrices', 0, 'amount', '1234.5'],
    '/solutions/0/basePrices/0/amount money_form',
  ],
  [
    'money in Danish notation',
    ['solutions', 0, 'basePrices', 0, 'amount', '1.234,50'],
    '/solutions/0/basePrices/0/amount money_form',
  ],
  [
    'money with an exponent',
    ['solutions', 0, 'basePrices', 0, 'amount', '1e400'],
    '/solutions/0/basePrices/0/amount money_form',
  ],
  [
    'a negative price',
    ['solutions', 0, 'basePrices', 0, 'amount', '-0.05'],
    '/solutions/0/basePrices/0/amount money_negative',
  ],
  [
    'no price at all',
    ['solutions', 0, 'basePrices', 0, 'amount', undefined],
    '/solutions/0/basePrices/0/amount field_missing',
  ],
  [
    'a price that is null',
    ['solutions', 0, 'basePrices', 0, 'amount', null],
    '/solutions/0/basePrices/0/amount money_form',
  ],
  ['a solution without prices', ['solutions', 0, 'basePrices', []], '/solutions/0/basePrices list_empty'],
  ['a rate as a number', ['index', 0, 'combined', 0.0275], '/index/0/combined rate_form'],
  ['prices that fall by 100 %', ['index', 0, 'combined', '-1'], '/index/0/combined index_rate_range'],
  [
    'a share above the whole',
    ['solutions', 0, 'reservedShare', '1.01'],
    '/solutions/0/reservedShare share_range',
  ],
  [
    'a share above the whole by less than a binary number can tell',
    ['solutions', 0, 'reservedShare', '1.000000000000000001'],
    '/solutions/0/reservedShare share_range',
  ],
  ['a negative share', ['solutions', 0, 'reservedShare', '-0.01'], '/solutions/0/reservedShare share_range'],
  ['an efficiency of 100 %', ['efficiency', 1, 'rate', '1'], '/efficiency/1/rate efficiency_rate_range'],
  ['efficiency by rate and by amount', ['efficiency', 1, 'amount', '1.00'], '/efficiency/1 rate_or_amount'],
  ['efficiency by neither', ['efficiency', 1, 'rate', undefined], '/efficiency/1 rate_or_amount'],
  ['efficiency for no solution', ['efficiency', 0, 'solutions', []], '/efficiency/0/solutions list_empty'],
  ['a year as text', ['baseYear', '2025'], '/baseYear year_form'],
  ['a year between two', ['baseYear', 2025.5], '/baseYear year_form'],
  ['a year too far away', ['baseYear', 20250], '/baseYear year_form'],
  [
    'a period that ends before it starts',
    ['solutions', 0, 'periods', 0, 'lastYear', 2027],
    '/solutions/0/periods/0 period_reversed',
  ],
  ['a day that does not exist', ['index', 0, 'vintage', '2026-02-29'], '/index/0/vintage date_form'],
  [
    'a municipality code as a number',
    ['municipalities', 0, 'municipality', 101],
    '/municipalities/0/municipality municipality_code_form',
  ],
  ['a CVR number with a letter', ['municipalities', 0, 'cvr', '6494221X'], '/municipalities/0/cvr cvr_form'],
  [
    'a population of nobody',
    ['municipalities', 0, 'population', 0],
    '/municipalities/0/population count_form',
  ],
  [
    'a population as text',
    ['municipalities', 0, 'population', '671714'],
    '/municipalities/0/population count_form',
  ],
  [
    'an id with a Danish letter',
    ['solutions', 0, 'solution', 'byg-og-miljø'],
    '/solutions/0/solution id_form',
  ],
  ['an unknown group', ['solutions', 0, 'group', 'outside'], '/solutions/0/group value_not_allowed'],
  ['a title in one language', ['title', 'en', undefined], '/title/en field_missing'],
  ['half a character in a title', ['title', 'da', 'K98 \ud83d'], '/title/da text_not_unicode'],
  ['an empty title', ['title', 'da', ''], '/title/da text_empty'],
  ['a title that is no object', ['title', 'K98'], '/title object_expected'],
  ['a switch as text', ['components', 0, 'reservable', 'yes'], '/components/0/reservable boolean_expected'],
  ['a list that is an object', ['areas', {}], '/areas list_expected'],
  ['a misspelt field', ['solutions', 0, 'reservedshare', '0.25'], '/solutions/0/reservedshare field_unknown'],
  ['a field whose name needs escaping', ['solutions', 0, 'a/b~c', 1], '/solutions/0/a~1b~0c field_unknown'],
  [
    'an unknown kind of key',
    ['solutions', 0, 'key', { kind: 'citizens' }],
    '/solutions/0/key/kind kind_unknown',
  ],
  ['a key without a kind', ['solutions', 0, 'key', {}], '/solutions/0/key/kind field_missing'],
  [
    'a mixed key within a mixed key',
    ['solutions', 0, 'key', 'parts', 0, 'key', { kind: 'mix', parts: [] }],
    '/solutions/0/key/parts/0/key/kind kind_unknown',
  ],
  [
    'shares that do not add up to 1',
    ['solutions', 0, 'key', 'parts', 0, 'share', '0.61'],
    '/solutions/0/key/parts mix_shares_not_one',
  ],
  [
    'a share of a mixed key as a number',
    ['solutions', 0, 'key', 'parts', 0, 'share', 0.6],
    '/solutions/0/key/parts/0/share rate_form',
  ],
  [
    'a weight by a code of three digits',
    ['solutions', 0, 'key', { kind: 'weights', weights: { '101': '1' } }],
    '/solutions/0/key/weights/101 municipality_code_form',
  ],
  [
    'a negative weight',
    ['solutions', 0, 'key', { kind: 'weights', weights: { '0101': '-1' } }],
    '/solutions/0/key/weights/0101 weight_negative',
  ],
  [
    'a negative limit on a rise',
    ['solutions', 1, 'key', 'limits', 'rise', '-0.1'],
    '/solutions/1/key/limits/rise share_range',
  ],
  [
    'a unit with a very long name',
    ['solutions', 0, 'key', { kind: 'weights', weights: {}, unit: 'x'.repeat(81) }],
    '/solutions/0/key/unit text_too_long',
  ],
  [
    'a provenance without a source',
    ['index', 0, 'provenance', { kind: 'published' }],
    '/index/0/provenance/source field_missing',
  ],
  ['a figure without provenance', ['index', 0, 'provenance', undefined], '/index/0/provenance field_missing'],
];

describe('checkForm of an agreement', () => {
  it('accepts the small agreement', () => {
    expect(places(refusalsOf(agreementSchema, smallDocument()))).toEqual([]);
  });

  it.each(BROKEN_AGREEMENTS)('points at %s, and at nothing else', (_what, change, place) => {
    expect(places(refusalsOf(agreementSchema, changed(smallDocument(), change)))).toEqual([place]);
  });

  it('finds all errors at once', () => {
    const document = changed(changed(smallDocument(), ['baseYear', 1]), ['index', 2, 'wage', 0.1]);
    expect(places(refusalsOf(agreementSchema, document))).toEqual([
      '/baseYear year_form',
      '/index/2/wage rate_form',
    ]);
  });

  it('describes at most a hundred errors', () => {
    const noise = Object.fromEntries(Array.from({ length: 150 }, (_, place) => [`x${place}`, 1]));
    expect(refusalsOf(agreementSchema, { ...smallDocument(), ...noise })).toHaveLength(100);
  });
});

/** A scenario with one change, and where the error points with which code. */
const BROKEN_CHANGES: [what: string, change: unknown, place: string][] = [
  ['an unknown type', { type: 'set-price' }, '/changes/0/type kind_unknown'],
  ['no type', { year: 2026 }, '/changes/0/type field_missing'],
  ['no object', 'set-index', '/changes/0 object_expected'],
  [
    'an unknown field',
    { type: 'enter', municipality: '0101', firstYear: 2026, reason: '' },
    '/changes/0/reason field_unknown',
  ],
  ['nothing to set', { type: 'set-index', year: 2026 }, '/changes/0 change_sets_nothing'],
  ['neither rate nor amount', { type: 'set-efficiency', year: 2026 }, '/changes/0 rate_or_amount'],
  [
    'a fault deep in a key',
    { type: 'set-key', key: { kind: 'weights', weights: { '0101': 12.5 } } },
    '/changes/0/key/weights/0101 rate_form',
  ],
];

describe('checkForm of a scenario', () => {
  const scenario = (...changes: unknown[]) => ({
    agreement: 'small',
    years: { from: 2026, to: 2029 },
    changes,
  });

  it.each(BROKEN_CHANGES)('points at a change with %s', (_what, change, place) => {
    expect(places(refusalsOf(scenarioSchema, scenario(change)))).toEqual([place]);
  });

  it.each([
    ['years in the wrong order', { from: 2029, to: 2026 }, '/years/to years_reversed'],
    ['too many years', { from: 2026, to: 2026 + MOST_YEARS }, '/years/to years_too_many'],
  ])('points at %s', (_what, years, place) => {
    expect(places(refusalsOf(scenarioSchema, { ...scenario(), years }))).toEqual([place]);
  });

  it('points at a list that is too long and names the limit', () => {
    const change = { type: 'enter', municipality: '0101', firstYear: 2026 };
    const refusals = refusalsOf(scenarioSchema, scenario(...Array.from({ length: 1001 }, () => change)));
    expect(places(refusals)).toEqual(['/changes list_too_long']);
    expect(refusals[0]?.message).toEqual({
      da: 'Listen er for lang. Grænse: 1000.',
      en: 'The list is too long. Limit: 1000.',
    });
  });

  it.each([undefined, null, 5, 'text', []])('points at the whole of %j', (document) => {
    expect(places(refusalsOf(scenarioSchema, document))).toEqual([' object_expected']);
  });

  it('lists the known types beside an unknown one', () => {
    const [refusal] = refusalsOf(scenarioSchema, scenario({ type: 'set-price' }));
    expect(refusal?.message.da).toMatch(
      /^Typen kendes ikke\. Modtaget: "set-price"\. Mulige værdier: "set-index", /,
    );
    expect(refusal?.message.en).toContain('"carry-over-pool"');
  });
});

describe('checkForm of a value with several forms', () => {
  const inner = z.strictObject({ agreement: z.string(), years: z.int() });
  const schema = z.union([
    z.string(),
    z.strictObject({ scenario: inner }),
    z.strictObject({ scenarioId: z.string() }),
  ]);

  it.each([
    [
      'a fault within the form it comes closest to',
      { scenario: { agreement: 'a', years: '1' } },
      ['/scenario/years number_expected'],
    ],
    ['a fault in the other form', { scenarioId: 5 }, ['/scenarioId text_expected']],
    ['a field too many', { scenarioId: 'a', note: '' }, ['/note field_unknown']],
    ['a value of none of the forms', 5, [' form_unknown']],
  ])('points at %s', (_what, document, expected) => {
    expect(places(refusalsOf(schema, document))).toEqual(expected);
  });
});

/** What zod finds by itself, where a schema names no code of its own. */
const FINDINGS: [schema: z.ZodType, value: unknown, code: string, detail: string][] = [
  [z.string(), 1, 'text_expected', 'Received: 1.'],
  [z.string().min(1), '', 'text_empty', 'Received: "".'],
  [z.string().min(3), 'ab', 'text_too_short', 'Limit: 3.'],
  [z.string().max(3), 'abcd', 'text_too_long', 'Limit: 3.'],
  [z.string().regex(/^a/), 'b', 'text_form', 'Received: "b".'],
  [z.number(), '1', 'number_expected', 'Received: "1".'],
  [z.int(), 1.5, 'integer_expected', 'Received: 1.5.'],
  [z.number().min(2), 1, 'number_too_small', 'Limit: 2.'],
  [z.number().max(2), 3, 'number_too_large', 'Limit: 2.'],
  [z.boolean(), 'true', 'boolean_expected', 'Received: "true".'],
  [z.array(z.string()), 'a', 'list_expected', 'Received: "a".'],
  [z.array(z.string()).min(1), [], 'list_empty', 'The list is empty.'],
  [z.array(z.string()).min(2), ['a'], 'list_too_short', 'Limit: 2.'],
  [z.array(z.string()).max(1), ['a', 'b'], 'list_too_long', 'Limit: 1.'],
  [z.strictObject({}), [], 'object_expected', 'Received: an empty list.'],
  [z.record(z.string(), z.string()), 'a', 'object_expected', 'Received: "a".'],
  [z.enum(['a', 'b']), 'c', 'value_not_allowed', 'Possible values: "a", "b".'],
  [z.literal('a'), 'c', 'value_not_allowed', 'Possible values: "a".'],
  [z.null(), 'a', 'form_unknown', 'Received: "a".'],
  [z.number().multipleOf(2), 3, 'form_unknown', 'Received: 3.'],
  [z.union([z.string(), z.number()]), true, 'form_unknown', 'Received: true.'],
];

describe('checkForm of a schema that names no codes', () => {
  it.each(FINDINGS.map(([schema, value, code, detail]) => ({ schema, value, code, detail })))(
    'answers $value with $code',
    ({ schema, value, code, detail }) => {
      const [refusal, ...others] = refusalsOf(schema, value);
      expect(refusal?.code).toBe(code);
      expect(refusal?.message.en).toContain(detail);
      expect(others).toEqual([]);
    },
  );
});

describe('the value received', () => {
  const messageFor = (value: unknown) => refusalsOf(z.int({ error: 'count_form' }), value)[0]?.message;

  it.each([
    { value: 'a', shown: 'Received: "a".' },
    { value: 0.5, shown: 'Received: 0.5.' },
    { value: null, shown: 'Received: null.' },
    { value: [1], shown: 'Received: a list.' },
  ])('is shown: $shown', ({ value, shown }) => {
    expect(messageFor(value)?.en).toContain(shown);
  });

  it('is shown in the language of the message', () => {
    expect(messageFor({})?.da).toContain('Modtaget: et objekt.');
    expect(messageFor([])?.da).toContain('Modtaget: en tom liste.');
  });

  it('is cut off when long, between characters and not within one', () => {
    expect(messageFor('😀'.repeat(61))?.en).toContain(`Received: "${'😀'.repeat(60)}…".`);
    expect(messageFor('x'.repeat(60))?.en).toContain(`Received: "${'x'.repeat(60)}".`);
  });

  it('has no invisible characters, none that break a line, and none that turn the direction of writing', () => {
    expect(messageFor('a b\n\u0000\u202e\u2028\u00a0')?.en).toContain(
      'Received: "a b\\n\\u0000\\u{202e}\\u{2028}\\u{a0}".',
    );
  });
});
