import { describe, expect, it } from 'vitest';
import { loadAgreement } from '../../data/load-agreement.ts';
import { scenarioWorkbook } from '../../documents/workbook/scenario-workbook.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import type { Ore } from '../../src/money/ore.ts';
import { oreFromKroner } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { priceYears } from '../../src/pricing/price-year.ts';
import { applyChanges } from '../../src/scenario/apply.ts';
import type { Change } from '../../src/scenario/change.ts';
import { sharesBefore, shareYears } from '../../src/sharing/share-years.ts';
import { acceptedValue } from '../results.ts';
import { type Recomputed, recomputed } from './recomputed.ts';

const { agreement } = await loadAgreement('data/k98-example.agreement.json');
const YEARS = { from: 2026, to: 2027 };

function computed(changed: Agreement, years = YEARS) {
  const prices = acceptedValue(priceYears(changed, years));
  const [first] = prices;
  if (first === undefined) throw new Error('there is a year');
  const before = acceptedValue(sharesBefore(first, undefined));
  return {
    agreement: changed,
    prices,
    shares: acceptedValue(shareYears(prices)),
    before,
    hash: 'sha',
  };
}

function changed(...changes: Change[]): Agreement {
  return acceptedValue(applyChanges(agreement, changes));
}

/** The number in the first row that begins with these texts, as whole øre. */
function oreAt(book: Recomputed, sheet: string, begin: readonly string[], column: number): bigint {
  const row = book
    .values(sheet)
    .find((cells) => begin.every((text, place) => text === '' || cells[place] === text));
  return BigInt(Math.round(Number(row?.[column]) * 100));
}

/** Every amount that the service gives, beside what the formulas give. */
function differences(
  book: Recomputed,
  { agreement: own, prices, shares }: ReturnType<typeof computed>,
): string[] {
  const found: string[] = [];
  const compare = (what: string, service: Ore, sheet: bigint) => {
    if (service !== sheet) found.push(`${what}: ${service} is ${sheet}`);
  };
  prices.forEach((price, place) => {
    const { year } = price;
    const [priceSheet, shareSheet] = [`Priser ${year}`, `Fordeling ${year}`];
    compare(`${year}`, price.price, oreAt(book, priceSheet, ['Aftalens pris'], 1));
    for (const { solution, price: amount, baseBudget, pool, cells } of price.solutions) {
      const title = own.solutions.find((each) => each.solution === solution)?.title.da ?? '';
      compare(`${year} ${solution}`, amount, oreAt(book, priceSheet, [title], 3));
      compare(`${year} ${solution} base`, baseBudget, oreAt(book, priceSheet, [title], 4));
      compare(`${year} ${solution} pool`, pool, oreAt(book, priceSheet, [title], 5));
      for (const { component, amount: part } of cells) {
        const name = own.components.find((each) => each.component === component)?.title.da ?? '';
        compare(`${year} ${solution} ${component}`, part, oreAt(book, priceSheet, [title, name], 9));
      }
    }
    for (const { municipality, amount, amounts } of shares[place]?.municipalities ?? []) {
      compare(`${year} ${municipality}`, amount, oreAt(book, shareSheet, [municipality], 3));
      amounts.forEach((each, column) => {
        compare(
          `${year} ${municipality} ${column}`,
          each,
          oreAt(book, shareSheet, [municipality], 5 + column),
        );
      });
    }
  });
  return found;
}

const SCENARIOS: readonly (readonly [what: string, Change[]])[] = [
  ['the example', []],
  [
    'efficiency by amount, other keys and reserved shares',
    [
      {
        type: 'set-efficiency',
        year: 2026,
        amount: oreFromKroner('2500000.00'),
        solutions: ['aula'],
        components: ['operations'],
      },
      { type: 'set-efficiency', year: 2027, rate: rateFromText('0.0175'), solutions: ['ky', 'ksd'] },
      { type: 'set-key', solution: 'valg', key: { kind: 'equal' } },
      { type: 'set-reserved-share', share: rateFromText('0.3000'), solution: 'ky' },
    ],
  ],
  [
    'a municipality that leaves and takes half of its share with it',
    [{ type: 'withdraw', municipality: '0101', lastYear: 2026, fixedShare: rateFromText('0.5') }],
  ],
  [
    'a key that limits the change from the year before',
    [
      {
        type: 'set-key',
        solution: 'valg',
        key: { kind: 'equal', limits: { rise: rateFromText('0.1'), fall: rateFromText('0.1') } },
      },
    ],
  ],
];

