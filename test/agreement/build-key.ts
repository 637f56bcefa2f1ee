import type { PlainKey } from '../../src/agreement/allocation-key.ts';
import { rateFromText } from '../../src/money/rate.ts';

export function weightsKey(weights: Readonly<Record<string, string>>): PlainKey {
  return {
    kind: 'weights',
    weights: new Map(Object.entries(weights).map(([code, weight]) => [code, rateFromText(weight)])),
  };
}

export function mixKey(...parts: readonly (readonly [share: string, key: PlainKey])[]): PlainKey {
  return { kind: 'mix', parts: parts.map(([share, key]) => ({ share: rateFromText(share), key })) };
}

export function tieredKey(threshold: bigint, weightAbove: string): PlainKey {
  return { kind: 'population-tiered', threshold, weightAbove: rateFromText(weightAbove) };
}
