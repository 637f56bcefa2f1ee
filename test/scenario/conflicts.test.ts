import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { oreFromKroner } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import type { Change } from '../../src/scenario/change.ts';
import { conflictsAmong } from '../../src/scenario/conflicts.ts';
import { buildAgreement, buildMunicipality, buildSolution } from '../agreement/build-agreement.ts';

const agreement: Agreement = buildAgreement({
  solutions: [buildSolution('aula', { operations: '1.00' }), buildSolution('valg', { operations: '1.00' })],
  municipalities: [buildMunicipality('0101', 1n), buildMunicipality('0147', 1n)],
});

const rate = rateFromText;
const kroner = oreFromKroner;
const leave = (lastYear: number, fixedShare = '1'): Change => ({
  type: 'withdraw',
  municipality: '0101',
  lastYear,
  fixedShare: rate(fixedShare),
});
const enter = (firstYear: number): Change => ({ type: 'enter', municipality: '0101', firstYear });

/** The conflicts of two overlays, as target and values. */
function conflictsOf(base: readonly Change[], top: readonly Change[]) {
  const overlays = [
    { scenario: 'base', changes: base },
    { scenario: undefined, changes: top },
  ];
  return conflictsAmong(overlays, agreement).map(({ target, settings }) => [
    target,
    ...settings.map(({ scenario, value }) => `${scenario ?? 'asked'}: ${value}`),
  ]);
}

describe('two overlays conflict where they set the same thing differently', () => {
  it.each<[string, Change, Change, [string, string, string][]]>([
    [
      'a rate of the index',
      { type: 'set-index', year: 2026, wage: rate('0.03'), price: rate('0.01') },
      { type: 'set-index', year: 2026, wage: rate('0.04'), combined: rate('0.02') },
      [['index/2026/wage', 'asked: 0.04', 'base: 0.03']],
    ],
    [
      'the level correction',
      { type: 'set-index', year: 2026, correction: rate('0.01') },
      { type: 'set-index', year: 2026, correction: rate('0.02') },
      [['index/2026/correction', 'asked: 0.02', 'base: 0.01']],
    ],
    [
      'the vintage',
      { type: 'set-index-vintage', asOf: '2025-06-30' },
      { type: 'set-index-vintage', asOf: '2026-06-30' },
      [['index/vintage', 'asked: 2026-06-30', 'base: 2025-06-30']],
    ],
    [
      'an efficiency rate, in the cells that both cover',
      { type: 'set-efficiency', year: 2026, rate: rate('0.01') },
      {
        type: 'set-efficiency',
        year: 2026,
        rate: rate('0.02'),
        solutions: ['valg'],
        components: ['business'],
      },
      [['efficiency/2026/valg/business', 'asked: 0.02', 'base: 0.01']],
    ],
    [
      'an efficiency amount of the same scope',
      { type: 'set-efficiency', year: 2026, amount: kroner('1.00'), solutions: ['valg', 'aula'] },
      { type: 'set-efficiency', year: 2026, amount: kroner('2.00'), solutions: ['aula', 'valg'] },
      [['efficiency/2026/amount/aula valg / *', 'asked: 2.00', 'base: 1.00']],
    ],
    [
      'a base price, in the cells that both cover',
      { type: 'set-base-price', solution: 'aula', amount: kroner('1.00') },
      { type: 'set-base-price', component: 'business', amount: kroner('2.00') },
      [['basePrice/aula/business', 'asked: 2.00', 'base: 1.00']],
    ],
    [
      'a reserved share',
      { type: 'set-reserved-share', share: rate('0.3') },
      { type: 'set-reserved-share', solution: 'valg', share: rate('0.4') },
      [['reservedShare/valg', 'asked: 0.4', 'base: 0.3']],
    ],
    [
      'a key',
      { type: 'set-key', solution: 'aula', key: { kind: 'population' } },
      { type: 'set-key', key: { kind: 'equal' } },
      [['key/aula', 'asked: equal', 'base: population']],
    ],
    [
      'a membership',
      leave(2026),
      leave(2026, '0.5'),
      [['membership/0101', 'asked: until 2026, fixed share 0.5', 'base: until 2026, fixed share 1']],
    ],
    [
      'when a municipality enters',
      enter(2027),
      enter(2028),
      [['membership/0101', 'asked: from 2028', 'base: from 2027']],
    ],
    [
      'the catalogue',
      { type: 'add-solution', solution: 'aula', fromYear: 2028 },
      { type: 'remove-solution', solution: 'aula', fromYear: 2027 },
      [['catalogue/aula', 'asked: out from 2027', 'base: in from 2028']],
    ],
    [
      'the rule set',
      { type: 'set-rule-set', ruleSet: 'governance' },
      { type: 'set-rule-set', ruleSet: 'strict' },
      [['ruleSet', 'asked: strict', 'base: governance']],
    ],
    [
      'a count of citizens',
      { type: 'set-population', year: 2028, populations: new Map([['0101', 700_000n]]) },
      {
        type: 'set-population',
        year: 2028,
        populations: new Map([
          ['0101', 710_000n],
          ['0147', 5n],
        ]),
      },
      [['population/2028/0101', 'asked: 710000', 'base: 700000']],
    ],
    [
      'the growth of a year in which two periods meet',
      {
        type: 'grow-population',
        firstYear: 2026,
        lastYear: 2027,
        rate: rate('0.01'),
        municipalities: ['0101'],
      },
      {
        type: 'grow-population',
        firstYear: 2027,
        lastYear: 2028,
        rate: rate('0.02'),
        municipalities: ['0101'],
      },
      [['populationGrowth/2027/0101', 'asked: 0.02', 'base: 0.01']],
    ],
    [
      'the weight of a criterion',
      { type: 'set-criterion-weight', criterion: 'security', weight: rate('0.10') },
      { type: 'set-criterion-weight', criterion: 'security', weight: rate('0.2') },
      [['criterionWeight/security', 'asked: 0.2', 'base: 0.1']],
    ],
  ])('%s', (_, base, top, expected) => {
    expect(conflictsOf([base], [top])).toEqual(expected);
  });
});

