import { compareRates, rateFromText, ZERO_RATE } from '../../src/money/rate.ts';
import type { Refusal } from '../../src/refusal.ts';
import type { AgreementDocument } from '../schema/agreement.ts';
import type { AllocationKeyDocument } from '../schema/allocation-key.ts';

/** Somebody must pay for each solution, and money can be reserved only in a component that allows it. */
export function checkKeys(document: AgreementDocument): Refusal[] {
  const all = document.municipalities.map(({ municipality }) => municipality);
  const reservable = new Set(
    document.components.filter((item) => item.reservable).map((item) => item.component),
  );
  return document.solutions.flatMap((solution, place) => {
    const covered = coversSomebody(solution.key, solution.participants ?? all);
    const cells = solution.basePrices.some(({ component }) => reservable.has(component));
    return [
      ...(covered ? [] : [keyCoversNobody(place, solution.solution)]),
      ...(cells || !isPositive(solution.reservedShare) ? [] : [nothingToReserve(place, solution.solution)]),
    ];
  });
}

/** Whether at least one participant gets a weight above zero; every part of a mix must reach somebody. */
function coversSomebody(key: AllocationKeyDocument, participants: readonly string[]): boolean {
  switch (key.kind) {
    case 'population':
    case 'equal':
      return participants.length > 0;
    case 'population-tiered':
      return participants.length > 0 && (key.threshold > 0 || isPositive(key.weightAbove));
    case 'weights':
      return participants.some((code) => isPositive(key.weights[code] ?? '0'));
    case 'mix':
      return key.parts.every((part) => coversSomebody(part.key, participants));
  }
}

function isPositive(rate: string): boolean {
  return compareRates(rateFromText(rate), ZERO_RATE) > 0;
}

function keyCoversNobody(place: number, solution: string): Refusal {
  return {
    code: 'key_covers_nobody',
    path: ['solutions', place, 'key'],
    message: {
      da: `Fordelingsnøglen for "${solution}" giver ingen deltagende kommune en vægt over nul, så ingen kan betale.`,
      en: `The allocation key of "${solution}" gives no participating municipality a weight above zero, so nobody can pay.`,
    },
    remedy: {
      da: 'Giv mindst én deltagende kommune en vægt over nul, i hver del af en blandet nøgle.',
      en: 'Give at least one participating municipality a weight above zero, in every part of a mixed key.',
    },
  };
}

function nothingToReserve(place: number, solution: string): Refusal {
  return {
    code: 'nothing_to_reserve',
    path: ['solutions', place, 'reservedShare'],
    message: {
      da: `"${solution}" har en reserveret andel, men ingen pris i en komponent, der kan reserveres af.`,
      en: `"${solution}" has a reserved share, but no price in a component that can be reserved from.`,
    },
    remedy: {
      da: 'Sæt andelen til "0", eller giv løsningen en pris i en komponent med "reservable": true.',
      en: 'Set the share to "0", or give the solution a price in a component with "reservable": true.',
    },
  };
}
