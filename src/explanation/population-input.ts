import type { Municipality } from '../agreement/agreement.ts';
import { inYear } from '../agreement/population.ts';
import { exactFromInteger } from '../money/exact.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import { invariant } from '../refusal.ts';
import type { Input } from './explanation.ts';

/** A municipality as the year of the price counts it. */
export function memberOf({ agreement, year }: YearPrice, code: string): Municipality {
  const found = agreement.municipalities.find(({ municipality }) => municipality === code);
  invariant(found !== undefined, `the agreement has the municipality ${code}`);
  return inYear(found, year);
}

/** How many citizens are counted, when, and by whom; or believed to be there, where a scenario says so. */
export function populationInput({
  municipality,
  population,
  populationDate,
  provenance,
}: Municipality): Input {
  const believed = provenance.kind === 'scenario';
  return {
    symbol: `population(${municipality})`,
    label: {
      da: `Folketal pr. ${populationDate}${believed ? ', fremskrevet' : ''}`,
      en: `Population on ${populationDate}${believed ? ', projected' : ''}`,
    },
    value: { unit: 'number', number: exactFromInteger(population) },
    provenance,
  };
}
