import { describe, expect, it } from 'vitest';
import { builtApp, get, post, problemIn, scenario } from './built-app.ts';

const change = (fields: object) => ({ scenario: scenario({ changes: [fields] }) });
const column = (fields: object = {}) => ({
  id: 'aula',
  amount: '10.00',
  weights: { '0101': '1' },
  ...fields,
});

/**
 * Every way a body can be wrong: the route, the body, the status, and the code at the field that is at fault.
 */
const CASES: readonly (readonly [string, string, unknown, number, string, string])[] = [
  ['no JSON', '/v1/price', '{', 400, 'json_malformed', ''],
  ['NaN, which JSON does not have', '/v1/price', '{"scenario":NaN}', 400, 'json_malformed', ''],
  ['an empty body', '/v1/price', ' ', 400, 'body_missing', ''],
  [
    'a key that reaches for the prototype',
    '/v1/splits',
    '{"columns":[{"__proto__":{}}]}',
    400,
    'json_key_forbidden',
    '/columns/0/__proto__',
  ],
  [
    'half a surrogate pair',
    '/v1/splits',
    '{"columns":[{"id":"\\ud800"}]}',
    400,
    'json_text_invalid',
    '/columns/0/id',
  ],
  [
    'half a surrogate pair in a key',
    '/v1/splits',
    '{"columns":[{"\\ud800":1}]}',
    400,
    'json_text_invalid',
    '/columns/0',
  ],
  [
    'the character NUL',
    '/v1/splits',
    '{"columns":[{"id":"a\\u0000"}]}',
    400,
    'json_text_invalid',
    '/columns/0/id',
  ],
  [
    'the character NUL in a key',
    '/v1/splits',
    '{"columns":[{"a\\u0000":1}]}',
    400,
    'json_text_invalid',
    '/columns/0',
  ],
  [
    'escapes nested deeply',
    '/v1/splits',
    `${'['.repeat(5000)}"\\u0041"${']'.repeat(5000)}`,
    400,
    'json_too_deep',
    '/0'.repeat(33),
  ],
  ['a list instead of an object', '/v1/price', [], 400, 'object_expected', ''],
  ['neither scenario nor id', '/v1/price', {}, 400, 'scenario_or_id', ''],
  [
    'both scenario and id',
    '/v1/price',
    { scenario: scenario(), scenarioId: 'test-base' },
    400,
    'scenario_or_id',
    '',
  ],
  [
    'an unknown field',
    '/v1/price',
    { scenario: scenario({ colour: 'red' }) },
    400,
    'field_unknown',
    '/scenario/colour',
  ],
  [
    'a missing field',
    '/v1/price',
    { scenario: { changes: [] } },
    400,
    'field_missing',
    '/scenario/agreement',
  ],
  [
    'a float for money',
    '/v1/price',
    change({ type: 'set-base-price', amount: 41000000.5 }),
    400,
    'money_form',
    '/scenario/changes/0/amount',
  ],
  [
    'money in Danish form',
    '/v1/splits',
    { columns: [column({ amount: '1.234,50' })] },
    400,
    'money_form',
    '/columns/0/amount',
  ],
  [
    'a huge exponent',
    '/v1/price',
    change({ type: 'set-efficiency', year: 2026, rate: '1e999999999' }),
    400,
    'rate_form',
    '/scenario/changes/0/rate',
  ],
  [
    'an efficiency of all',
    '/v1/price',
    change({ type: 'set-efficiency', year: 2026, rate: '1' }),
    400,
    'efficiency_rate_range',
    '/scenario/changes/0/rate',
  ],
  [
    'an unknown type of change',
    '/v1/price',
    change({ type: 'set-colour' }),
    400,
    'kind_unknown',
    '/scenario/changes/0/type',
  ],
  [
    'a year beyond all years',
    '/v1/price',
    { scenario: scenario({ years: { from: 2026, to: 1e300 } }) },
    400,
    'year_form',
    '/scenario/years/to',
  ],
  [
    'years backwards',
    '/v1/price',
    { scenario: scenario({ years: { from: 2027, to: 2026 } }) },
    400,
    'years_reversed',
    '/scenario/years/to',
  ],
  [
    'too many years',
    '/v1/price',
    { scenario: scenario({ years: { from: 2026, to: 2090 } }) },
    400,
    'years_too_many',
    '/scenario/years/to',
  ],
  ['no columns', '/v1/splits', { columns: [] }, 400, 'list_empty', '/columns'],
  [
    'a negative weight at a name with a slash',
    '/v1/splits',
    { columns: [column({ weights: { 'a/~b': '-1' } })] },
    400,
    'weight_negative',
    '/columns/0/weights/a~1~0b',
  ],
  [
    'an unknown method of splitting',
    '/v1/splits',
    { columns: [column()], method: 'best' },
    400,
    'value_not_allowed',
    '/method',
  ],
  [
    'an agreement that is not loaded',
    '/v1/price',
    { scenario: scenario({ agreement: 'k97' }) },
    422,
    'agreement_unknown',
    '/scenario/agreement',
  ],
  [
    'a stored scenario that does not exist',
    '/v1/price',
    { scenarioId: 'no-such' },
    422,
    'scenario_unknown',
    '/scenarioId',
  ],
  [
    'a base that does not exist',
    '/v1/price',
    { scenario: scenario({ basedOn: 'no-such' }) },
    422,
    'scenario_unknown',
    '/scenario/basedOn',
  ],
  [
    'a base that builds on itself',
    '/v1/price',
    { scenario: scenario({ basedOn: 'test-circle-one' }) },
    422,
    'based_on_cycle',
    '/scenario/basedOn',
  ],
  [
    'a stored scenario that builds on itself',
    '/v1/price',
    { scenarioId: 'test-circle-two' },
    422,
    'based_on_cycle',
    '/scenarioId',
  ],
  [
    'a base of another agreement',
    '/v1/price',
    { scenario: scenario({ basedOn: 'test-other-agreement' }) },
    422,
    'agreement_differs',
    '/scenario/basedOn',
  ],
  [
    'a base that cannot be applied',
    '/v1/price',
    { scenario: scenario({ basedOn: 'test-impossible' }) },
    422,
    'solution_unknown',
    '/scenario/basedOn',
  ],
  [
    'a fault behind the changes of a base',
    '/v1/price',
    {
      scenario: scenario({
        basedOn: 'test-base',
        changes: [{ type: 'enter', municipality: '9999', firstYear: 2026 }],
      }),
    },
    422,
    'municipality_unknown',
    '/scenario/changes/0/municipality',
  ],
  [
    'a figure that is not in the answer',
    '/v1/explanations',
    { scenario: scenario(), figure: { year: 2030, figure: 'pool' } },
    422,
    'year_not_priced',
    '/figure/year',
  ],
  [
    'a figure that has no name',
    '/v1/explanations',
    { scenario: scenario(), figure: { year: 2026, figure: 'profit' } },
    400,
    'value_not_allowed',
    '/figure/figure',
  ],
  [
    'an unknown solution',
    '/v1/price',
    change({ type: 'set-reserved-share', solution: 'no-such', share: '0.5' }),
    422,
    'solution_unknown',
    '/scenario/changes/0/solution',
  ],
  [
    'an unknown municipality',
    '/v1/price',
    change({ type: 'withdraw', municipality: '9999', lastYear: 2026 }),
    422,
    'municipality_unknown',
    '/scenario/changes/0/municipality',
  ],
  [
    'years before the base year',
    '/v1/price',
    { scenario: scenario({ years: { from: 2001, to: 2001 } }) },
    422,
    'year_before_base',
    '/scenario/years/from',
  ],
  [
    'years without index data',
    '/v1/price',
    { scenario: scenario({ years: { from: 2090, to: 2099 } }) },
    422,
    'index_missing',
    '/scenario/years/to',
  ],
  [
    'two columns of one id',
    '/v1/splits',
    { columns: [column(), column()] },
    422,
    'column_id_repeated',
    '/columns/1/id',
  ],
  [
    'an amount without any weight',
    '/v1/splits',
    { columns: [column({ weights: {} })] },
    422,
    'column_without_weight',
    '/columns/0/weights',
  ],
  [
    'the same scenario twice',
    '/v1/compare',
    { baseline: 'test-base', scenarios: ['test-base'] },
    422,
    'duplicate_scenario',
    '/scenarios/0',
  ],
  [
    'nothing to compare',
    '/v1/compare',
    { baseline: 'test-base', scenarios: [] },
    400,
    'list_empty',
    '/scenarios',
  ],
  [
    'an unknown scenario to compare',
    '/v1/compare',
    { baseline: scenario(), scenarios: ['no-such'] },
    422,
    'scenario_unknown',
    '/scenarios/0',
  ],
  [
    'years that do not meet',
    '/v1/compare',
    { baseline: scenario(), scenarios: [scenario({ years: { from: 2028, to: 2028 } })] },
    422,
    'no_common_year',
    '/scenarios/0',
  ],
  [
    'more years to compare than can be waited for',
    '/v1/compare',
    {
      baseline: scenario({ years: { from: 2026, to: 2055 } }),
      scenarios: Array(20).fill(scenario({ years: { from: 2026, to: 2055 } })),
    },
    422,
    'comparison_too_large',
    '/scenarios',
  ],
  [
    'a new base that builds on itself',
    '/v1/scenarios/rebase',
    { scenario: scenario(), onto: 'test-circle-one' },
    422,
    'based_on_cycle',
    '/onto',
  ],
  [
    'an unknown new base',
    '/v1/scenarios/rebase',
    { scenario: scenario(), onto: 'no-such' },
    422,
    'scenario_unknown',
    '/onto',
  ],
];

