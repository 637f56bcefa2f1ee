import { rateText } from '../money/rate.ts';
import { byCodePoint } from '../order.ts';
import type { AllocationKey, ChangeLimits, PlainKey } from './allocation-key.ts';

/**
 * A text that is the same for two keys when they say the same: numbers in their shortest form, weights by code,
 * limits that are not set left out.
 */
export function keyName(key: AllocationKey): string {
  return `${plainKeyName(key)}${limitsName(key.limits ?? {})}`;
}

function plainKeyName(key: PlainKey): string {
  switch (key.kind) {
    case 'population':
    case 'equal':
      return key.kind;
    case 'population-tiered':
      return `${key.kind} above ${key.threshold} at ${rateText(key.weightAbove)}`;
    case 'weights': {
      const weights = [...key.weights].sort(([first], [second]) => byCodePoint(first, second));
      return `${key.kind} ${weights.map(([code, weight]) => `${code}=${rateText(weight)}`).join(' ')}`;
    }
    case 'mix':
      return `${key.kind} ${key.parts.map(({ share, key: part }) => `${rateText(share)}·(${plainKeyName(part)})`).join(' + ')}`;
  }
}

function limitsName({ rise, fall }: ChangeLimits): string {
  const up = rise === undefined ? '' : ` rise ${rateText(rise)}`;
  const down = fall === undefined ? '' : ` fall ${rateText(fall)}`;
  return `${up}${down}`;
}
