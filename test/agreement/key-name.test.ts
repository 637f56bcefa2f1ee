import { describe, expect, it } from 'vitest';
import type { AllocationKey } from '../../src/agreement/allocation-key.ts';
import { keyName } from '../../src/agreement/key-name.ts';
import { rateFromText } from '../../src/money/rate.ts';

const weights = (entries: Record<string, string>): AllocationKey => ({
  kind: 'weights',
  weights: new Map(Object.entries(entries).map(([code, weight]) => [code, rateFromText(weight)])),
});
const tiered = (weightAbove: string, threshold = 150_000n): AllocationKey => ({
  kind: 'population-tiered',
  threshold,
  weightAbove: rateFromText(weightAbove),
});

describe('the name of a key', () => {
  it.each<[string, AllocationKey, AllocationKey]>([
    ['numbers written in another way', tiered('0.5'), tiered('0.50')],
    [
      'weights in another order',
      weights({ '0101': '1', '0147': '2' }),
      weights({ '0147': '2.0', '0101': '1' }),
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
      tiered('0.5'),
      tiered('0.4'),
      tiered('0.5', 100_000n),
      weights({ '0101': '1', '0147': '2' }),
      weights({ '0101': '2', '0147': '1' }),
      weights({ '0101': '1' }),
      { kind: 'equal', limits: { rise: half } },
      { kind: 'equal', limits: { fall: half } },
      { kind: 'equal', limits: { rise: half, fall: half } },
      { kind: 'mix', parts: [{ share: half, key: { kind: 'equal' } }] },
      { kind: 'mix', parts: [{ share: half, key: { kind: 'population' } }] },
      { kind: 'mix', parts: [{ share: rateFromText('0.6'), key: { kind: 'population' } }] },
      {
        kind: 'mix',
        parts: [
          { share: half, key: { kind: 'equal' } },
          { share: half, key: { kind: 'population' } },
        ],
      },
    ];
    expect(new Set(keys.map(keyName)).size).toBe(keys.length);
  });

  it('reads as what the key does', () => {
    const key: AllocationKey = {
      kind: 'mix',
      parts: [
        { share: rateFromText('0.30'), key: { kind: 'equal' } },
        { share: rateFromText('0.70'), key: weights({ '0147': '2', '0101': '1.50' }) },
      ],
      limits: { rise: rateFromText('0.2'), fall: rateFromText('0.1') },
    };
    expect(keyName(key)).toBe('mix 0.3·(equal) + 0.7·(weights 0101=1.5 0147=2) rise 0.2 fall 0.1');
  });
});
