import { describe, expect, it } from 'vitest';
import type { AllocationKey } from '../../src/agreement/allocation-key.ts';
import { keyName } from '../../src/agreement/key-name.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { mixKey, tieredKey, weightsKey } from './build-key.ts';

describe('the name of a key', () => {
  it.each<[string, AllocationKey, AllocationKey]>([
    ['numbers written in another way', tieredKey(150_000n, '0.5'), tieredKey(150_000n, '0.50')],
    [
      'weights in another order',
      weightsKey({ '0101': '1', '0147': '2' }),
      weightsKey({ '0147': '2.0', '0101': '1' }),
    ],
    ['limits that are not set', { kind: 'equal' }, { kind: 'equal', limits: {} }],
  ])('is the same with %s', (_, first, second) => {
    expect(keyName(first)).toBe(keyName(second));
  });

  it('tells every key apart that says something else', () => {
    const half = rateFromText('0.5');
    const keys: AllocationKey[] = [
      { kind: 'population' },
      { kind: 'equal' },
      tieredKey(150_000n, '0.5'),
      tieredKey(150_000n, '0.4'),
      tieredKey(100_000n, '0.5'),
      weightsKey({ '0101': '1', '0147': '2' }),
      weightsKey({ '0101': '2', '0147': '1' }),
      weightsKey({ '0101': '1' }),
      { kind: 'equal', limits: { rise: half } },
      { kind: 'equal', limits: { fall: half } },
      { kind: 'equal', limits: { rise: half, fall: half } },
      mixKey(['0.5', { kind: 'equal' }]),
      mixKey(['0.5', { kind: 'population' }]),
      mixKey(['0.6', { kind: 'population' }]),
      mixKey(['0.5', { kind: 'equal' }], ['0.5', { kind: 'population' }]),
    ];
    expect(new Set(keys.map(keyName)).size).toBe(keys.length);
  });

  it('reads as what the key does', () => {
    const key: AllocationKey = {
      ...mixKey(['0.30', { kind: 'equal' }], ['0.70', weightsKey({ '0147': '2', '0101': '1.50' })]),
      limits: { rise: rateFromText('0.2'), fall: rateFromText('0.1') },
    };
    expect(keyName(key)).toBe('mix 0.3·(equal) + 0.7·(weights 0101=1.5 0147=2) rise 0.2 fall 0.1');
  });
});
