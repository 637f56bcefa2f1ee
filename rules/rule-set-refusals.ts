import type { Refusal } from '../src/refusal.ts';
import type { Rule, RuleSet } from './rule-set.ts';

/** What a rule set can be at odds with itself about; paths lead into its document. */

export function tooManyComparisons(most: number): Refusal {
  return {
    code: 'too_many_comparisons',
    path: ['rules'],
    message: {
      da: `Reglerne sammenligner tilsammen mere end ${most} gange.`,
      en: `The rules make more than ${most} comparisons altogether.`,
    },
    remedy: {
      da: 'Saml sammenligninger, for eksempel med "in" og en liste, eller fjern regler.',
      en: 'Bring comparisons together, for example by "in" and a list, or remove rules.',
    },
  };
}

export function ruleNeverInForce(place: number, rule: string): Refusal {
  return {
    code: 'rule_never_in_force',
    path: ['rules', place, 'effectiveFrom'],
    message: {
      da: `Reglen "${rule}" gælder ikke den 1. januar i noget år, hvor regelsættet gælder.`,
      en: `The rule "${rule}" is not in force on 1 January of any year in which the rule set is.`,
    },
    remedy: {
      da: 'Ret reglens eller regelsættets "effectiveFrom" og "effectiveTo", eller slet reglen.',
      en: 'Correct "effectiveFrom" and "effectiveTo" of the rule or of the set, or delete the rule.',
    },
  };
}

export function partRangeReversed(place: number, rule: string): Refusal {
  return {
    code: 'part_range_reversed',
    path: ['rules', place, 'effect', 'atLeast'],
    message: {
      da: `Reglen "${rule}" kræver mindst en større andel, end den højst tillader.`,
      en: `The rule "${rule}" demands a larger share at least than it allows at most.`,
    },
    remedy: { da: 'Lad "atLeast" være højst "atMost".', en: 'Let "atLeast" be no more than "atMost".' },
  };
}

export function ruleIdRepeated(place: number, rule: string): Refusal {
  return {
    code: 'rule_id_repeated',
    path: ['rules', place, 'id'],
    message: {
      da: `To regler, der gælder samtidig, hedder "${rule}".`,
      en: `Two rules that are in force at the same time are called "${rule}".`,
    },
    remedy: {
      da: 'Giv den ene et andet id, eller lad den tidligere udgave ophøre, før den nye træder i kraft.',
      en: 'Give one of them another id, or let the earlier version end before the new one takes effect.',
    },
  };
}

export function priorityRepeated(
  place: number,
  priority: number,
  [one, other]: readonly [string, string],
): Refusal {
  return {
    code: 'priority_repeated',
    path: ['rules', place, 'priority'],
    message: {
      da: `Reglerne "${one}" og "${other}" har begge prioritet ${priority}, så deres rækkefølge er ikke bestemt.`,
      en: `The rules "${one}" and "${other}" both have priority ${priority}, so their order is not settled.`,
    },
    remedy: {
      da: 'Giv hver regel sin egen prioritet; den laveste anvendes først.',
      en: 'Give each rule a priority of its own; the lowest is applied first.',
    },
  };
}

export function effectsContradict(place: number, earlier: Rule, later: Rule): Refusal {
  return {
    code: 'effects_contradict',
    path: ['rules', place, 'effect'],
    message: {
      da: `Reglerne "${earlier.rule}" (${earlier.effect.type}) og "${later.rule}" (${later.effect.type}) vil noget modstridende under de samme betingelser.`,
      en: `The rules "${earlier.rule}" (${earlier.effect.type}) and "${later.rule}" (${later.effect.type}) want opposite things under the same conditions.`,
    },
    remedy: {
      da: 'Slet den ene, eller giv dem betingelser, der ikke kan være opfyldt samtidig.',
      en: 'Delete one of them, or give them conditions that cannot hold at once.',
    },
  };
}

export function effectsMayContradict(place: number, earlier: Rule, later: Rule): Refusal {
  return {
    code: 'effects_may_contradict',
    path: ['rules', place, 'effect'],
    message: {
      da: `Reglerne "${earlier.rule}" (${earlier.effect.type}) og "${later.rule}" (${later.effect.type}) kan gælde samtidig og vil noget modstridende; "${earlier.rule}" anvendes først.`,
      en: `The rules "${earlier.rule}" (${earlier.effect.type}) and "${later.rule}" (${later.effect.type}) can fire at once and want opposite things; "${earlier.rule}" is applied first.`,
    },
    remedy: {
      da: 'Giv dem betingelser, der ikke kan være opfyldt samtidig, eller lad den strengeste have den laveste prioritet.',
      en: 'Give them conditions that cannot hold at once, or let the stricter one have the lower priority.',
    },
  };
}

export function ruleNeverFires(place: number, rule: string): Refusal {
  return {
    code: 'rule_never_fires',
    path: ['rules', place, 'conditions'],
    message: {
      da: `Betingelserne i reglen "${rule}" kan aldrig være opfyldt på én gang.`,
      en: `The conditions of the rule "${rule}" can never hold at once.`,
    },
    remedy: {
      da: 'Ret betingelserne, eller slet reglen.',
      en: 'Correct the conditions, or delete the rule.',
    },
  };
}

export function notInForce({ ruleSet, effectiveFrom, effectiveTo }: RuleSet, year: number): Refusal {
  const period =
    effectiveTo === undefined
      ? { da: `fra ${effectiveFrom}`, en: `from ${effectiveFrom}` }
      : { da: `fra ${effectiveFrom} til ${effectiveTo}`, en: `from ${effectiveFrom} to ${effectiveTo}` };
  return {
    code: 'rule_set_not_in_force',
    path: ['ruleSet'],
    message: {
      da: `Regelsættet "${ruleSet}" gælder ${period.da}, altså ikke den 1. januar ${year}.`,
      en: `The rule set "${ruleSet}" is in force ${period.en}, so not on 1 January ${year}.`,
    },
    remedy: {
      da: 'Vælg et andet år eller et regelsæt, der gælder i året.',
      en: 'Choose another year, or a rule set that is in force in the year.',
    },
  };
}
