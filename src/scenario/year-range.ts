import type { Agreement } from '../agreement/agreement.ts';
import { accepted, type Result, refused } from '../refusal.ts';

/** Refuses (`year_not_after_base`) a regulation of the base year or earlier: it would silently do nothing. */
export function requireAfterBase({ baseYear }: Agreement, year: number): Result<number> {
  if (year > baseYear) return accepted(year);
  return refused({
    code: 'year_not_after_base',
    path: ['year'],
    message: {
      da: `${year} reguleres ikke: priserne er i ${baseYear}-niveau, og den første regulering er i ${baseYear + 1}.`,
      en: `${year} is not regulated: prices are at the level of ${baseYear}, and the first regulation is in ${baseYear + 1}.`,
    },
    remedy: { da: `Vælg ${baseYear + 1} eller senere.`, en: `Choose ${baseYear + 1} or later.` },
  });
}
