import { describe, expect, it } from 'vitest';
import type { Agreement, EfficiencyMeasure } from '../../src/agreement/agreement.ts';
import { keyName } from '../../src/agreement/key-name.ts';
import { kronerFromOre, oreFromKroner } from '../../src/money/ore.ts';
import { type Rate, rateFromText, rateText } from '../../src/money/rate.ts';
import { applyChanges } from '../../src/scenario/apply.ts';
import type { Change } from '../../src/scenario/change.ts';
import {
  buildAgreement,
  buildIndex,
  buildMunicipality,
  buildSolution,
  efficiencyAmount,
  efficiencyRate,
} from '../agreement/build-agreement.ts';
import { acceptedValue } from '../results.ts';

const agreement = buildAgreement({
  solutions: [
    buildSolution('valg', { business: ['5.00', '0.8'] }),
    buildSolution('aula', { operations: '1.00', business: '2.00' }),
  ],
  index: [buildIndex(2026, { combined: '0.02' })],
  municipalities: [
    buildMunicipality('0101', 1n),
    buildMunicipality('0147', 1n, { membership: [{ firstYear: 2027, fixedShare: rateFromText('1') }] }),
  ],
});

const rate = rateFromText;
const kroner = oreFromKroner;

function changedBy(...changes: readonly Change[]): Agreement {
  return acceptedValue(applyChanges(agreement, changes));
}

/** Every base price in kroner. */
function basePricesOf({ solutions }: Agreement): Record<string, string[]> {
  return Object.fromEntries(
    solutions.map(({ solution, basePrices }) => [
      solution,
      basePrices.map(({ component, amount, wageShare, provenance }) =>
        [component, kronerFromOre(amount), ...(wageShare ? [rateText(wageShare)] : []), provenance.kind].join(
          ' ',
        ),
      ),
    ]),
  );
}

describe('base prices', () => {
  it('of one component of one solution', () => {
    const changed = changedBy({
      type: 'set-base-price',
      solution: 'aula',
      component: 'operations',
      amount: kroner('9.00'),
    });
    expect(basePricesOf(changed)).toEqual({
      valg: ['business 5.00 0.8 example'],
      aula: ['operations 9.00 scenario', 'business 2.00 example'],
    });
  });

  it('of all components of a solution are those that it has', () => {
    const changed = changedBy({ type: 'set-base-price', solution: 'valg', amount: kroner('9.00') });
    expect(basePricesOf(changed)).toEqual({
      valg: ['business 9.00 0.8 scenario'],
      aula: ['operations 1.00 example', 'business 2.00 example'],
    });
  });

  it('of a component of all solutions; one that a solution lacked is added in the order of components', () => {
    const changed = changedBy({ type: 'set-base-price', component: 'operations', amount: kroner('9.00') });
    expect(basePricesOf(changed)).toEqual({
      valg: ['operations 9.00 scenario', 'business 5.00 0.8 example'],
      aula: ['operations 9.00 scenario', 'business 2.00 example'],
    });
  });
});

describe('the index', () => {
  it('is set rate by rate, later changes of a year on top of earlier ones, by year', () => {
    const { index, indexOverrides } = changedBy(
      { type: 'set-index', year: 2028, combined: rate('0.01') },
      { type: 'set-index', year: 2026, wage: rate('0.03'), price: rate('0.01') },
      { type: 'set-index', year: 2026, wage: rate('0.04'), correction: rate('0.001') },
    );
    const plain = indexOverrides.map(({ year, ...rates }) => [
      year,
      Object.fromEntries(
        Object.entries(rates).map(([series, value]: [string, Rate]) => [series, rateText(value)]),
      ),
    ]);
    expect(plain).toEqual([
      [2026, { wage: '0.04', price: '0.01', correction: '0.001' }],
      [2028, { combined: '0.01' }],
    ]);
    expect(index).toEqual(agreement.index);
  });

  it('is that of a vintage', () => {
    expect(changedBy({ type: 'set-index-vintage', asOf: '2025-06-30' }).indexAsOf).toBe('2025-06-30');
  });
});