describe('a wrong body is refused with a code and a pointer to the field', () => {
  it.each(CASES)('%s: POST %s', async (_what, url, body, status, code, pointer) => {
    const danish = await post(url, body);
    const english = await post(url, body, { 'accept-language': 'en-GB,en;q=0.9' });
    const [da, en] = [problemIn(danish), problemIn(english)];
    expect([danish.status, english.status]).toEqual([status, status]);
    expect(da.errors[0]).toMatchObject({ code, pointer });
    expect(en.errors[0]).toMatchObject({ code, pointer });
    expect(da.type).toBe(en.type);
    expect(da.errors[0]?.message).not.toBe(en.errors[0]?.message);
    expect(danish.headers['content-language']).toBe('da');
    expect(english.headers['content-language']).toBe('en');
  });

  it('all errors of a body are told at once', async () => {
    const body = { scenario: scenario({ colour: 1, changes: [{ type: 'set-base-price', amount: 1 }] }) };
    const codes = problemIn(await post('/v1/price', body)).errors.map(({ code }) => code);
    expect(codes.toSorted()).toEqual(['field_unknown', 'money_form']);
  });
});

describe('an id that belongs to nothing kept', () => {
  it('is answered with where to find those that can be named', async () => {
    const { errors } = problemIn(await post('/v1/compare', { baseline: 'baseline', scenarios: ['no-such'] }));
    expect(errors).toMatchObject([{ code: 'scenario_unknown', pointer: '/scenarios/0' }]);
    expect(errors[0]?.message).toContain('GET /v1/scenarios');
  });
});

