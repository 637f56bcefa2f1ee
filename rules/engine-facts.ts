import { rateText } from '../src/money/rate.ts';
import { FACTS, type FactName, type Facts } from '../src/prioritisation/facts.ts';
import { accepted, type Result, refused } from '../src/refusal.ts';

/** A fact as json-rules-engine holds it: money in whole øre, rates as text. */
export type EngineFact = number | string | boolean | readonly string[];

/**
 * The facts in the engine's own types. Money becomes a JavaScript number, which is exact for whole numbers up
 * to Number.MAX_SAFE_INTEGER: 2^53 − 1 øre, some 90 thousand billion kroner. Anything larger is refused with
 * `amount_too_large_for_rules` and never rounded.
 */
export function engineFacts(facts: Facts): Result<Readonly<Record<string, EngineFact>>> {
  const large = factNames().find((name) => FACTS[name].type === 'money' && !isSafe(facts[name]));
  if (large !== undefined) return tooLarge(large);
  return accepted(Object.fromEntries(factNames().map((name) => [name, engineFact(facts[name])])));
}

function factNames(): FactName[] {
  return Object.keys(FACTS) as FactName[];
}

function isSafe(amount: Facts[FactName]): boolean {
  return Number.isSafeInteger(Number(amount));
}

function engineFact(value: Facts[FactName]): EngineFact {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object') return value;
  return 'toFixed' in value ? rateText(value) : value;
}

function tooLarge(name: FactName): Result<never> {
  const { da, en } = FACTS[name].title;
  return refused({
    code: 'amount_too_large_for_rules',
    path: [],
    message: {
      da: `Beløbet "${da}" er for stort til, at reglerne kan regne nøjagtigt med det.`,
      en: `The amount "${en}" is too large for the rules to compute with exactly.`,
    },
    remedy: {
      da: 'Brug beløb under 90.000 milliarder kr.',
      en: 'Use amounts below 90,000 billion kroner.',
    },
  });
}
