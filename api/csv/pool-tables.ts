import type { Table } from '../../tables/table.ts';
import type { PoolAnswer } from '../answers/pool-schema.ts';
import { amountCell } from './number-cells.ts';
import { type NameOf, type YearTableForm, yearTable } from './year-table.ts';

type Year = PoolAnswer['years'][number];

/** The tables in which a pool report can be had as flat rows. */
export const POOL_TABLES = [
  'years',
  'solutions',
  'municipalities',
  'contributors',
  'contributions',
  'recipients',
  'areas',
] as const;

/** One table of a pool report; column names are those of the answer's fields, each row begins with its year. */
export function poolTable(name: (typeof POOL_TABLES)[number], { years }: PoolAnswer, nameOf: NameOf): Table {
  return yearTable(TABLES[name], years, nameOf);
}

const BALANCE = ['contributed', 'carriedOver', 'pool', 'committed', 'decided', 'free'] as const;
const EFFECT = ['contributed', 'received', 'net', 'benefit'] as const;

const TABLES: Record<(typeof POOL_TABLES)[number], YearTableForm<Year>> = {
  years: {
    header: [...BALANCE, 'receivedByNew', 'unattributed'],
    rowsOf: (year) => [
      [...BALANCE, 'receivedByNew' as const, 'unattributed' as const].map((part) => amountCell(year[part])),
    ],
  },
  solutions: {
    header: ['solution', ...BALANCE, 'received', 'net'],
    rowsOf: ({ solutions }) =>
      solutions.map((line) => [
        line.solution,
        ...[...BALANCE, 'received' as const, 'net' as const].map((part) => amountCell(line[part])),
      ]),
  },
  municipalities: {
    header: ['municipality', 'name', ...EFFECT],
    rowsOf: ({ municipalities }, nameOf) =>
      municipalities.map((line) => [
        line.municipality,
        nameOf(line.municipality),
        ...EFFECT.map((part) => amountCell(line[part])),
      ]),
  },
  contributors: {
    header: ['municipality', 'name', 'population', 'amount', 'perCitizen'],
    rowsOf: ({ origin }, nameOf) =>
      origin.municipalities.map(({ municipality, population, amount, perCitizen }) => [
        municipality,
        nameOf(municipality),
        population,
        amountCell(amount),
        amountCell(perCitizen),
      ]),
  },
  contributions: {
    header: ['municipality', 'name', 'solution', 'amount'],
    rowsOf: ({ origin }, nameOf) =>
      origin.municipalities.flatMap(({ municipality, solutions }) =>
        solutions.map(({ solution, amount }) => [
          municipality,
          nameOf(municipality),
          solution,
          amountCell(amount),
        ]),
      ),
  },
  recipients: {
    header: ['account', 'initiative', 'title', 'area', 'target', 'amount', 'benefit', 'decisions'],
    rowsOf: ({ use }) =>
      use.recipients.map(({ recipient, title = '', area = '', target = '', amount, benefit, decisions }) => [
        recipient.account,
        recipient.account === 'initiative' ? recipient.initiative : '',
        title,
        area,
        target,
        amountCell(amount),
        benefit === undefined ? '' : amountCell(benefit),
        decisions.join(' '),
      ]),
  },
  areas: {
    header: ['area', 'amount'],
    rowsOf: ({ use }) => use.areas.map(({ area = '', amount }) => [area, amountCell(amount)]),
  },
};
