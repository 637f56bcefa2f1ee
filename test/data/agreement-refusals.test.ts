import { describe, expect, it } from 'vitest';
import { agreementFromDocument } from '../../data/agreement-from-document.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { type Change, changed } from './changed.ts';
import { smallDocument } from './small-document.ts';

const POPULATION = { kind: 'population' };
const EXAMPLE = { kind: 'example' } as const;
const paid = (municipality: string, ...solutions: string[]) => ({
  municipality,
  solutions: solutions.map((solution) => ({ solution, amount: '1.00' })),
});
const past = (year: number, ...municipalities: ReturnType<typeof paid>[]) => ({
  ...{ year, municipalities, provenance: EXAMPLE },
});
const MOVED_TO_NOBODY = { kind: 'weights', weights: { '0101': '0' } };

/** What is broken in the small document, where the refusal points, and its code. */
const CONTRADICTIONS: [what: string, change: Change, pointer: string, code: string][] = [
  [
    'actual amounts of a year told twice',
    ['pastAmounts', [past(2025, paid('0101', 'aula')), past(2025, paid('0851', 'aula'))]],
    'pastAmounts/1/year',
    'duplicate_value',
  ],
  [
    'actual amounts of a municipality told twice',
    ['pastAmounts', [past(2025, paid('0101', 'aula'), paid('0101', 'valg'))]],
    'pastAmounts/0/municipalities/1/municipality',
    'duplicate_value',
  ],
  [
    'an actual amount told twice',
    ['pastAmounts', [past(2025, paid('0101', 'aula', 'aula'))]],
    'pastAmounts/0/municipalities/0/solutions/1/solution',
    'duplicate_value',
  ],
  [
    'actual amounts of an unknown municipality',
    ['pastAmounts', [past(2025, paid('0999', 'aula'))]],
    'pastAmounts/0/municipalities/0/municipality',
    'unknown_municipality',
  ],
  [
    'an actual amount of an unknown solution',
    ['pastAmounts', [past(2025, paid('0101', 'alua'))]],
    'pastAmounts/0/municipalities/0/solutions/0/solution',
    'unknown_solution',
  ],
  [
    'actual amounts of a year that no price looks back at',
    ['pastAmounts', [past(2024, paid('0101', 'aula')), past(2023, paid('0101', 'aula'))]],
    'pastAmounts/1/year',
    'past_year_unused',
  ],
  [
    'a component described twice',
    ['components', 1, 'component', 'business-maintenance'],
    'components/1/component',
    'duplicate_value',
  ],
  [
    'two components in the same place',
    ['components', 1, 'order', 2],
    'components/1/order',
    'duplicate_value',
  ],
  [
    'a solution described twice',
    ['solutions', 1, 'solution', 'valg'],
    'solutions/1/solution',
    'duplicate_value',
  ],
  ['two solutions in the same place', ['solutions', 1, 'order', 2], 'solutions/1/order', 'duplicate_value'],
  [
    'two prices of one component',
    ['solutions', 0, 'basePrices', 1, 'component', 'business-maintenance'],
    'solutions/0/basePrices/1/component',
    'duplicate_value',
  ],
  [
    'a participant named twice',
    ['solutions', 1, 'participants', 1, '0851'],
    'solutions/1/participants/1',
    'duplicate_value',
  ],
  [
    'a municipality counted twice',
    ['municipalities', 1, 'municipality', '0851'],
    'municipalities/1/municipality',
    'duplicate_value',
  ],
  [
    'two municipalities with one CVR number',
    ['municipalities', 1, 'cvr', '29189420'],
    'municipalities/1/cvr',
    'duplicate_value',
  ],
  ['an area described twice', ['areas', 1, 'area', 'citizens'], 'areas/1/area', 'duplicate_value'],
  [
    'a focus described twice in an area',
    ['areas', 0, 'focus', 1, 'focus', 'trust'],
    'areas/0/focus/1/focus',
    'duplicate_value',
  ],
  ['a body described twice', ['bodies', 1, 'body', 'council'], 'bodies/1/body', 'duplicate_value'],
  [
    'an area named twice by a body',
    ['bodies', 0, 'areas', 1, 'citizens'],
    'bodies/0/areas/1',
    'duplicate_value',
  ],
  [
    'a mandate given twice',
    ['bodies', 0, 'mandate', 1, 'recommend'],
    'bodies/0/mandate/1',
    'duplicate_value',
  ],
  [
    'two estimates of one year and vintage',
    ['index', 2, 'vintage', '2026-06-30'],
    'index/2',
    'duplicate_index_entry',
  ],
  [
    'a solution named twice by a measure',
    ['efficiency', 0, 'solutions', 1, 'valg'],
    'efficiency/0/solutions/1',
    'duplicate_value',
  ],
  [
    'a component named twice by a measure',
    ['efficiency', 0, 'components', ['operations', 'operations']],
    'efficiency/0/components/1',
    'duplicate_value',
  ],
  [
    'a solution in an unknown area',
    ['solutions', 1, 'area', 'libraries'],
    'solutions/1/area',
    'unknown_area',
  ],
  [
    'a price of an unknown component',
    ['solutions', 1, 'basePrices', 0, 'component', 'licences'],
    'solutions/1/basePrices/0/component',
    'unknown_component',
  ],
  [
    'an unknown participant',
    ['solutions', 1, 'participants', 1, '0999'],
    'solutions/1/participants/1',
    'unknown_municipality',
  ],
  [
    'an unknown municipality in a key',
    ['solutions', 1, 'key', { kind: 'weights', weights: { '0101': '1', '0999': '1' } }],
    'solutions/1/key/weights/0999',
    'unknown_municipality',
  ],
  [
    'an unknown municipality in a part of a mixed key',
    ['solutions', 0, 'key', 'parts', 0, 'key', 'weights', '0999', '1'],
    'solutions/0/key/parts/0/key/weights/0999',
    'unknown_municipality',
  ],
  ['a body of an unknown area', ['bodies', 0, 'areas', 1, 'libraries'], 'bodies/0/areas/1', 'unknown_area'],
  [
    'a measure for an unknown solution',
    ['efficiency', 0, 'solutions', 1, 'flis'],
    'efficiency/0/solutions/1',
    'unknown_solution',
  ],
  [
    'a measure for an unknown component',
    ['efficiency', 0, 'components', 0, 'licences'],
    'efficiency/0/components/0',
    'unknown_component',
  ],
  [
    'a solution in the agreement twice in a year',
    ['solutions', 0, 'periods', 0, 'firstYear', 2026],
    'solutions/0/periods/0',
    'periods_overlap',
  ],
  [
    'a solution that never left and enters again',
    ['solutions', 1, 'periods', 1, { firstYear: 2030 }],
    'solutions/1/periods/1',
    'periods_overlap',
  ],
  [
    'a municipality that is a member twice in a year',
    ['municipalities', 1, 'membership', 1, { firstYear: 2026 }],
    'municipalities/1/membership/1',
    'periods_overlap',
  ],
  [
    'a key that reaches nobody',
    ['solutions', 1, 'key', MOVED_TO_NOBODY],
    'solutions/1/key',
    'key_covers_nobody',
  ],
  [
    'a part of a mixed key that reaches nobody',
    ['solutions', 0, 'key', 'parts', 0, 'key', MOVED_TO_NOBODY],
    'solutions/0/key',
    'key_covers_nobody',
  ],
  [
    'a key whose weights are all of non-participants',
    ['solutions', 1, 'participants', []],
    'solutions/1/key',
    'key_covers_nobody',
  ],
  [
    'tiers that weigh nothing',
    ['solutions', 1, 'key', { kind: 'population-tiered', threshold: 0, weightAbove: '0' }],
    'solutions/1/key',
    'key_covers_nobody',
  ],
  [
    'a reserved share of nothing',
    ['solutions', 1, 'reservedShare', '0.25'],
    'solutions/1/reservedShare',
    'nothing_to_reserve',
  ],
  [
    'a wage share and an index without wages',
    ['index', 1, 'wage', undefined],
    'index/1/wage',
    'index_lacks_wage',
  ],
  [
    'a wage share and an index without prices',
    ['index', 0, 'price', undefined],
    'index/0/price',
    'index_lacks_price',
  ],
  [
    'a measure in the base year',
    ['efficiency', 1, 'year', 2025],
    'efficiency/1/year',
    'efficiency_too_early',
  ],
  [
    'two rates for all prices of a year',
    ['efficiency', 2, rate({})],
    'efficiency/2',
    'efficiency_rates_overlap',
  ],
  [
    'a rate within another rate of the year',
    ['efficiency', 2, rate({ solutions: ['aula'] })],
    'efficiency/2',
    'efficiency_rates_overlap',
  ],
];

