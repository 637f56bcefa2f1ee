import { describe, expect, it } from 'vitest';
import { decimalText } from '../../src/explanation/exact-text.ts';
import { kronerFromOre, oreFromKroner, sumOre } from '../../src/money/ore.ts';
import { municipalityReport, type YearOnYear } from '../../src/reporting/municipality-report.ts';
import type { YearShares } from '../../src/sharing/year-shares.ts';

const CITIZENS: Readonly<Record<string, bigint>> = { '0101': 200n, '0147': 100n, '0751': 50n };

/** A year in which municipalities pay the kroner for each of its solutions. */
function yearOf(year: number, solutions: readonly string[], paid: Record<string, string[]>): YearShares {
  return {
    year,
    solutions,
    municipalities: Object.entries(paid).map(([municipality, kroner]) => {
      const amounts = kroner.map(oreFromKroner);
      return { municipality, population: CITIZENS[municipality] ?? 1n, amount: sumOre(amounts), amounts };
    }),
  };
}

/** Before, now, the difference, and the change as a fraction. */
function told(found: YearOnYear | undefined): string | undefined {
  if (found === undefined) return undefined;
  const { baseline, scenario, difference } = found.difference;
  const change = found.change === undefined ? '–' : decimalText(found.change, 4);
  return [...[baseline, scenario, difference].map(kronerFromOre), change].join(' ');
}

const FIRST = yearOf(2026, ['aula', 'valg'], {
  '0101': ['1000.00', '200.00'],
  '0147': ['500.00', '100.00'],
  '0751': ['300.00', '0.00'],
});
const SECOND = yearOf(2027, ['flis', 'aula'], {
  '0101': ['60.00', '1100.00'],
  '0751': ['15.00', '300.00'],
});

describe('a municipality from year to year', () => {
  it('has no year before in the first year', () => {
    const [first] = municipalityReport([FIRST], '0101');
    expect(first).toMatchObject({ year: 2026, amount: oreFromKroner('1200.00') });
    expect(first?.sinceYearBefore).toBeUndefined();
    expect(first?.solutions).toEqual([
      { solution: 'aula', amount: oreFromKroner('1000.00') },
      { solution: 'valg', amount: oreFromKroner('200.00') },
    ]);
  });

  it('is told by how much it pays more or less, in all and for each solution', () => {
    const [, second] = municipalityReport([FIRST, SECOND], '0101');
    // 60 + 1,100 − (1,000 + 200) = −40, and 40/1,200 = 0.0333…
    expect(told(second?.sinceYearBefore)).toBe('1200.00 1160.00 -40.00 -0.0333');
    expect(second?.solutions.map((line) => [line.solution, told(line.sinceYearBefore)])).toEqual([
      ['flis', '0.00 60.00 60.00 –'],
      ['aula', '1000.00 1100.00 100.00 0.1'],
      ['valg', '200.00 0.00 -200.00 -1'],
    ]);
  });

  it('is told from what was in fact paid where that is known', () => {
    const paid = yearOf(2026, ['aula', 'valg'], { '0101': ['900.00', '250.00'] });
    const actual = (year: number) => (year === 2026 ? paid : undefined);
    const [first, second] = municipalityReport([FIRST, SECOND], '0101', actual);
    expect(first?.amount).toBe(oreFromKroner('1200.00'));
    // 1,160 − (900 + 250) = 10, and 10/1,150 = 0.0086…
    expect(told(second?.sinceYearBefore)).toBe('1150.00 1160.00 10.00 0.0087');
    expect(second?.sinceYearBefore?.basis).toBe('actual');
    expect(second?.solutions.map((line) => [line.solution, told(line.sinceYearBefore)])).toEqual([
      ['flis', '0.00 60.00 60.00 –'],
      ['aula', '900.00 1100.00 200.00 0.2222'],
      ['valg', '250.00 0.00 -250.00 -1'],
    ]);
    const [, other] = municipalityReport([FIRST, SECOND], '0751', actual);
    expect(other?.sinceYearBefore).toBeUndefined();
    const [, computed] = municipalityReport([FIRST, SECOND], '0101');
    expect(computed?.sinceYearBefore?.basis).toBe('computed');
  });

  it('has no line for a solution that it pays nothing for in either year', () => {
    const [first, second] = municipalityReport([FIRST, SECOND], '0751');
    expect(first?.solutions.map(({ solution }) => solution)).toEqual(['aula']);
    expect(second?.solutions.map(({ solution }) => solution)).toEqual(['flis', 'aula']);
  });

  it('has no year in which it is no member, and no year before when it comes back', () => {
    const back = { ...FIRST, year: 2028 };
    const years = municipalityReport([FIRST, SECOND, back], '0147');
    expect(years.map(({ year, sinceYearBefore }) => [year, sinceYearBefore])).toEqual([
      [2026, undefined],
      [2028, undefined],
    ]);
  });
});

describe('a municipality among the others', () => {
  it('is counted behind those that pay less per citizen, by exact price', () => {
    // Per citizen: 1,200/200 = 6.00, 600/100 = 6.00, 300/50 = 6.00: nobody pays less than anybody.
    const places = ['0101', '0147', '0751'].map((code) => municipalityReport([FIRST], code)[0]);
    expect(places.map((one) => [one?.cheaperMembers, one?.members])).toEqual([
      [0, 3],
      [0, 3],
      [0, 3],
    ]);
    // 1,160/200 = 5.80 and 315/50 = 6.30.
    expect(municipalityReport([SECOND], '0101')[0]).toMatchObject({ cheaperMembers: 0, members: 2 });
    expect(municipalityReport([SECOND], '0751')[0]).toMatchObject({ cheaperMembers: 1, members: 2 });
  });

  it('is shown what all pay per citizen of them all', () => {
    // (1,160 + 315) / 250 = 5.90
    const [only] = municipalityReport([SECOND], '0101');
    expect(kronerFromOre(only?.perCitizenOfAll ?? sumOre([]))).toBe('5.90');
    expect(kronerFromOre(only?.perCitizen ?? sumOre([]))).toBe('5.80');
  });
});
