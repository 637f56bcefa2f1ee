import { apportion } from '../../src/money/apportionment.ts';
import { exactFromInteger } from '../../src/money/exact.ts';
import { ore } from '../../src/money/ore.ts';
import { invariant } from '../../src/refusal.ts';
import { municipalities, units } from './tables.ts';

/** How many of a unit there are in the whole example. */
export function unitTotal(id: string): bigint {
  return BigInt(unitOf(id).total);
}

/**
 * Example counts of a unit by municipality code: the unit's total, spread by population times a factor of 90 to
 * 110 % that follows from the code. So counts look like real ones, differ from unit to unit, and are none.
 */
export function unitCounts(id: string): Record<string, string> {
  const { step } = unitOf(id);
  const weights = municipalities.map(({ code, population }) => {
    const percent = 90n + ((BigInt(code) * BigInt(step)) % 21n);
    return exactFromInteger(BigInt(population) * percent);
  });
  // The largest remainder method splits any whole number, here units instead of øre.
  const counts = apportion(ore(unitTotal(id)), weights);
  return Object.fromEntries(municipalities.map(({ code }, place) => [code, String(counts[place])]));
}

/** What is counted, in words: the name of the unit and what people read for it. */
export function unitWords(id: string) {
  const { unit, unit_da: da } = unitOf(id);
  return { unit, unitTitle: { da, en: unit } };
}

function unitOf(id: string) {
  const unit = units.find((row) => row.id === id);
  invariant(unit !== undefined, `example-units.csv has the unit ${id}`);
  return unit;
}
