import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kronerFromOre, oreFromKroner } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { type NamedColumn, type SplitTable, splitTable } from '../../src/money/split-table.ts';
import { wholeColumnsArb } from '../arbitraries/split-columns.ts';
import { acceptedValue, refusalsOf } from '../results.ts';

function column(id: string, kroner: string, weights: Record<string, string>): NamedColumn {
  return {
    id,
    amount: oreFromKroner(kroner),
    weights: new Map(Object.entries(weights).map(([row, weight]) => [row, rateFromText(weight)])),
  };
}

/** The table as plain text, in its own order. */
function textOf({ rows, columns, total }: SplitTable) {
  return {
    rows: rows.map(({ id, total: amount, cells }) => [
      id,
      kronerFromOre(amount),
      ...[...cells].map(([name, cell]) => `${name} ${kronerFromOre(cell)}`),
    ]),
    columns: columns.map(({ id, total: amount }) => [id, kronerFromOre(amount)]),
    total: kronerFromOre(total),
  };
}

const equally = { '0101': '1', '0147': '1' };
const THREE_ORE = [column('a', '0.01', equally), column('b', '0.01', equally), column('c', '0.01', equally)];

describe('a table of splits', () => {
  // Three øre, each split equally: alone each goes to 0101, together neither may be more than 1½ rounded up or down.
  it('is exact in both directions', () => {
    expect(textOf(acceptedValue(splitTable(THREE_ORE, 'two-way')))).toEqual({
      rows: [
        ['0101', '0.02', 'a 0.01', 'b 0.01', 'c 0.00'],
        ['0147', '0.01', 'a 0.00', 'b 0.00', 'c 0.01'],
      ],
      columns: [
        ['a', '0.01'],
        ['b', '0.01'],
        ['c', '0.01'],
      ],
      total: '0.03',
    });
  });

  it('is every column by itself when asked for largest remainders', () => {
    const { rows } = acceptedValue(splitTable(THREE_ORE, 'largest-remainder'));
    expect(rows.map(({ id, total }) => [id, kronerFromOre(total)])).toEqual([
      ['0101', '0.03'],
      ['0147', '0.00'],
    ]);
  });

  it('sorts rows and columns by id in code point order, and gives every row a cell of every column', () => {
    const columns = [column('b', '1.00', { æble: '1', zebra: '1' }), column('B', '-0.50', { Æble: '1' })];
    expect(textOf(acceptedValue(splitTable(columns, 'two-way')))).toEqual({
      rows: [
        ['zebra', '0.50', 'B 0.00', 'b 0.50'],
        ['Æble', '-0.50', 'B -0.50', 'b 0.00'],
        ['æble', '0.50', 'B 0.00', 'b 0.50'],
      ],
      columns: [
        ['B', '-0.50'],
        ['b', '1.00'],
      ],
      total: '0.50',
    });
  });

  it('of nothing is empty', () => {
    expect(acceptedValue(splitTable([], 'two-way'))).toEqual({ rows: [], columns: [], total: 0n });
    const bare = acceptedValue(splitTable([column('a', '0.00', {})], 'two-way'));
    expect(textOf(bare)).toEqual({ rows: [], columns: [['a', '0.00']], total: '0.00' });
  });

  it.each<[string, NamedColumn[], { code: string; path: (string | number)[] }[]]>([
    [
      'a column named twice',
      [column('a', '1.00', equally), column('b', '1.00', equally), column('a', '2.00', equally)],
      [{ code: 'column_id_repeated', path: ['columns', 2, 'id'] }],
    ],
    [
      'a negative weight',
      [column('a', '1.00', { '0101': '1', '0147': '-0.01' })],
      [{ code: 'weight_negative', path: ['columns', 0, 'weights', '0147'] }],
    ],
    [
      'an amount with no weight at all',
      [column('a', '0.01', {})],
      [{ code: 'column_without_weight', path: ['columns', 0, 'weights'] }],
    ],
    [
      'an amount with weights of zero only',
      [column('a', '-0.01', { '0101': '0', '0147': '0.00' })],
      [{ code: 'column_without_weight', path: ['columns', 0, 'weights'] }],
    ],
    [
      'every column that is wrong, the id first',
      [column('a', '1.00', {}), column('a', '1.00', { '0101': '-1' }), column('b', '1.00', { '0101': '-1' })],
      [
        { code: 'column_without_weight', path: ['columns', 0, 'weights'] },
        { code: 'column_id_repeated', path: ['columns', 1, 'id'] },
        { code: 'weight_negative', path: ['columns', 2, 'weights', '0101'] },
      ],
    ],
    ['nothing that is right', [column('a', '0.00', { '0101': '0' }), column('b', '1.00', equally)], []],
  ])('refuses %s', (_, columns, refusals) => {
    expect(refusalsOf(splitTable(columns, 'two-way'))).toEqual(refusals);
  });
});

describe('laws of a table of splits', () => {
  it.each(['two-way', 'largest-remainder'] as const)(
    'the order of rows and columns never changes the result (%s)',
    (method) => {
      fc.assert(
        fc.property(shuffledArb, ([columns, shuffled]) => {
          const table = textOf(acceptedValue(splitTable(columns, method)));
          expect(textOf(acceptedValue(splitTable(shuffled, method)))).toEqual(table);
        }),
      );
    },
  );
});

/** A table's columns twice: as they are, and with columns and the weights of each column in another order. */
const shuffledArb = wholeColumnsArb({ rows: 8, columns: 6 })
  .map((columns) =>
    columns.map(({ total, weights }, place): NamedColumn => {
      const named = weights.map((weight, row) => [`r${row}`, rateFromText(String(weight))] as const);
      return { id: `c${place}`, amount: total, weights: new Map(named) };
    }),
  )
  .chain((columns) =>
    fc.tuple(
      fc.constant(columns),
      shuffledOf(columns).chain((moved) =>
        fc.tuple(
          ...moved.map((one) =>
            shuffledOf([...one.weights]).map((weights) => ({ ...one, weights: new Map(weights) })),
          ),
        ),
      ),
    ),
  );

function shuffledOf<T>(values: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...values], { minLength: values.length, maxLength: values.length });
}
