import { describe, expect, it } from 'vitest';
import { kronerFromOre, oreFromKroner } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { priceYear } from '../../src/pricing/price-year.ts';
import { accountKey } from '../../src/prioritisation/account.ts';
import { type PoolReport, poolReport } from '../../src/reporting/pool-report.ts';
import type { FundedInitiative, PoolSpending } from '../../src/reporting/pool-use.ts';
import { shareYears } from '../../src/sharing/share-years.ts';
import { buildAgreement, buildMunicipality, buildSolution } from '../agreement/build-agreement.ts';
import { acceptedValue } from '../results.ts';

/**
 * 2025, worked by hand. Aula costs 1,000.00, of which 300.00 is reserved, by population 2 : 1 : 1; Valg costs 300.00, of
 * which 100.00 is reserved, in three equal parts. From the year before 20.00 of Aula's are left, and 50.00 of
 * Valg's have been bound already.
 */
const agreement = buildAgreement({
  solutions: [
    buildSolution(
      'aula',
      { operations: '400.00', business: '600.00' },
      {
        reservedShare: rateFromText('0.5'),
        key: { kind: 'population' },
      },
    ),
    buildSolution(
      'valg',
      { operations: '200.00', business: '100.00' },
      {
        order: 2,
        reservedShare: rateFromText('1'),
      },
    ),
  ],
  municipalities: [
    buildMunicipality('0101', 200n),
    buildMunicipality('0147', 100n),
    buildMunicipality('0751', 100n),
  ],
  carryOvers: [
    { year: 2025, solution: 'aula', amount: oreFromKroner('20.00'), reason: 'Left over' },
    { year: 2026, solution: 'aula', amount: oreFromKroner('7.00'), reason: 'Of another year' },
  ],
  commitments: [{ year: 2025, solution: 'valg', amount: oreFromKroner('50.00'), reason: 'Decided before' }],
});

const spending = (
  decision: string,
  initiative: string,
  solution: string,
  kroner: string,
  year = 2025,
): PoolSpending => ({
  decision,
  recipient: { kind: 'initiative', initiative },
  solution,
  amount: oreFromKroner(kroner),
  year,
});

const SPENDINGS = [
  spending('d1', 'login', 'aula', '90.00'),
  spending('d1', 'login', 'valg', '10.00'),
  spending('d2', 'login', 'aula', '-30.00'),
  spending('d2', 'voters', 'aula', '40.00'),
  spending('d3', 'chatbot', 'aula', '5.00'),
  spending('d3', 'chatbot', 'aula', '1000.00', 2026),
];

const KNOWN: FundedInitiative[] = [
  {
    initiative: 'login',
    area: 'schools',
    target: 'aula',
    benefit: oreFromKroner('200.00'),
    beneficiaries: { kind: 'equal' },
  },
  { initiative: 'voters', area: 'citizens', target: 'valg', beneficiaries: { kind: 'population' } },
];

function reportOf(spendings = SPENDINGS, known = KNOWN): PoolReport {
  const price = acceptedValue(priceYear(agreement, 2025));
  const [shares] = acceptedValue(shareYears([price]));
  if (shares === undefined) throw new Error('the year is shared');
  return poolReport(price, shares, spendings, known);
}

const report = reportOf();

/** Amounts of a record in kroner, by name. */
function kroner<Names extends string>(record: Readonly<Record<Names, bigint>>, ...names: Names[]) {
  return names.map((name) => kronerFromOre(record[name] as Parameters<typeof kronerFromOre>[0]));
}

describe('where the pool of a year came from', () => {
  it('is every municipality by its share of each solution', () => {
    // Aula's 300.00 by 2 : 1 : 1, Valg's 100.00 in thirds with the odd øre to the lowest code.
    expect(report.origin.municipalities.map(({ amounts }) => amounts.map(kronerFromOre))).toEqual([
      ['150.00', '33.34'],
      ['75.00', '33.33'],
      ['75.00', '33.33'],
    ]);
    expect(report.origin.municipalities.map((row) => kroner(row, 'amount', 'perCitizen'))).toEqual([
      ['183.34', '0.92'],
      ['108.33', '1.08'],
      ['108.33', '1.08'],
    ]);
    expect(kroner(report.origin, 'amount', 'perCitizen')).toEqual(['400.00', '1.00']);
  });
});

