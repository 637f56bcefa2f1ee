import type { Municipality } from '../agreement/agreement.ts';
import { exactFromInteger } from '../money/exact.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import { invariant } from '../refusal.ts';
import type { Input } from './explanation.ts';

/** A municipality as the agreement has it. */
export function memberOf({ agreement }: YearPrice, code: string): Municipality {
  const found = agreement.municipalities.find(({ municipality }) => municipality === code);
  invariant(found !== undefined, `the agreement has the municipality ${code}`);
  return found;
}

/** How many citizens are counted, when, and by whom. */
export function populationInput({
  municipality,
  population,
  populationDate,
  provenance,
}: Municipality): Input {
  return {
    symbol: `population(${municipality})`,
    label: { da: `Folketal pr. ${populationDate}`, en: `Population on ${populationDate}` },
    value: { unit: 'number', number: exactFromInteger(population) },
    provenance,
  };
}
