import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examplePortfolio } from '../../data/example/portfolio.ts';
import { initiativesFromRows } from '../../data/initiative-table/initiatives-from-rows.ts';
import {
  type ShownInitiative,
  tableFromInitiatives,
} from '../../data/initiative-table/table-from-initiatives.ts';
import type { InitiativeDocument } from '../../data/schema/proposal.ts';
import { pointerTo } from '../../src/pointer.ts';
import { csvOf } from '../../tables/csv/write-csv.ts';
import { readRows } from '../../tables/read-rows.ts';
import type { Table } from '../../tables/table.ts';
import { xlsxOf } from '../../tables/xlsx/write-xlsx.ts';
import { acceptedValue, refusalsOf } from '../results.ts';
import { runs } from '../settings/runs.ts';

const WRITERS: readonly (readonly [string, (table: Table) => Uint8Array])[] = [
  ['CSV', (table) => new TextEncoder().encode(csvOf(table))],
  ['XLSX', (table) => xlsxOf(table, 'Initiativer')],
];

/** What a table of the initiatives says when it is read again. */
function readAgain(initiatives: readonly ShownInitiative[], write: (table: Table) => Uint8Array) {
  const rows = acceptedValue(readRows(write(tableFromInitiatives(initiatives))));
  return acceptedValue(initiativesFromRows(rows)).map(({ row: _, ...initiative }) => initiative);
}

const textArb = fc.constantFrom(
  'Færre login',
  '=SUM(A1)',
  '-1',
  '"citat"; og mere',
  "'apostrof",
  '0101',
  'ja',
  'a,b\nc',
);
const moneyArb = fc
  .bigInt(0n, 999_999_999_999n)
  .map((ore) => `${ore / 100n}.${String(ore % 100n).padStart(2, '0')}`);
const idArb = fc.constantFrom('a', 'fewer-logins', '0101', 'x-1');

const documentArb: fc.Arbitrary<InitiativeDocument> = fc
  .record(
    {
      title: textArb,
      area: idArb,
      target: fc.constantFrom('new', 'aula'),
      focus: idArb,
      costs: fc.uniqueArray(fc.record({ year: fc.integer({ min: 2026, max: 2031 }), amount: moneyArb }), {
        minLength: 1,
        selector: ({ year }) => year,
      }),
      priceLevel: fc.integer({ min: 2025, max: 2030 }),
      benefit: fc.oneof(
        fc.record({ perYear: moneyArb }),
        fc.record({
          scores: fc.dictionary(idArb, fc.constantFrom('1', '-0.5', '0.123456789012345678'), { minKeys: 1 }),
        }),
      ),
      beneficiaries: fc.constantFrom(
        { kind: 'population' as const },
        { kind: 'equal' as const, limits: { rise: '0.2' } },
        { kind: 'weights' as const, weights: { '0101': '2.5' }, unit: 'pupils' },
      ),
      statutory: fc.boolean(),
      earliestStart: fc.integer({ min: 2026, max: 2028 }),
      latestStart: fc.integer({ min: 2028, max: 2030 }),
      minShare: fc.constantFrom('0', '0.25', '1'),
      dependsOn: fc.uniqueArray(idArb, { minLength: 1 }),
      excludes: fc.uniqueArray(idArb, { minLength: 1 }),
      group: idArb,
      provenance: fc.constantFrom(
        { kind: 'example' as const },
        { kind: 'example' as const, note: 'Opdigtet' },
        { kind: 'published' as const, source: 'kombit.dk', date: '2026' },
      ),
    },
    { requiredKeys: ['title', 'area', 'target', 'costs', 'priceLevel'] },
  )
  .map((fields) => ({ id: 'x', ...fields, costs: fields.costs.toSorted((a, b) => a.year - b.year) }));

describe.each(WRITERS)('initiatives as a table: %s', (_, write) => {
  it('holds the whole example portfolio', () => {
    const initiatives = examplePortfolio().initiatives.map((document) => ({ document, shared: true }));
    const sorted = initiatives.toSorted((a, b) => (a.document.id < b.document.id ? -1 : 1));
    expect(readAgain(initiatives, write)).toEqual(sorted);
  });

  it('written and read again is the same', () => {
    fc.assert(
      fc.property(
        fc.array(documentArb, { minLength: 1, maxLength: 4 }),
        fc.option(fc.boolean()),
        (drawn, shared) => {
          const initiatives = drawn.map((document, place) => ({
            document: { ...document, id: `x${place}` },
            ...(shared !== null && { shared }),
          }));
          expect(readAgain(initiatives, write)).toEqual(initiatives);
        },
      ),
      runs(100, 2_000),
    );
  });
});

describe('a table of initiatives', () => {
  const header =
    'id;title;area;target;priceLevel;cost.2026;cost.2027;minShare;statutory;beneficiaries;score.security;sourceDate';
  const right = 'x;Færre login;children-and-schools;aula;2026;1.234,50;;0,5;ja;equal;3;';
  const read = (...rows: string[]) =>
    initiativesFromRows(acceptedValue(readRows(new TextEncoder().encode([header, ...rows].join('\r\n')))));

  it('takes amounts and decimals as Danes write them', () => {
    expect(acceptedValue(read(right))).toEqual([
      {
        row: 2,
        document: {
          id: 'x',
          title: 'Færre login',
          area: 'children-and-schools',
          target: 'aula',
          priceLevel: 2026,
          costs: [{ year: 2026, amount: '1234.50' }],
          minShare: '0.5',
          statutory: true,
          beneficiaries: { kind: 'equal' },
          benefit: { scores: { security: '3' } },
        },
      },
    ]);
  });

  it.each([
    ['an amount with three decimals', ['1.234,50', '1234,505'], 'cost.2026 cell_not_in_ore'],
    ['a negative amount', ['1.234,50', '-1'], 'cost.2026 money_negative'],
    ['no cost at all', ['1.234,50', ''], 'cost list_empty'],
    ['a share above the whole', ['0,5', '1,5'], 'minShare share_range'],
    ['neither ja nor nej', [';ja;', ';måske;'], 'statutory cell_not_yes_or_no'],
    ['a key that is none', [';equal;', ';hver sit;'], 'beneficiaries cell_not_key'],
    ['a key of another form', [';equal;', ';"{""kind"":""lot""}";'], 'beneficiaries kind_unknown'],
    ['an id with capitals', ['x;', 'X;'], 'id id_form'],
    ['an empty title', ['Færre login', ''], 'title cell_missing'],
    ['a score that is text', [';3;', ';tre;'], 'score.security cell_not_number'],
    ['a date without provenance', [';3;', ';3;2026'], 'provenance source_without_provenance'],
  ] as const)('is refused for %s, with row and column', (_, [before, after], place) => {
    const refusals = refusalsOf(read(right.replace('x;', 'y;'), right.replace(before, after)));
    expect(refusals.map(({ code, path }) => `${pointerTo(path)} ${code}`)).toContain(`/rows/3/${place}`);
  });

  it('tells everything that is wrong at once', () => {
    const refusals = refusalsOf(read(right.replace('0,5', '2'), right.replace('0,5', '3')));
    expect(refusals.map(({ path }) => path)).toEqual([
      ['rows', 2, 'minShare'],
      ['rows', 3, 'minShare'],
    ]);
  });
});