describe('efficiency', () => {
  const named = (measures: readonly EfficiencyMeasure[]) =>
    measures.map((measure) => {
      const value = measure.form === 'rate' ? rateText(measure.rate) : kronerFromOre(measure.amount);
      return [
        measure.year,
        measure.form,
        value,
        measure.solutions?.join('+') ?? 'all',
        measure.provenance.kind,
      ].join(' ');
    });

  it('stands in the order of years, what is set later after what was there', () => {
    const before = buildAgreement({
      ...agreement,
      efficiency: [efficiencyRate(2026, '0.01'), efficiencyAmount(2028, '1.00')],
    });
    const changed = acceptedValue(
      applyChanges(before, [
        { type: 'set-efficiency', year: 2027, rate: rate('0.02') },
        { type: 'set-efficiency', year: 2026, rate: rate('0.03'), solutions: ['aula'] },
      ]),
    );
    expect(named(changed.efficiency)).toEqual([
      '2026 rate 0.01 all example',
      '2026 rate 0.03 aula scenario',
      '2027 rate 0.02 all scenario',
      '2028 amount 1.00 all example',
    ]);
  });

  it('takes the place of what has the same year, form and scope, and of nothing else', () => {
    const before = buildAgreement({
      ...agreement,
      efficiency: [
        efficiencyAmount(2026, '1.00', { solutions: ['aula', 'valg'] }),
        efficiencyAmount(2026, '2.00'),
        efficiencyAmount(2027, '3.00', { solutions: ['aula', 'valg'] }),
        efficiencyRate(2026, '0.01', { solutions: ['aula', 'valg'] }),
      ],
    });
    const change: Change = {
      type: 'set-efficiency',
      year: 2026,
      amount: kroner('9.00'),
      solutions: ['valg', 'aula'],
    };
    expect(named(acceptedValue(applyChanges(before, [change])).efficiency)).toEqual([
      '2026 amount 2.00 all example',
      '2026 rate 0.01 aula+valg example',
      '2026 amount 9.00 valg+aula scenario',
      '2027 amount 3.00 aula+valg example',
    ]);
  });
});

describe('reserved shares and keys', () => {
  it('are set for one solution or for all', () => {
    const one = changedBy({ type: 'set-reserved-share', solution: 'aula', share: rate('0.3') });
    expect(one.solutions.map(({ reservedShare }) => rateText(reservedShare))).toEqual(['0', '0.3']);
    const all = changedBy({ type: 'set-reserved-share', share: rate('0.4') });
    expect(
      all.solutions.map(({ reservedShare, reservedShareProvenance }) => [
        rateText(reservedShare),
        reservedShareProvenance.kind,
      ]),
    ).toEqual([
      ['0.4', 'scenario'],
      ['0.4', 'scenario'],
    ]);
  });

  it('a key is set for one solution or for all', () => {
    const one = changedBy({ type: 'set-key', solution: 'valg', key: { kind: 'population' } });
    expect(one.solutions.map(({ key, keyProvenance }) => [keyName(key), keyProvenance.kind])).toEqual([
      ['population', 'scenario'],
      ['equal', 'example'],
    ]);
    const all = changedBy({ type: 'set-key', key: { kind: 'population' } });
    expect(all.solutions.map(({ key }) => keyName(key))).toEqual(['population', 'population']);
  });
});

