import { describe, expect, it } from 'vitest';
import { proposalsFromDocuments } from '../../data/proposals-from-documents.ts';
import { checkForm } from '../../data/schema/describe-issues.ts';
import { proposalsSchema } from '../../data/schema/proposal.ts';
import { rateFromText, WHOLE } from '../../src/money/rate.ts';
import { acceptedValue, codesOf } from '../results.ts';
import { changed } from './changed.ts';

const full = {
  id: 'login',
  title: 'Fælles login',
  area: 'children',
  target: 'aula',
  focus: 'early-help',
  costs: [
    { year: 2026, amount: '1250.50' },
    { year: 2027, amount: '100.00' },
  ],
  priceLevel: 2025,
  benefit: { perYear: '300.00', scores: { quality: '0.8' } },
  beneficiaries: { kind: 'equal' },
  statutory: true,
  earliestStart: 2026,
  latestStart: 2027,
  minShare: '0.5',
  dependsOn: ['base'],
  excludes: ['paper'],
  group: 'identity',
};

const least = {
  id: 'app',
  title: 'App',
  area: 'children',
  target: 'new',
  costs: [{ year: 2026, amount: '1.00' }],
  priceLevel: 2026,
};

const proposals = [
  {
    id: 'children-2026',
    body: 'children-council',
    reason: 'Rådet ønsker det',
    initiatives: [full, least],
    moves: [
      {
        year: 2026,
        from: { account: 'pool', solution: 'aula' },
        to: { account: 'initiative', initiative: 'login' },
        amount: '10.00',
      },
      {
        year: 2026,
        from: { account: 'base-budget', solution: 'aula' },
        to: { account: 'business-maintenance', solution: 'aula' },
        amount: '5.00',
      },
    ],
    inPlace: ['base'],
  },
];

describe('proposals as documents', () => {
  it('are read with everything that they may say', () => {
    const [proposal] = acceptedValue(
      proposalsFromDocuments(acceptedValue(checkForm(proposalsSchema, proposals))),
    );
    expect(proposal).toMatchObject({
      proposal: 'children-2026',
      body: 'children-council',
      inPlace: ['base'],
    });
    expect(proposal?.initiatives[0]).toEqual({
      initiative: 'login',
      title: 'Fælles login',
      area: 'children',
      targetSolution: 'aula',
      focus: 'early-help',
      costs: new Map([
        [2026, 1250_50n],
        [2027, 100_00n],
      ]),
      priceLevelYear: 2025,
      benefit: { perYear: 300_00n, scores: new Map([['quality', rateFromText('0.8')]]) },
      beneficiaryKey: { kind: 'equal' },
      statutory: true,
      earliestStart: 2026,
      latestStart: 2027,
      minShare: rateFromText('0.5'),
      dependsOn: ['base'],
      excludes: ['paper'],
      group: 'identity',
    });
    expect(proposal?.moves).toEqual([
      {
        year: 2026,
        from: { kind: 'pool', solution: 'aula' },
        to: { kind: 'initiative', initiative: 'login' },
        amount: 10_00n,
      },
      {
        year: 2026,
        from: { kind: 'base-budget', solution: 'aula' },
        to: { kind: 'business-maintenance', solution: 'aula' },
        amount: 5_00n,
      },
    ]);
  });

  it('say little when little is said: all or nothing, not statutory, on nothing else', () => {
    const [proposal] = acceptedValue(
      proposalsFromDocuments(acceptedValue(checkForm(proposalsSchema, proposals))),
    );
    expect(proposal?.initiatives[1]).toEqual({
      initiative: 'app',
      title: 'App',
      area: 'children',
      costs: new Map([[2026, 1_00n]]),
      priceLevelYear: 2026,
      benefit: { scores: new Map() },
      statutory: false,
      minShare: WHOLE,
      dependsOn: [],
      excludes: [],
    });
  });

  it('are refused when two have the same id', () => {
    const twice = acceptedValue(checkForm(proposalsSchema, [...proposals, ...proposals]));
    const result = proposalsFromDocuments(twice);
    expect(codesOf(result)).toEqual(['proposal_twice']);
    expect(result.ok ? [] : result.refusals[0]?.path).toEqual([1, 'id']);
  });

  it.each<[string, (string | number)[], unknown]>([
    ['money_form', [0, 'initiatives', 0, 'costs', 0, 'amount'], 1250.5],
    ['money_negative', [0, 'moves', 0, 'amount'], '-1.00'],
    ['share_range', [0, 'initiatives', 0, 'minShare'], '1.1'],
    ['year_repeated', [0, 'initiatives', 0, 'costs'], [full.costs[0], full.costs[0]]],
    ['start_window_reversed', [0, 'initiatives', 0, 'latestStart'], 2025],
    ['kind_unknown', [0, 'moves', 0, 'to', 'account'], 'base-budget'],
    ['field_unknown', [0, 'initiatives', 0, 'cost'], '1.00'],
    ['list_empty', [0, 'initiatives', 0, 'costs'], []],
  ])('are refused by their form: %s', (code, path, value) => {
    const result = checkForm(proposalsSchema, changed(proposals, [...path, value]));
    expect(codesOf(result)).toEqual([code]);
    expect(result.ok ? [] : result.refusals[0]?.path).toEqual(path);
  });
});
