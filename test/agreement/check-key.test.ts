import { describe, expect, it } from 'vitest';
import type { AllocationKey, PlainKey } from '../../src/agreement/allocation-key.ts';
import { checkKey } from '../../src/agreement/check-key.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { acceptedValue, refusalsOf } from '../results.ts';
import { mixKey, weightsKey } from './build-key.ts';

const CODES = new Set(['0101', '0147']);

function weights(...codes: readonly string[]): PlainKey {
  return weightsKey(Object.fromEntries(codes.map((code) => [code, '1'])));
}

describe('a key', () => {
  it.each<[string, AllocationKey]>([
    ['population', { kind: 'population' }],
    ['weights of known municipalities', weights('0101', '0147')],
    ['no weights', weights()],
    ['a mix that is one whole', mixKey(['0.25', { kind: 'equal' }], ['0.75', weights('0101')])],
    ['limits', { kind: 'equal', limits: { fall: rateFromText('0.1') } }],
  ])('is fine: %s', (_, key) => {
    expect(acceptedValue(checkKey(key, CODES))).toBe(key);
  });

  it.each<[string, PlainKey, { code: string; path: (string | number)[] }[]]>([
    [
      'every unknown municipality is told',
      weights('0999', '0101', '0998'),
      [
        { code: 'municipality_unknown', path: ['weights', '0999'] },
        { code: 'municipality_unknown', path: ['weights', '0998'] },
      ],
    ],
    [
      'a mix above one whole',
      mixKey(['0.5', { kind: 'equal' }], ['0.5001', { kind: 'equal' }]),
      [{ code: 'mix_shares_not_whole', path: ['parts'] }],
    ],
    [
      'a mix below one whole',
      mixKey(['0.9999', { kind: 'equal' }]),
      [{ code: 'mix_shares_not_whole', path: ['parts'] }],
    ],
    ['a mix of nothing', mixKey(), [{ code: 'mix_shares_not_whole', path: ['parts'] }]],
    [
      'an unknown municipality in a part of a mix',
      mixKey(['0.5', weights('0101')], ['0.5', weights('0999')]),
      [{ code: 'municipality_unknown', path: ['parts', 1, 'key', 'weights', '0999'] }],
    ],
    [
      'a mix in a mix that is not one whole',
      mixKey(['1', mixKey(['0.2', { kind: 'equal' }])]),
      [{ code: 'mix_shares_not_whole', path: ['parts', 0, 'key', 'parts'] }],
    ],
  ])('is refused: %s', (_, key, refusals) => {
    expect(refusalsOf(checkKey(key, CODES))).toEqual(refusals);
  });

  it('says what is wrong', () => {
    expect(checkKey(mixKey(['0.90', { kind: 'equal' }]), CODES)).toMatchObject({
      refusals: [
        {
          message: {
            da: 'Nøglens dele udgør tilsammen 0,9 og ikke 1.',
            en: 'The parts of the key together make 0.9, not 1.',
          },
        },
      ],
    });
    expect(checkKey(weights('0999'), CODES)).toMatchObject({
      refusals: [
        { message: { en: 'The key names the municipality code "0999", which the agreement does not have.' } },
      ],
    });
  });
});
