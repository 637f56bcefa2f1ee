import { describe, expect, it } from 'vitest';
import { loadAgreement } from '../../data/load-agreement.ts';
import { membersOf } from '../../src/agreement/membership.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { applyChanges } from '../../src/scenario/apply.ts';
import type { Change } from '../../src/scenario/change.ts';
import { acceptedValue } from '../results.ts';

const { agreement } = await loadAgreement('data/k98-example.agreement.json');
const rate = rateFromText;

/** Citizens of the first municipality by year, from 2026 on. */
function citizens(changes: readonly Change[], years = 4): bigint[] {
  const changed = acceptedValue(applyChanges(agreement, changes));
  return Array.from({ length: years }, (_, place) => membersOf(changed, 2026 + place)[0]?.population ?? 0n);
}

const counted = (year: number, population: bigint): Change => ({
  type: 'set-population',
  year,
  populations: new Map([['0101', population]]),
});

const grown = (firstYear: number, lastYear: number, growth: string, municipalities?: string[]): Change => ({
  type: 'grow-population',
  firstYear,
  lastYear,
  rate: rate(growth),
  ...(municipalities === undefined ? {} : { municipalities }),
});

describe('the population of a year', () => {
  const own = agreement.municipalities[0]?.population ?? 0n;

  it('is the count of the agreement where nothing else is believed', () => {
    expect(citizens([])).toEqual([own, own, own, own]);
    expect(citizens([grown(2027, 2029, '0.1', ['0825'])])).toEqual([own, own, own, own]);
  });

  it('is the latest count by then', () => {
    expect(citizens([counted(2029, 9n), counted(2027, 7n)])).toEqual([own, 7n, 7n, 9n]);
  });

  it('replaces a count of the same year', () => {
    expect(citizens([counted(2026, 5n), counted(2026, 6n)], 1)).toEqual([6n]);
  });

  // 100 · 1.01 = 101; 100 · 1.01² = 102.01; 100 · 1.01³ = 103.0301. Rounding year by year would give the same here.
  it('grows year by year from the last count on', () => {
    expect(citizens([counted(2026, 100n), grown(2027, 2029, '0.01')])).toEqual([100n, 101n, 102n, 103n]);
  });

  // 10 · 1.04 = 10.4; 10 · 1.04² = 10.816, so 11: rounded each year it would stay at 10 for ever.
  it('is rounded once, not year by year', () => {
    expect(citizens([counted(2026, 10n), grown(2027, 2029, '0.04')])).toEqual([10n, 10n, 11n, 11n]);
  });

  it('starts afresh at a later count, whatever growth was before it', () => {
    const changes = [counted(2026, 100n), grown(2027, 2029, '0.5'), counted(2028, 100n)];
    expect(citizens(changes)).toEqual([100n, 150n, 100n, 150n]);
  });

  it('takes the growth that was laid down last', () => {
    const changes = [counted(2026, 100n), grown(2026, 2029, '0.5'), grown(2028, 2028, '0')];
    expect(citizens(changes)).toEqual([100n, 150n, 150n, 225n]);
  });

  it('never falls below one citizen', () => {
    expect(citizens([counted(2026, 3n), grown(2027, 2029, '-0.9')])).toEqual([3n, 1n, 1n, 1n]);
  });

  it('is a belief of the scenario, which the agreement file is not asked for', () => {
    const changed = acceptedValue(applyChanges(agreement, [counted(2027, 7n)]));
    const [before, after] = [2026, 2027].map((year) => membersOf(changed, year)[0]);
    expect(before?.provenance.kind).toBe('published');
    expect(after).toMatchObject({ provenance: { kind: 'scenario' }, populationDate: '2027-01-01' });
  });
});
