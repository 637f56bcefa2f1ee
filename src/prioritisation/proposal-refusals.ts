import { danishKroner, englishKroner } from '../money/danish-figures.ts';
import type { Ore } from '../money/ore.ts';
import type { Refusal } from '../refusal.ts';

/** What can be wrong about a proposal before any rule is asked; paths lead into the proposal's document. */
type Path = Refusal['path'];

export function bodyUnknown(body: string): Refusal {
  return unknown('body_unknown', ['body'], { da: 'Organet', en: 'The body' }, body, 'bodies');
}

export function areaUnknown(path: Path, area: string): Refusal {
  return unknown(
    'area_unknown',
    path,
    { da: 'Forvaltningsområdet', en: 'The management area' },
    area,
    'areas',
  );
}

export function initiativeUnknown(path: Path, initiative: string): Refusal {
  return {
    code: 'initiative_unknown',
    path,
    message: {
      da: `Forslaget nævner initiativet "${initiative}", men beskriver det ikke.`,
      en: `The proposal names the initiative "${initiative}", but does not describe it.`,
    },
    remedy: {
      da: `Ret stavningen, eller beskriv "${initiative}" under "initiatives".`,
      en: `Correct the spelling, or describe "${initiative}" under "initiatives".`,
    },
  };
}

export function solutionNotPriced(path: Path, solution: string, year: number): Refusal {
  return {
    code: 'solution_not_in_agreement',
    path,
    message: {
      da: `Løsningen "${solution}" er ikke i aftalen i ${year}.`,
      en: `The solution "${solution}" is not in the agreement in ${year}.`,
    },
    remedy: {
      da: 'Vælg en løsning, der er i aftalen det år, eller tag den ind i scenariet med "add-solution".',
      en: 'Choose a solution that is in the agreement that year, or bring it in with "add-solution" in the scenario.',
    },
  };
}

export function initiativeTwice(path: Path, initiative: string): Refusal {
  return {
    code: 'initiative_twice',
    path,
    message: {
      da: `Initiativet "${initiative}" står mere end én gang i forslaget.`,
      en: `The initiative "${initiative}" occurs more than once in the proposal.`,
    },
    remedy: {
      da: 'Slet det ene, eller giv det sit eget id.',
      en: 'Delete one of them, or give it an id of its own.',
    },
  };
}

export function dependsInCircle(path: Path, circle: readonly string[]): Refusal {
  const steps = circle.join(' → ');
  return {
    code: 'depends_in_circle',
    path,
    message: {
      da: `Initiativerne afhænger af hinanden i ring: ${steps}.`,
      en: `The initiatives depend on each other in a circle: ${steps}.`,
    },
    remedy: { da: 'Fjern mindst én af afhængighederne.', en: 'Remove at least one of the dependencies.' },
  };
}

export function movesExceedCost(path: Path, initiative: string, moved: Ore, cost: Ore): Refusal {
  return {
    code: 'moves_exceed_cost',
    path,
    message: {
      da: `Omprioriteringerne giver "${initiative}" ${danishKroner(moved)}, men det koster kun ${danishKroner(cost)} det år.`,
      en: `The moves give "${initiative}" ${englishKroner(moved)}, but it costs only ${englishKroner(cost)} that year.`,
    },
    remedy: {
      da: 'Sænk omprioriteringerne, eller ret udgiften.',
      en: 'Lower the moves, or correct the cost.',
    },
  };
}

export function requestedAmountNotPositive(path: Path): Refusal {
  return {
    code: 'amount_must_be_positive',
    path,
    message: {
      da: 'En omprioritering skal være på mere end 0,00 kr.',
      en: 'A move must be of more than DKK 0.00.',
    },
    remedy: { da: 'Skriv et beløb over nul.', en: 'Write an amount above zero.' },
  };
}

function unknown(
  code: string,
  path: Path,
  noun: { readonly da: string; readonly en: string },
  id: string,
  list: string,
): Refusal {
  return {
    code,
    path,
    message: {
      da: `${noun.da} "${id}" findes ikke i aftalen.`,
      en: `${noun.en} "${id}" is not in the agreement.`,
    },
    remedy: {
      da: `Brug et id fra aftalens liste "${list}".`,
      en: `Use an id of the agreement's list "${list}".`,
    },
  };
}
