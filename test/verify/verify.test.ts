import { describe, expect, test } from 'vitest';
import { verify } from '../../verify/verify.ts';
import { pointersTo, replacedAt, valueAt } from './json-pointer.ts';
import { smallAnswer, smallCase } from './small-answer.ts';
import { sealed } from './small-case.ts';

const isAmount = (value: unknown) => typeof value === 'string' && /^-?\d+\.\d{2}$/.test(value);

function pointersFound(result: unknown): string[] {
  return verify({ ...smallCase, result }).findings.map(({ pointer }) => pointer);
}

/** The answer with one value replaced, sealed again as a careful forger would. */
function tampered(pointer: string, value: unknown) {
  return sealed(replacedAt(smallAnswer, pointer, value));
}

function oneOreMore(amount: unknown): string {
  const ore = BigInt(String(amount).replace('.', '')) + 1n;
  const digits = String(ore < 0n ? -ore : ore).padStart(3, '0');
  return `${ore < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

describe('an answer worked by hand', () => {
  test('is accepted', () => {
    const report = verify(smallCase);
    expect(report).toMatchObject({ findings: [], notes: [] });
    expect(report.figuresChecked).toBeGreaterThan(pointersTo(smallAnswer, isAmount).length);
  });

  test('is accepted with the other of two equally good splits', () => {
    let other = tampered('/years/1/municipalities/0/solutions/1/amount', '125.85');
    other = sealed(replacedAt(other, '/years/1/municipalities/1/solutions/1/amount', '125.84'));
    other = sealed(replacedAt(other, '/years/1/municipalities/0/solutions/2/amount', '52.13'));
    other = sealed(replacedAt(other, '/years/1/municipalities/1/solutions/2/amount', '52.14'));
    expect(pointersFound(other)).toEqual([]);
  });

  test('is accepted whatever the order of the agreement document’s lists', () => {
    const { agreement } = smallCase;
    const shuffled = {
      ...agreement,
      components: agreement.components.toReversed(),
      solutions: agreement.solutions
        .map((solution) => ({ ...solution, basePrices: solution.basePrices.toReversed() }))
        .toReversed(),
      index: agreement.index.toReversed(),
      municipalities: agreement.municipalities.toReversed(),
    };
    expect(verify({ ...smallCase, agreement: shuffled }).findings).toEqual([]);
  });
});

describe('one øre more is refused, even when sealed again,', () => {
  const shares = /\/municipalities\/\d\/solutions\/\d\/amount$/;
  test.each(pointersTo(smallAnswer, isAmount))('at %s', (pointer) => {
    const found = pointersFound(tampered(pointer, oneOreMore(valueAt(smallAnswer, pointer))));
    expect(found).toContain(shares.test(pointer) ? pointer.replace(/\/\d\/solutions.*/, '') : pointer);
  });
});

test('a share that leaves its own bounds is refused at the share', () => {
  const pointer = '/years/0/municipalities/0/solutions/1/amount';
  expect(pointersFound(tampered(pointer, '101.98'))).toContain(pointer);
});

test('an øre moved between two shares of a column is refused, although every sum is kept', () => {
  let moved = tampered('/years/1/municipalities/0/solutions/1/amount', '125.85');
  moved = sealed(replacedAt(moved, '/years/1/municipalities/1/solutions/1/amount', '125.84'));
  moved = sealed(replacedAt(moved, '/years/1/municipalities/0/amount', '838.33'));
  moved = sealed(replacedAt(moved, '/years/1/municipalities/1/amount', '508.14'));
  // 838.33 / 6 = 139.7217 stays; 508.14 / 3 = 169.38 stays.
  expect(pointersFound(moved)).toEqual([
    '/years/1/municipalities/0/amount',
    '/years/1/municipalities/1/amount',
  ]);
});

test('a needless detour is refused: more shares away from the largest remainders than the bounds ask for', () => {
  const { agreement } = smallCase;
  // Base year 2025 and only beta at 0.01 kr.: the øre falls to 0101, the first of three equal ones.
  const oneOre = {
    ...agreement,
    solutions: agreement.solutions.slice(1, 2).map((beta) => ({
      ...beta,
      basePrices: [{ component: 'operations', amount: '0.01', provenance: { kind: 'example' } }],
    })),
  };
  const parts = {
    indexation: '0.00',
    efficiency: '0.00',
    membership: '0.00',
    baseBudget: '0.01',
    pool: '0.00',
  };
  const answer = (payer: string) => ({
    hash: '',
    years: [
      {
        year: 2025,
        basePriceSum: '0.01',
        ...parts,
        agreementPrice: '0.01',
        solutions: [
          {
            solution: 'beta',
            basePrice: '0.01',
            ...parts,
            price: '0.01',
            components: [{ component: 'operations', amount: '0.01' }],
          },
        ],
        municipalities: agreement.municipalities.map(({ municipality, population }) => {
          const amount = municipality === payer ? '0.01' : '0.00';
          const perCitizen = municipality === payer && population === 1 ? '0.01' : '0.00';
          return { municipality, population, amount, perCitizen, solutions: [{ solution: 'beta', amount }] };
        }),
      },
    ],
  });
  const scenario = { years: { from: 2025, to: 2025 }, changes: [] };
  const audit = (payer: string) =>
    verify({ agreement: oneOre, scenario, result: sealed(answer(payer)) })
      .findings.map(({ pointer }) => pointer)
      .filter((pointer) => pointer !== '/hash');
  expect(audit('0101')).toEqual([]);
  expect(audit('0301')).toHaveLength(1);
  expect(audit('0301')[0]).toMatch(/^\/years\/0\/municipalities\/[02]\/solutions\/0\/amount$/);
});

describe('a tampered answer is refused where it was tampered with', () => {
  test.each([
    ['another hash', '/hash', 'f'.repeat(64), '/hash'],
    ['no hash', '/hash', undefined, '/hash'],
    ['a year left out', '/years/1', undefined, '/years'],
    ['a year renamed', '/years/1/year', 2028, '/years/1/year'],
    ['another population', '/years/0/municipalities/1/population', 4, '/years/0/municipalities/1/population'],
    ['a municipality left out', '/years/0/municipalities/1', undefined, '/years/0/municipalities'],
    [
      'an unknown municipality',
      '/years/0/municipalities/1/municipality',
      '0999',
      '/years/0/municipalities/1/municipality',
    ],
    [
      'a municipality twice',
      '/years/0/municipalities/1/municipality',
      '0101',
      '/years/0/municipalities/1/municipality',
    ],
    ['a solution left out', '/years/0/solutions/1', undefined, '/years/0/solutions'],
    ['an unknown solution', '/years/0/solutions/1/solution', 'gamma', '/years/0/solutions/1/solution'],
    [
      'a component left out',
      '/years/0/solutions/0/components/1',
      undefined,
      '/years/0/solutions/0/components',
    ],
    ['a share left out', '/years/0/municipalities/1/solutions/1', undefined, '/years/0/municipalities'],
    [
      'a share in no solution of the year',
      '/years/0/municipalities/1/solutions/1/solution',
      'gamma',
      '/years/0/municipalities/1/solutions/1/solution',
    ],
    ['an amount as a number', '/years/0/agreementPrice', 1325.61, '/years/0/agreementPrice'],
    [
      'a share as a number',
      '/years/0/municipalities/1/solutions/1/amount',
      101.97,
      '/years/0/municipalities/1/solutions/1/amount',
    ],
    ['an amount with one decimal', '/years/0/pool', '135.8', '/years/0/pool'],
    ['no list of solutions', '/years/0/solutions', {}, '/years/0/solutions'],
    ['an empty entry', '/years/0/municipalities/1', null, '/years/0/municipalities/1'],
  ])('%s', (_, pointer, value, expected) => {
    expect(pointersFound(tampered(pointer, value))).toContain(expected);
  });

  test('anything changed after sealing breaks the seal', () => {
    expect(pointersFound(replacedAt(smallAnswer, '/remark', 'harmless'))).toEqual(['/seal']);
  });

  test('a finding says what was expected, what was found and why', () => {
    expect(verify({ ...smallCase, result: tampered('/years/0/agreementPrice', '1325.62') }).findings).toEqual(
      [
        {
          pointer: '/years/0/agreementPrice',
          expected: '"1325.61"',
          found: '"1325.62"',
          message: 'price of the agreement in 2026: the exact sum rounded to whole øre, half away from zero',
        },
      ],
    );
  });
});

test('a price for a year without index data is refused: the model has none', () => {
  const agreement = { ...smallCase.agreement, index: smallCase.agreement.index.slice(0, 1) };
  const found = verify({ ...smallCase, agreement }).findings.map(({ pointer }) => pointer);
  expect(found).toEqual(['/hash', '/years/1']);
});

describe('caps and floors against the year before', () => {
  const audit = (rise: string) => {
    const change = { type: 'set-key', solution: 'alfa', key: { kind: 'population', limits: { rise } } };
    const scenario = { ...smallCase.scenario, changes: [...smallCase.scenario.changes, change] };
    const { findings, notes } = verify({ ...smallCase, scenario });
    return { found: findings.map(({ pointer }) => pointer).filter((pointer) => pointer !== '/hash'), notes };
  };

  // 0101 pays 611.82 and then 660.34 for alfa, 0201 305.91 and then 330.17: 7.93 % more.
  test('that nobody meets leave the split as it is; the first year is said to be unchecked', () => {
    const { found, notes } = audit('0.08');
    expect(found).toEqual([]);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain('2026: the caps and floors of alfa look back to 2025');
  });

  test('that leave no split make the price one that the model refuses', () => {
    expect(audit('0.079').found).toEqual(['/years/1']);
  });
});

describe('an input that cannot be audited says where and why', () => {
  test.each([
    ['no agreement', '/agreement', undefined, 'the document: the field "agreement" is missing'],
    [
      'a base price as a number',
      '/agreement/solutions/0/basePrices/0/amount',
      600,
      '/agreement/solutions/0/basePrices/0/amount: kroner',
    ],
    [
      'a rate as a number',
      '/agreement/index/0/combined',
      0.03,
      '/agreement/index/0/combined: a decimal as text',
    ],
    [
      'an unknown change',
      '/scenario/changes/0/type',
      'abolish',
      '/scenario/changes/0/type: a type of change',
    ],
    [
      'an unknown municipality',
      '/scenario/changes/0/municipality',
      '0999',
      '/scenario/changes/0/municipality: ',
    ],
    ['years reversed', '/scenario/years/to', 2025, '/scenario/years/to: the last year'],
    ['changes not flattened', '/scenario/basedOn', 'baseline', '/scenario/basedOn: '],
    ['a result that is no object', '/result', [], '/result: an object is wanted'],
    [
      'nobody lives there',
      '/agreement/municipalities/0/population',
      0,
      '/agreement/municipalities/0/population',
    ],
  ])('%s', (_, pointer, value, message) => {
    const { agreement, ...rest } = smallCase;
    const input = pointer === '/agreement' ? rest : replacedAt({ agreement, ...rest }, pointer, value);
    expect(() => verify(input)).toThrow(message);
  });
});
