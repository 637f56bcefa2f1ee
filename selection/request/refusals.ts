import { danishKroner, englishKroner } from '../../src/money/danish-figures.ts';
import type { Ore } from '../../src/money/ore.ts';
import type { Refusal } from '../../src/refusal.ts';

/** What can be wrong with a request of the right form; paths lead into the request. */
type Path = Refusal['path'];

export function initiativeUnknown(path: Path, initiative: string): Refusal {
  return {
    code: 'initiative_unknown',
    path,
    message: {
      da: `Initiativet "${initiative}" er ikke blandt initiativerne.`,
      en: `The initiative "${initiative}" is not among the initiatives.`,
    },
    remedy: {
      da: `Ret stavningen, eller beskriv "${initiative}" i listen "initiatives".`,
      en: `Correct the spelling, or describe "${initiative}" in the list "initiatives".`,
    },
  };
}

export function duplicateValue(path: Path, value: string): Refusal {
  return {
    code: 'duplicate_value',
    path,
    message: {
      da: `"${value}" står her mere end én gang.`,
      en: `"${value}" occurs more than once here.`,
    },
    remedy: { da: 'Behold kun den ene.', en: 'Keep only one of them.' },
  };
}

/** @param circle the initiatives in their order, the first repeated at the end */
export function dependencyCircle(path: Path, circle: readonly string[]): Refusal {
  const chain = circle.join(' → ');
  return {
    code: 'dependency_circle',
    path,
    message: {
      da: `Afhængighederne går i ring: ${chain}.`,
      en: `The dependencies run in a circle: ${chain}.`,
    },
    remedy: { da: 'Fjern en af afhængighederne.', en: 'Remove one of the dependencies.' },
  };
}

export function excludesItself(path: Path, initiative: string): Refusal {
  return {
    code: 'excludes_itself',
    path,
    message: {
      da: `Initiativet "${initiative}" udelukker sig selv.`,
      en: `The initiative "${initiative}" excludes itself.`,
    },
    remedy: {
      da: 'Fjern det fra listen, eller skriv det i "mustNot".',
      en: 'Remove it from the list, or name it in "mustNot".',
    },
  };
}

export function boundsReversed(path: Path, atLeast: number, atMost: number): Refusal {
  return {
    code: 'group_bounds_reversed',
    path,
    message: {
      da: `Gruppen kræver mindst ${atLeast}, men tillader højst ${atMost}.`,
      en: `The group asks for at least ${atLeast}, but allows at most ${atMost}.`,
    },
    remedy: { da: 'Lad "atLeast" være højst "atMost".', en: 'Let "atLeast" be at most "atMost".' },
  };
}

export function endowmentMissing(path: Path, voter: string): Refusal {
  return {
    code: 'endowment_missing',
    path,
    message: {
      da: `Vælgeren "${voter}" har intet beløb, men andre vælgere har.`,
      en: `The voter "${voter}" has no endowment, but other voters have.`,
    },
    remedy: {
      da: 'Giv alle vælgere et beløb ("0.00" er tilladt), eller ingen.',
      en: 'Give every voter an endowment ("0.00" is allowed), or none.',
    },
  };
}

export function endowmentsNotBudget(total: Ore, budget: Ore): Refusal {
  return {
    code: 'endowments_not_budget',
    path: ['voters'],
    message: {
      da: `Vælgernes beløb er tilsammen ${danishKroner(total)}, men budgettet er ${danishKroner(budget)}.`,
      en: `The voters' endowments sum to ${englishKroner(total)}, but the budget is ${englishKroner(budget)}.`,
    },
    remedy: {
      da: 'Ret beløbene, så summen er budgettet, eller udelad dem: så får hver vælger sin vægts andel.',
      en: 'Let them sum to the budget, or leave them out: each voter then has its share by weight.',
    },
  };
}

export function votersMissing(): Refusal {
  return {
    code: 'voters_missing',
    path: ['voters'],
    message: {
      da: 'Equal Shares fordeler penge på vælgere, og der er ingen.',
      en: 'Equal Shares gives money to voters, and there are none.',
    },
    remedy: {
      da: 'Skriv mindst én vælger, eller vælg en anden metode.',
      en: 'Write at least one voter, or choose another method.',
    },
  };
}

export function nothingToGoBy(): Refusal {
  return {
    code: 'benefit_missing',
    path: ['initiatives'],
    message: {
      da: 'Intet initiativ har en gevinst, og der er ingen vælgere: der er intet at vælge efter.',
      en: 'No initiative states a benefit, and there are no voters: there is nothing to choose by.',
    },
    remedy: {
      da: 'Skriv "benefit" på initiativerne, eller tilføj vælgere.',
      en: 'State a "benefit" for the initiatives, or add voters.',
    },
  };
}

export function outOfTime(seconds: number): Refusal {
  return {
    code: 'time_limit_reached',
    path: ['timeLimitSeconds'],
    message: {
      da: `Svaret kunne ikke findes på ${seconds} sekunder.`,
      en: `The answer could not be found in ${seconds} seconds.`,
    },
    remedy: {
      da: 'Sæt "timeLimitSeconds" op, eller gør "add1Step" større, hvis metoden er Equal Shares.',
      en: 'Raise "timeLimitSeconds", or make "add1Step" larger if the method is Equal Shares.',
    },
  };
}