describe('two overlays agree', () => {
  const entry = { year: 2027, solution: 'aula', reason: 'decided' } as const;
  it.each<[string, readonly Change[], readonly Change[]]>([
    [
      'when they set the same thing to the same value, written differently',
      [{ type: 'set-reserved-share', solution: 'aula', share: rate('0.3') }],
      [{ type: 'set-reserved-share', share: rate('0.30') }],
    ],
    [
      'when they set different things',
      [{ type: 'set-index', year: 2026, wage: rate('0.03') }],
      [{ type: 'set-index', year: 2027, wage: rate('0.04') }],
    ],
    [
      'when one first says something else and then the same',
      [
        { type: 'set-rule-set', ruleSet: 'strict' },
        { type: 'set-rule-set', ruleSet: 'governance' },
      ],
      [{ type: 'set-rule-set', ruleSet: 'governance' }],
    ],
    [
      'when amounts of efficiency stand beside each other',
      [{ type: 'set-efficiency', year: 2026, amount: kroner('1.00'), solutions: ['aula'] }],
      [{ type: 'set-efficiency', year: 2026, amount: kroner('2.00') }],
    ],
    [
      'when they bind or carry over pool money, which adds up',
      [{ type: 'commit-pool', amount: kroner('1.00'), ...entry }],
      [
        { type: 'commit-pool', amount: kroner('2.00'), ...entry },
        { type: 'carry-over-pool', amount: kroner('3.00'), ...entry },
      ],
    ],
    [
      'when they tell the same history of a membership',
      [leave(2026), enter(2028)],
      [leave(2026), enter(2028)],
    ],
  ])('%s', (_, base, top) => {
    expect(conflictsOf(base, top)).toEqual([]);
  });
});

describe('the report', () => {
  it('tells leaving and coming back from coming back alone: the one has years without membership', () => {
    expect(conflictsOf([leave(2026), enter(2028)], [enter(2028)])).toEqual([
      ['membership/0101', 'asked: from 2028', 'base: until 2026, fixed share 1, from 2028'],
    ]);
  });

  it('tells entering and leaving again from leaving alone', () => {
    expect(conflictsOf([enter(2024), leave(2026)], [leave(2026)])).toEqual([
      ['membership/0101', 'asked: until 2026, fixed share 1', 'base: from 2024, until 2026, fixed share 1'],
    ]);
  });

  it('tells a solution that came in and went out from one that went out', () => {
    const inFirst: Change = { type: 'add-solution', solution: 'valg', fromYear: 2024 };
    const out: Change = { type: 'remove-solution', solution: 'valg', fromYear: 2028 };
    expect(conflictsOf([inFirst, out], [out])).toHaveLength(1);
  });

  it('tells a solution that was out for a year from one that came in', () => {
    const out: Change = { type: 'remove-solution', solution: 'valg', fromYear: 2027 };
    const back: Change = { type: 'add-solution', solution: 'valg', fromYear: 2028 };
    expect(conflictsOf([out, back], [back])).toHaveLength(1);
  });

  it('is sorted by target and names every overlay that sets it, by name, whatever their order', () => {
    const overlay = (scenario: string | undefined, share: string, ruleSet: string) => ({
      scenario,
      changes: [
        { type: 'set-rule-set', ruleSet } as const,
        { type: 'set-reserved-share', solution: 'valg', share: rate(share) } as const,
      ],
    });
    const overlays = [overlay('2', '0.2', 'x'), overlay(undefined, '0.1', 'x'), overlay('1', '0.1', 'y')];
    const report = conflictsAmong(overlays, agreement);
    expect(report).toEqual([
      {
        target: 'reservedShare/valg',
        settings: [
          { scenario: undefined, value: '0.1' },
          { scenario: '1', value: '0.1' },
          { scenario: '2', value: '0.2' },
        ],
      },
      {
        target: 'ruleSet',
        settings: [
          { scenario: undefined, value: 'x' },
          { scenario: '1', value: 'y' },
          { scenario: '2', value: 'x' },
        ],
      },
    ]);
    expect(conflictsAmong(overlays.toReversed(), agreement)).toEqual(report);
  });
});