describe('membership', () => {
  const staysOf = (changed: Agreement, code: string) =>
    changed.municipalities
      .find(({ municipality }) => municipality === code)
      ?.membership.map(
        ({ firstYear, lastYear, fixedShare }) => `${firstYear}-${lastYear ?? ''} ${rateText(fixedShare)}`,
      );
  const leave = (lastYear: number, fixedShare = '0.4'): Change => ({
    type: 'withdraw',
    municipality: '0101',
    lastYear,
    fixedShare: rate(fixedShare),
  });
  const enter = (firstYear: number): Change => ({ type: 'enter', municipality: '0101', firstYear });

  it.each<[string, Change[], string[]]>([
    ['leaves', [leave(2026)], ['2025-2026 0.4']],
    ['leaves later after all', [leave(2026), leave(2028, '0.1')], ['2025-2028 0.1']],
    ['leaves and comes back after a gap', [leave(2026), enter(2029)], ['2025-2026 0.4', '2029- 1']],
    ['leaves and comes back the year after', [leave(2026), enter(2027)], ['2025- 1']],
    [
      'comes back, and leaves in its first stay again',
      [leave(2026), enter(2029), leave(2025)],
      ['2025-2025 0.4'],
    ],
    ['enters earlier', [enter(2020)], ['2020- 1']],
  ])('a municipality %s', (_, changes, stays) => {
    const changed = changedBy(...changes);
    expect(staysOf(changed, '0101')).toEqual(stays);
    expect(staysOf(changed, '0147')).toEqual(['2027- 1']);
  });
});

describe('the catalogue', () => {
  const periodsOf = (...changes: readonly Change[]) =>
    changedBy(...changes).solutions.map(({ solution, periods }) =>
      [solution, ...periods.map(({ firstYear, lastYear }) => `${firstYear}-${lastYear ?? ''}`)].join(' '),
    );
  const add = (fromYear: number): Change => ({ type: 'add-solution', solution: 'aula', fromYear });
  const remove = (fromYear: number): Change => ({ type: 'remove-solution', solution: 'aula', fromYear });

  it.each<[string, Change[], string]>([
    ['is out from a year on', [remove(2027)], 'aula 2025-2026'],
    ['is out from the start', [remove(2025)], 'aula'],
    ['is in again after a gap', [remove(2027), add(2029)], 'aula 2025-2026 2029-'],
    ['is in again without a gap', [remove(2027), add(2027)], 'aula 2025-'],
    [
      'that is out already stays out when it is taken out later',
      [remove(2027), remove(2029)],
      'aula 2025-2026',
    ],
    ['that is in stays in', [add(2027)], 'aula 2025-'],
  ])('a solution %s', (_, changes, expected) => {
    expect(periodsOf(...changes)).toEqual(['valg 2025-', expected]);
  });
});

describe('pool entries and the rule set', () => {
  it('are kept for those who read them', () => {
    const entry = { year: 2027, solution: 'aula', amount: kroner('7.00'), reason: 'decided in 2026' };
    const changed = changedBy(
      { type: 'commit-pool', ...entry },
      { type: 'carry-over-pool', ...entry, amount: kroner('1.00') },
      { type: 'commit-pool', ...entry, year: 2028 },
      { type: 'carry-over-pool', ...entry },
      { type: 'set-rule-set', ruleSet: 'strict' },
    );
    expect(changed.commitments).toEqual([entry, { ...entry, year: 2028 }]);
    expect(changed.carryOvers).toEqual([{ ...entry, amount: kroner('1.00') }, entry]);
    expect(changed.ruleSet).toBe('strict');
  });

  it('the weight of one criterion alone, the last one where it is set twice', () => {
    const provenance = { kind: 'example' } as const;
    const criterion = (id: string) =>
      ({
        criterion: id,
        title: { da: id, en: id },
        measure: 'score',
        weight: rate('1'),
        provenance,
      }) as const;
    const weighed = { ...agreement, criteria: [criterion('security'), criterion('time')] };
    const changed = acceptedValue(
      applyChanges(weighed, [
        { type: 'set-criterion-weight', criterion: 'time', weight: rate('9') },
        { type: 'set-criterion-weight', criterion: 'time', weight: rate('0.5') },
      ]),
    );
    expect(changed.criteria.map(({ weight, provenance: { kind } }) => [rateText(weight), kind])).toEqual([
      ['1', 'example'],
      ['0.5', 'scenario'],
    ]);
  });
});