describe.each(SCENARIOS)('the workbook of %s', (_, changes) => {
  const scenario = computed(changed(...changes));
  const book = recomputed(scenarioWorkbook(scenario));

  it("gives the service's amounts to the øre when another program computes its formulas", () => {
    expect(differences(book, scenario)).toEqual([]);
  });

  it('holds in its cells what its formulas give', () => {
    for (const sheet of book.names) {
      const values = book.values(sheet);
      book.written(sheet).forEach((row, at) => {
        row.forEach((written, column) => {
          const value = values[at]?.[column];
          if (typeof written !== 'number') expect(value ?? null).toBe(written === '' ? null : written);
          else
            expect(Math.abs(Number(value) - written)).toBeLessThanOrEqual(
              Math.max(1e-9, Math.abs(written) * 1e-12),
            );
        });
      });
    }
  });

  it('regulates no amount by more than an øre', () => {
    const regulations = scenario.prices.flatMap(({ year, solutions }) => {
      const prices = book.written(`Priser ${year}`);
      const shares = book.written(`Fordeling ${year}`).slice(4);
      const first = 5 + solutions.length + 1;
      return [
        ...prices.slice(6, 6 + solutions.length).map((row) => row[2]),
        ...prices.slice(6 + solutions.length).map((row) => row[8]),
        ...shares.flatMap((row) => row.slice(first, first + solutions.length)),
      ];
    });
    const numbers = regulations.filter((value) => typeof value === 'number');
    expect(numbers.length).toBeGreaterThan(1000);
    expect(numbers.filter((value) => Math.abs(value) > 0.01)).toEqual([]);
  });

  it('finds its own sums in order', () => {
    const statuses = book
      .values('Kontrol')
      .slice(3)
      .map((row) => row[5]);
    expect(statuses).toEqual(Array(scenario.prices.length * 5).fill('OK'));
  });
});

describe('the workbook', () => {
  const scenario = computed(agreement);

  it('computes from base prices to municipalities in formulas', () => {
    // 98 municipalities and 13 solutions in two years alone are 2.548 amounts, each with its weight.
    expect(recomputed(scenarioWorkbook(scenario)).formulas).toBeGreaterThan(5000);
  });

  it.each<[string, sheet: string, find: string, column: string, value: number, Change]>([
    [
      'the combined index',
      'Forudsætninger',
      '2026',
      'D',
      0.05,
      { type: 'set-index', year: 2026, combined: rateFromText('0.05') },
    ],
    [
      'the wages',
      'Forudsætninger',
      '2027',
      'B',
      0.06,
      { type: 'set-index', year: 2027, wage: rateFromText('0.06') },
    ],
  ])('follows a change of %s to within some øre of the service', (_, sheet, find, column, value, change) => {
    const book = recomputed(scenarioWorkbook(scenario));
    const row = book.values(sheet).findIndex((cells) => cells[0] === find) + 1;
    book.change(sheet, `${column}${row}`, value);
    const after = computed(changed(change));
    for (const { year, price, solutions } of after.prices) {
      expect(oreAt(book, `Priser ${year}`, ['Aftalens pris'], 1)).toBe(price);
      const [aula] = solutions;
      const found = oreAt(book, `Priser ${year}`, ['Aula'], 3);
      expect(Math.abs(Number(found - (aula?.price ?? 0n)))).toBeLessThanOrEqual(1);
    }
    after.shares.forEach(({ year, municipalities }) => {
      for (const { municipality, amount } of municipalities.slice(0, 10))
        expect(
          Math.abs(Number(oreAt(book, `Fordeling ${year}`, [municipality], 3) - amount)),
        ).toBeLessThanOrEqual(13);
    });
  });

  it('follows a change of a base price, a population and a reserved share', () => {
    const book = recomputed(scenarioWorkbook(scenario));
    const before = oreAt(book, 'Fordeling 2026', ['0101'], 3);
    book.change('Basispriser', 'C4', 50_000_000);
    const dearer = oreAt(book, 'Fordeling 2026', ['0101'], 3);
    expect(dearer).toBeGreaterThan(before);
    const row = book.values('Nøgletal').findIndex((cells) => cells[0] === '0101') + 1;
    book.change('Nøgletal', `C${row}`, 700_000);
    expect(oreAt(book, 'Fordeling 2026', ['0101'], 3)).toBeGreaterThan(dearer);
  });

  it('is the same bytes every time', () => {
    expect(scenarioWorkbook(scenario)).toEqual(scenarioWorkbook(computed(agreement)));
  });
});
