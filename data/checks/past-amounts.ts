import { type Refusal, within } from '../../src/refusal.ts';
import type { AgreementDocument } from '../schema/agreement.ts';
import type { PastYearDocument } from '../schema/past-amounts.ts';
import { repeated } from './duplicates.ts';
import { isUnknown, type Mention, unknownId } from './references.ts';

/** Actual amounts name what the agreement has, each once, in years that a priced year looks back at. */
export function checkPastAmounts(document: AgreementDocument): Refusal[] {
  const { pastAmounts = [], baseYear } = document;
  return [
    ...repeated('pastAmounts', pastAmounts, 'year'),
    ...pastAmounts.flatMap((past, place) =>
      [
        ...checkPastYear(past.year, baseYear),
        ...repeatedIn(past),
        ...mentionsIn(past, document).filter(isUnknown).map(unknownId),
      ].map((refusal) => within(['pastAmounts', place], refusal)),
    ),
  ];
}

function repeatedIn({ municipalities }: PastYearDocument): Refusal[] {
  return [
    ...repeated('municipalities', municipalities, 'municipality'),
    ...municipalities.flatMap(({ solutions }, place) =>
      repeated('solutions', solutions, 'solution').map((refusal) =>
        within(['municipalities', place], refusal),
      ),
    ),
  ];
}

function mentionsIn({ municipalities }: PastYearDocument, document: AgreementDocument): Mention[] {
  const codes = new Set(document.municipalities.map(({ municipality }) => municipality));
  const ids = new Set(document.solutions.map(({ solution }) => solution));
  return municipalities.flatMap(({ municipality, solutions }, place): Mention[] => {
    const path = ['municipalities', place];
    return [
      { kind: 'municipality', known: codes, id: municipality, path: [...path, 'municipality'] },
      ...solutions.map(
        ({ solution }, line): Mention => ({
          kind: 'solution',
          known: ids,
          id: solution,
          path: [...path, 'solutions', line, 'solution'],
        }),
      ),
    ];
  });
}

/** Actual amounts of a year are of use where some price looks back at it. */
export function checkPastYear(year: number, baseYear: number): Refusal[] {
  return year < baseYear - 1 ? [yearUnused(year, baseYear)] : [];
}

function yearUnused(year: number, baseYear: number): Refusal {
  return {
    code: 'past_year_unused',
    path: ['year'],
    message: {
      da: `Ingen pris ser tilbage på ${year}: aftalens første år er ${baseYear}.`,
      en: `No price looks back at ${year}: the first year of the agreement is ${baseYear}.`,
    },
    remedy: {
      da: `Angiv faktiske beløb fra ${baseYear - 1} eller senere.`,
      en: `Give actual amounts of ${baseYear - 1} or later.`,
    },
  };
}
