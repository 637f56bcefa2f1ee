import { danishKroner, englishKroner } from '../money/danish-figures.ts';
import type { Ore } from '../money/ore.ts';
import type { Disposition } from './effects.ts';
import type { OutcomeReason } from './outcome.ts';
import type { Cap, NamedRule } from './ruling.ts';

/** What kept a request from being paid in full. */
export type Limit =
  | { readonly kind: 'cap'; readonly cap: Cap }
  | { readonly kind: 'part' }
  | { readonly kind: 'pool' };

export const FUNDED_IN_FULL: OutcomeReason = {
  code: 'funded_in_full',
  message: {
    da: 'Puljen dækker hele udgiften.',
    en: 'The pool covers the whole cost.',
  },
};

export const BASE_BUDGET_CANNOT_MOVE: OutcomeReason = {
  code: 'base_budget_cannot_move',
  message: {
    da: 'Forslaget beder om basisdriftsøkonomi. Den sikrer løsningernes drift og kan ikke flyttes.',
    en: "The proposal asks for base budget. It secures the solutions' operation and cannot be moved.",
  },
};

export const CROSSES_AREAS: OutcomeReason = {
  code: 'crosses_areas',
  message: {
    da: 'Penge på tværs af områder flyttes kun af bestyrelsen.',
    en: 'Money across areas is moved by the board alone.',
  },
};

export function noCostInYear(year: number): OutcomeReason {
  return {
    code: 'no_cost_in_year',
    message: {
      da: `Initiativet har ingen udgift i ${year}.`,
      en: `The initiative has no cost in ${year}.`,
    },
  };
}

const BY_RULE = {
  reject: {
    code: 'rejected_by_rule',
    da: (title: string) => `Afvist efter reglen "${title}".`,
    en: (title: string) => `Rejected by the rule "${title}".`,
  },
  defer: {
    code: 'deferred_by_rule',
    da: (title: string) => `Udskudt efter reglen "${title}".`,
    en: (title: string) => `Deferred by the rule "${title}".`,
  },
  refer: {
    code: 'referred_by_rule',
    da: (title: string) => `Forelægges bestyrelsen efter reglen "${title}".`,
    en: (title: string) => `Referred to the board by the rule "${title}".`,
  },
} as const satisfies Record<Disposition, unknown>;

export function disposedByRule({
  type,
  rule,
  title,
}: NamedRule & { readonly type: Disposition }): OutcomeReason {
  const { code, da, en } = BY_RULE[type];
  return { code, message: { da: da(title.da), en: en(title.en) }, rule };
}

export function dependencyNotFunded(dependency: string, rule: string): OutcomeReason {
  return {
    code: 'dependency_not_funded',
    message: {
      da: `Det afhænger af ${dependency}, som ikke får penge.`,
      en: `It depends on ${dependency}, which gets no money.`,
    },
    rule,
  };
}

export function dependencyReferred(dependency: string, rule: string): OutcomeReason {
  return {
    code: 'dependency_referred',
    message: {
      da: `Det afhænger af ${dependency}, som bestyrelsen skal afgøre, og forelægges sammen med det.`,
      en: `It depends on ${dependency}, which the board is to decide, and is referred along with it.`,
    },
    rule,
  };
}

export function excludedByFunded(other: string, rule: string): OutcomeReason {
  return {
    code: 'excluded_by_funded',
    message: {
      da: `Det giver ingen mening ved siden af ${other}, som får penge.`,
      en: `It makes no sense beside ${other}, which is funded.`,
    },
    rule,
  };
}

export function excludedUntilBoardDecides(other: string, rule: string): OutcomeReason {
  return {
    code: 'excluded_until_board_decides',
    message: {
      da: `Det giver ingen mening ved siden af ${other}, som bestyrelsen først skal afgøre.`,
      en: `It makes no sense beside ${other}, which the board must decide first.`,
    },
    rule,
  };
}

/** It gets something, but not all. */
export function reducedBy(limit: Limit, granted: Ore, cost: Ore): OutcomeReason {
  const cause = causeOf(limit);
  return {
    code: `reduced_by_${limit.kind}`,
    message: {
      da: `${cause.da}, så det får ${danishKroner(granted)} af ${danishKroner(cost)}`,
      en: `${cause.en}, so it gets ${englishKroner(granted)} of ${englishKroner(cost)}.`,
    },
    ...ruleBehind(limit),
  };
}

/** What is left is less than what makes sense. */
export function minimumNotMet(limit: Limit, available: Ore, minimum: Ore): OutcomeReason {
  const cause = causeOf(limit);
  return {
    code: `minimum_not_met_for_${limit.kind}`,
    message: {
      da: `${cause.da}: der er ${danishKroner(available)}, og det skal mindst have ${danishKroner(minimum)}`,
      en: `${cause.en}: there is ${englishKroner(available)}, and it needs at least ${englishKroner(minimum)}.`,
    },
    ...ruleBehind(limit),
  };
}

function causeOf(limit: Limit): { da: string; en: string } {
  switch (limit.kind) {
    case 'cap':
      return {
        da: `Loftet i reglen "${limit.cap.title.da}" er nået`,
        en: `The cap of the rule "${limit.cap.title.en}" is reached`,
      };
    case 'part':
      return { da: 'Reglerne giver kun støtte til en del', en: 'The rules fund only a part' };
    case 'pool':
      return {
        da: 'Puljebidragene, der kan betale, har ikke nok',
        en: 'The pool contributions that can pay do not have enough',
      };
  }
}

function ruleBehind(limit: Limit): { rule?: string } {
  return limit.kind === 'cap' ? { rule: limit.cap.rule } : {};
}