describe('what is wrong outside the body', () => {
  it.each([
    ['GET', '/v1/nothing', 404, 'route_unknown'],
    ['GET', '/v1/agreements/no-such', 404, 'agreement_unknown'],
    ['GET', '/v1/scenarios/No%20Such%C3%86', 404, 'scenario_unknown'],
    ['GET', `/v1/agreements/${'a'.repeat(300)}`, 404, 'route_unknown'],
    ['GET', '/v1/agreements/%zz', 400, 'url_malformed'],
    ['GET', '/v1/scenarios?limit=0', 400, 'limit_form'],
    ['GET', '/v1/scenarios?limit=1000', 400, 'limit_form'],
    ['GET', '/v1/scenarios?cursor=%3F%3F', 400, 'cursor_unknown'],
    ['GET', '/v1/scenarios?page=2', 400, 'field_unknown'],
    ['GET', '/v1/price', 405, 'method_not_allowed'],
    ['DELETE', '/v1/agreements/k98-example', 405, 'method_not_allowed'],
  ] as const)('%s %s → %i %s', async (method, url, status, code) => {
    const response = await builtApp.inject({ method, url });
    const problem = problemIn({
      ...response,
      status: response.statusCode,
      text: response.body,
      json: () => response.json(),
    });
    expect(problem).toMatchObject({ status, errors: [{ code, pointer: '' }] });
  });

  it('says which methods an address takes', async () => {
    const { headers } = await builtApp.inject({ method: 'PUT', url: '/v1/rule-sets', payload: 'not read' });
    expect(headers.allow).toBe('GET, HEAD');
  });

  it('a parameter that is wrong is named', async () => {
    const problem = problemIn(await get('/v1/scenarios?limit=many'));
    expect(problem.errors[0]).toMatchObject({ parameter: 'limit', pointer: '' });
  });

  it.each(['/v1/scenarios/a%00b', '/v1/scenarios/a%00b/versions', '/v1/audit?actor=%00', '/%00'])(
    'an address with NUL in it cannot be read, as no database keeps such a text: %s',
    async (url) => {
      expect(problemIn(await get(url))).toMatchObject({ status: 400, errors: [{ code: 'url_malformed' }] });
    },
  );

  it('a cursor that hides NUL is none of ours', async () => {
    const cursor = Buffer.from('a\u0000').toString('base64url');
    const problem = problemIn(await get(`/v1/scenarios?cursor=${cursor}`));
    expect(problem).toMatchObject({ status: 400, errors: [{ code: 'cursor_unknown', parameter: 'cursor' }] });
  });

  it('a body that is not JSON is an unsupported media type', async () => {
    const answer = await post('/v1/splits', '<columns/>', { 'content-type': 'application/xml' });
    expect(problemIn(answer)).toMatchObject({ status: 415, errors: [{ code: 'media_type_unsupported' }] });
  });

  it('an answer is not given in a form that is not offered', async () => {
    const answer = await post('/v1/splits', { columns: [column()] }, { accept: 'image/png' });
    expect(problemIn(answer)).toMatchObject({ status: 406, errors: [{ code: 'media_type_not_offered' }] });
  });

  it('flat rows are not offered where there are none', async () => {
    expect((await get('/v1/scenarios', { accept: 'text/csv' })).status).toBe(406);
  });

  it('a body above the limit is too large, and one below it is read', async () => {
    const padding = (length: number) => `${' '.repeat(length)}{`;
    expect(problemIn(await post('/v1/price', padding(1024 * 1024)))).toMatchObject({
      status: 413,
      errors: [{ code: 'body_too_large' }],
    });
    expect((await post('/v1/price', padding(1024 * 1024 - 1))).status).toBe(400);
  });
});
