import { describe, expect, it } from 'vitest';
import { changeFromDocument } from '../../scenarios/change-from-document.ts';
import { type ChangeDocument, changeSchema } from '../../scenarios/schema.ts';
import { rateFromText } from '../../src/money/rate.ts';
import type { Change } from '../../src/scenario/change.ts';

const rate = rateFromText;

/** One of each type, with the contract's own examples. */
const CHANGES: [document: ChangeDocument, change: object][] = [
  [
    { type: 'set-population', year: 2028, populations: { '0101': 700_000 } },
    { type: 'set-population', year: 2028, populations: new Map([['0101', 700_000n]]) },
  ],
  [
    { type: 'grow-population', firstYear: 2027, lastYear: 2030, rate: '-0.0025', municipalities: ['0825'] },
    {
      type: 'grow-population',
      firstYear: 2027,
      lastYear: 2030,
      rate: rate('-0.0025'),
      municipalities: ['0825'],
    },
  ],
  [
    { type: 'set-index', year: 2026, wage: '0.0310', correction: '-0.001' },
    { type: 'set-index', year: 2026, wage: rate('0.031'), correction: rate('-0.001') },
  ],
  [
    { type: 'set-index-vintage', asOf: '2026-06-30' },
    { type: 'set-index-vintage', asOf: '2026-06-30' },
  ],
  [
    { type: 'set-efficiency', year: 2026, rate: '0.0100' },
    { type: 'set-efficiency', year: 2026, rate: rate('0.01') },
  ],
  [
    {
      type: 'set-efficiency',
      year: 2027,
      amount: '2500000.00',
      solutions: ['aula'],
      components: ['operations'],
    },
    {
      type: 'set-efficiency',
      year: 2027,
      amount: 250_000_000n,
      solutions: ['aula'],
      components: ['operations'],
    },
  ],
  [
    { type: 'set-base-price', solution: 'aula', component: 'operations', amount: '41000000.00' },
    { type: 'set-base-price', solution: 'aula', component: 'operations', amount: 4_100_000_000n },
  ],
  [
    { type: 'set-reserved-share', share: '0.3000', solution: 'ky' },
    { type: 'set-reserved-share', share: rate('0.3'), solution: 'ky' },
  ],
  [
    { type: 'withdraw', municipality: '0101', lastYear: 2026, fixedShare: '0.25' },
    { type: 'withdraw', municipality: '0101', lastYear: 2026, fixedShare: rate('0.25') },
  ],
  [
    { type: 'withdraw', municipality: '0101', lastYear: 2026 },
    { type: 'withdraw', municipality: '0101', lastYear: 2026, fixedShare: rate('1') },
  ],
  [
    { type: 'enter', municipality: '0101', firstYear: 2028 },
    { type: 'enter', municipality: '0101', firstYear: 2028 },
  ],
  [
    { type: 'only-signed', asOf: '2025-12-31' },
    { type: 'only-signed', asOf: '2025-12-31' },
  ],
  [
    { type: 'add-solution', solution: 'flis', fromYear: 2028 },
    { type: 'add-solution', solution: 'flis', fromYear: 2028 },
  ],
  [
    { type: 'remove-solution', solution: 'sygesikring', fromYear: 2028 },
    { type: 'remove-solution', solution: 'sygesikring', fromYear: 2028 },
  ],
  [
    { type: 'set-key', solution: 'valg', key: { kind: 'weights', weights: { '0851': '2', '0101': '1' } } },
    {
      type: 'set-key',
      solution: 'valg',
      key: {
        kind: 'weights',
        weights: new Map([
          ['0101', rate('1')],
          ['0851', rate('2')],
        ]),
      },
    },
  ],
  [
    { type: 'set-rule-set', ruleSet: 'strict' },
    { type: 'set-rule-set', ruleSet: 'strict' },
  ],
  [
    { type: 'set-criterion-weight', criterion: 'security', weight: '0.30' },
    { type: 'set-criterion-weight', criterion: 'security', weight: rate('0.3') },
  ],
  [
    { type: 'commit-pool', year: 2027, solution: 'ky', amount: '0.05', reason: 'Decided in 2026' },
    { type: 'commit-pool', year: 2027, solution: 'ky', amount: 5n, reason: 'Decided in 2026' },
  ],
  [
    { type: 'carry-over-pool', year: 2027, solution: 'ky', amount: '10.00', reason: 'Unspent' },
    { type: 'carry-over-pool', year: 2027, solution: 'ky', amount: 1000n, reason: 'Unspent' },
  ],
];

describe('changeFromDocument', () => {
  it.each(CHANGES)('reads %j', (document, change) => {
    expect(changeSchema.parse(document)).toEqual(document);
    expect(changeFromDocument(document)).toStrictEqual(change as Change);
  });

  it('is tried with every type of change that the schema knows', () => {
    const known = changeSchema.options.map((option) => option.shape.type.value);
    expect(new Set(CHANGES.map(([document]) => document.type))).toEqual(new Set(known));
  });
});