describe('what there is and what is bound', () => {
  it('in all: 400 + 20 = 420 = 50 + 115 + 255', () => {
    expect(kroner(report, 'contributed', 'carriedOver', 'pool', 'committed', 'decided', 'free')).toEqual([
      '400.00',
      '20.00',
      '420.00',
      '50.00',
      '115.00',
      '255.00',
    ]);
  });

  it('for each solution', () => {
    const { solutions } = report;
    expect(
      solutions.map((line) => [
        line.solution,
        ...kroner(line, 'contributed', 'pool', 'committed', 'decided', 'free'),
      ]),
    ).toEqual([
      ['aula', '300.00', '320.00', '0.00', '105.00', '215.00'],
      ['valg', '100.00', '100.00', '50.00', '10.00', '40.00'],
    ]);
  });

  it('shows what is bound in a solution that is not in the agreement, after the others', () => {
    const { solutions } = reportOf([...SPENDINGS, spending('d4', 'login', 'flis', '1.00')]);
    expect(solutions.map(({ solution, free }) => [solution, kronerFromOre(free)])).toEqual([
      ['aula', '215.00'],
      ['valg', '40.00'],
      ['flis', '-1.00'],
    ]);
  });
});

describe('where the pool of a year went', () => {
  it('by initiative, with the decisions it rests on', () => {
    const { recipients } = report.use;
    expect(
      recipients.map(({ recipient, amount, decisions }) => [
        accountKey(recipient),
        kronerFromOre(amount),
        decisions,
      ]),
    ).toEqual([
      ['initiative chatbot', '5.00', ['d3']],
      ['initiative login', '70.00', ['d1', 'd2']],
      ['initiative voters', '40.00', ['d2']],
    ]);
  });

  it('to business maintenance too, which serves the area of its own solution', () => {
    const maintenance: PoolSpending = {
      ...spending('d5', '', 'aula', '8.00'),
      recipient: { kind: 'business-maintenance', solution: 'valg' },
    };
    const { use, solutions, unattributed } = reportOf([maintenance]);
    expect(use.recipients).toEqual([
      {
        recipient: { kind: 'business-maintenance', solution: 'valg' },
        target: 'valg',
        area: 'area',
        amount: 800n,
        decisions: ['d5'],
      },
    ]);
    expect(solutions.map(({ received }) => received)).toEqual([0n, 800n]);
    expect(unattributed).toBe(800n);
  });

  it('by area, payer and target; what is not known comes last', () => {
    const shown = (amounts: PoolReport['use']['areas']) =>
      amounts.map(({ name, amount }) => `${name ?? '?'} ${kronerFromOre(amount)}`);
    expect(shown(report.use.areas)).toEqual(['citizens 40.00', 'schools 70.00', '? 5.00']);
    expect(shown(report.use.payers)).toEqual(['aula 105.00', 'valg 10.00']);
    expect(shown(report.use.targets)).toEqual(['aula 70.00', 'valg 40.00', '? 5.00']);
  });
});

describe('the net effect', () => {
  it('on each solution is what it has received less what it contributed', () => {
    expect(report.solutions.map((line) => kroner(line, 'received', 'net'))).toEqual([
      ['70.00', '-230.00'],
      ['40.00', '-60.00'],
    ]);
    expect(kronerFromOre(report.receivedByNew)).toBe('5.00');
  });

  it('on each municipality follows who benefits', () => {
    // Login's 70.00 in thirds and its benefit of 200.00 too; voters' 40.00 by 2 : 1 : 1.
    expect(report.municipalities.map((row) => kroner(row, 'received', 'net', 'benefit'))).toEqual([
      ['43.34', '-140.00', '66.67'],
      ['33.33', '-75.00', '66.67'],
      ['33.33', '-75.00', '66.66'],
    ]);
    expect(kronerFromOre(report.unattributed)).toBe('5.00');
  });

  it('counts no benefit of an initiative that has given its money back', () => {
    const undone = [spending('d1', 'login', 'aula', '90.00'), spending('d2', 'login', 'aula', '-90.00')];
    expect(reportOf(undone).municipalities.map(({ benefit }) => benefit)).toEqual([0n, 0n, 0n]);
  });

  it('leaves apart what benefits nobody who takes part', () => {
    const nobody = { kind: 'weights', weights: new Map() } as const;
    const known = KNOWN.map((one) => ({ ...one, beneficiaries: nobody }));
    expect(kronerFromOre(reportOf(SPENDINGS, known).unattributed)).toBe('115.00');
  });
});

describe('a year without decisions', () => {
  it('has all of its pool free', () => {
    const empty = reportOf([], []);
    expect(kroner(empty, 'decided', 'free')).toEqual(['0.00', '370.00']);
    expect(empty.use).toEqual({ decided: 0n, recipients: [], areas: [], payers: [], targets: [] });
    expect(empty.municipalities.map(({ received }) => received)).toEqual([0n, 0n, 0n]);
  });
});
