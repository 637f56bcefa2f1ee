import { danishDecimal } from '../money/danish-figures.ts';
import { addRates, compareRates, rateText, WHOLE, ZERO_RATE } from '../money/rate.ts';
import { accepted, collect, type Result, refused, within } from '../refusal.ts';
import type { AllocationKey, PlainKey } from './allocation-key.ts';

/**
 * Checks what the form of a key cannot show: that its weights name known municipalities
 * (`municipality_unknown`) and that the shares of a mix are one whole (`mix_shares_not_whole`).
 */
export function checkKey<K extends AllocationKey>(key: K, knownCodes: ReadonlySet<string>): Result<K> {
  const checked = checkPlainKey(key, knownCodes);
  return checked.ok ? accepted(key) : checked;
}

function checkPlainKey(key: PlainKey, knownCodes: ReadonlySet<string>): Result<unknown> {
  if (key.kind === 'weights')
    return collect([...key.weights.keys()].map((code) => checkCode(code, knownCodes)));
  if (key.kind !== 'mix') return accepted(key);
  const whole = key.parts.reduce((total, { share }) => addRates(total, share), ZERO_RATE);
  if (compareRates(whole, WHOLE) !== 0) return sharesNotWhole(rateText(whole));
  return collect(
    key.parts.map((part, place) => {
      const checked = checkPlainKey(part.key, knownCodes);
      if (checked.ok) return checked;
      return refused(...checked.refusals.map((refusal) => within(['parts', place, 'key'], refusal)));
    }),
  );
}

function checkCode(code: string, knownCodes: ReadonlySet<string>): Result<string> {
  if (knownCodes.has(code)) return accepted(code);
  return refused({
    code: 'municipality_unknown',
    path: ['weights', code],
    message: {
      da: `Fordelingsnøglen nævner kommunekoden "${code}", som aftalen ikke har.`,
      en: `The key names the municipality code "${code}", which the agreement does not have.`,
    },
    remedy: {
      da: 'Brug de firecifrede kommunekoder i aftalen, fx "0101".',
      en: 'Use the four-digit municipality codes of the agreement, such as "0101".',
    },
  });
}

function sharesNotWhole(whole: string): Result<never> {
  return refused({
    code: 'mix_shares_not_whole',
    path: ['parts'],
    message: {
      da: `Nøglens dele udgør tilsammen ${danishDecimal(whole)} og ikke 1.`,
      en: `The parts of the key together make ${whole}, not 1.`,
    },
    remedy: { da: 'Ret andelene, så de tilsammen er 1.', en: 'Mend the shares so that they sum to 1.' },
  });
}