function rate(scope: object): object {
  return { year: 2026, rate: '0.02', provenance: { kind: 'example' }, ...scope };
}

function refusalsOf(document: AgreementDocument): { pointer: string; code: string }[] {
  const result = agreementFromDocument(document);
  return result.ok ? [] : result.refusals.map(({ path, code }) => ({ pointer: path.join('/'), code }));
}

describe('agreementFromDocument refuses', () => {
  it.each(CONTRADICTIONS)('%s', (_what, change, pointer, code) => {
    expect(refusalsOf(changed(smallDocument(), change))).toContainEqual({ pointer, code });
  });

  it('all contradictions at once', () => {
    const document = changed(changed(smallDocument(), ['solutions', 1, 'area', 'libraries']), [
      'solutions',
      0,
      'key',
      MOVED_TO_NOBODY,
    ]);
    expect(refusalsOf(document)).toEqual([
      { pointer: 'solutions/1/area', code: 'unknown_area' },
      { pointer: 'solutions/0/key', code: 'key_covers_nobody' },
    ]);
  });

  it('with a reason and a remedy in both languages that name the value', () => {
    const result = agreementFromDocument(changed(smallDocument(), ['solutions', 1, 'area', 'libraries']));
    expect(result).toMatchObject({
      ok: false,
      refusals: [
        {
          message: {
            da: 'Forvaltningsområdet "libraries" findes ikke i aftalen.',
            en: 'The management area "libraries" is not in the agreement.',
          },
          remedy: {
            da: 'Ret stavningen, eller beskriv "libraries" i listen "areas".',
            en: 'Correct the spelling, or describe "libraries" in the list "areas".',
          },
        },
      ],
    });
  });
});

/** What looks like a contradiction and is none. */
const SOUND: [what: string, change: Change][] = [
  ['periods that meet without a year in common', ['solutions', 0, 'periods', 0, 'firstYear', 2027]],
  [
    'a participant without a weight beside one with',
    ['solutions', 1, 'key', { kind: 'weights', weights: { '0101': '1' } }],
  ],
  ['participants by population', ['solutions', 1, 'key', POPULATION]],
  ['rates of different years for the same prices', ['efficiency', 2, { ...rate({}), year: 2027 }]],
  ['an amount beside a rate in the same year', ['efficiency', 0, 'year', 2026]],
  [
    'a focus of the same name in another area',
    ['areas', 1, 'focus', [{ focus: 'trust', title: { da: 'T', en: 'T' } }]],
  ],
];

describe('agreementFromDocument accepts', () => {
  it.each(SOUND)('%s', (_what, change) => {
    expect(refusalsOf(changed(smallDocument(), change))).toEqual([]);
  });

  it('an index without wages when no price has a wage share', () => {
    const unblended = changed(smallDocument(), ['solutions', 0, 'basePrices', 0, 'wageShare', undefined]);
    expect(refusalsOf(changed(unblended, ['index', 1, 'wage', undefined]))).toEqual([]);
  });
});
