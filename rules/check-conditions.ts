import { KRONER_FORM } from '../src/money/ore.ts';
import { RATE_FORM } from '../src/money/rate.ts';
import { FACTS, type FactTypes } from '../src/prioritisation/facts.ts';
import { type Bilingual, type Refusal, within } from '../src/refusal.ts';
import { type Comparison, type Condition, comparisonsIn, factNamedBy } from './condition.ts';
import { OPERATORS } from './operators.ts';
import type { Relation } from './relation.ts';

type FactType = keyof FactTypes;

/** All facts, by any text that a rule might write. */
const KNOWN_FACTS = new Map<string, { type: FactType; values?: readonly string[] }>(Object.entries(FACTS));

/**
 * What in a rule's conditions cannot be evaluated, so that it is refused when the set is read and not when it
 * is used: an unknown fact or operator, an operator that does not fit the fact, or a value of another type
 * than the fact. Paths start at the conditions.
 */
export function checkConditions(conditions: Condition): Refusal[] {
  return comparisonsIn(conditions).flatMap(({ path, comparison }) =>
    checkComparison(comparison).map((refusal) => within(path, refusal)),
  );
}

function checkComparison(comparison: Comparison): Refusal[] {
  const fact = KNOWN_FACTS.get(comparison.fact);
  const operator = OPERATORS.get(comparison.operator);
  if (fact === undefined) return [unknownFact(['fact'], comparison.fact)];
  if (operator === undefined) return [unknownOperator(comparison.operator)];
  if (!operator.facts.includes(fact.type)) {
    return [operatorDoesNotFit(comparison, fact.type)];
  }
  const named = factNamedBy(comparison.value);
  return named === undefined
    ? checkFigure(comparison, fact, isOfList(operator.relation))
    : checkNamedFact(comparison, named, fact.type, operator.relation);
}

function isOfList(relation: Relation): boolean {
  return relation === 'in' || relation === 'not-in';
}

function checkNamedFact(
  comparison: Comparison,
  named: string,
  type: FactType,
  relation: Relation,
): Refusal[] {
  const other = KNOWN_FACTS.get(named);
  if (other === undefined) return [unknownFact(['value', 'fact'], named)];
  return other.type === counterpartOf(type, relation) ? [] : [valueDoesNotFit(comparison, type)];
}

/** The type of fact that a fact can be held against; no fact is a list of numbers. */
function counterpartOf(type: FactType, relation: Relation): FactType | undefined {
  if (isOfList(relation)) return type === 'text' ? 'texts' : undefined;
  return type === 'texts' ? 'text' : type;
}

function checkFigure(
  comparison: Comparison,
  fact: { readonly type: FactType; readonly values?: readonly string[] },
  takesList: boolean,
): Refusal[] {
  const { value } = comparison;
  if (Array.isArray(value) !== takesList) return [valueDoesNotFit(comparison, fact.type)];
  const figures: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (!figures.every((figure) => isOfType(figure, fact.type)))
    return [valueDoesNotFit(comparison, fact.type)];
  const strange = figures.find((figure) => fact.values?.includes(String(figure)) === false);
  return strange === undefined ? [] : [unknownValue(comparison, String(strange), fact.values ?? [])];
}

function isOfType(figure: unknown, type: FactType): boolean {
  switch (type) {
    case 'money':
      return typeof figure === 'string' && KRONER_FORM.test(figure);
    case 'rate':
      return typeof figure === 'string' && RATE_FORM.test(figure);
    case 'whole':
      return Number.isSafeInteger(figure);
    case 'flag':
      return typeof figure === 'boolean';
    case 'text':
    case 'texts':
      return typeof figure === 'string';
  }
}

function unknownFact(path: Refusal['path'], name: string): Refusal {
  return {
    code: 'unknown_fact',
    path,
    message: { da: `Faktummet "${name}" findes ikke.`, en: `There is no fact "${name}".` },
    remedy: {
      da: `Brug et af disse: ${[...KNOWN_FACTS.keys()].join(', ')}.`,
      en: `Use one of these: ${[...KNOWN_FACTS.keys()].join(', ')}.`,
    },
  };
}

function unknownOperator(name: string): Refusal {
  return {
    code: 'unknown_operator',
    path: ['operator'],
    message: { da: `Operatoren "${name}" findes ikke.`, en: `There is no operator "${name}".` },
    remedy: {
      da: `Brug en af disse: ${[...OPERATORS.keys()].join(', ')}.`,
      en: `Use one of these: ${[...OPERATORS.keys()].join(', ')}.`,
    },
  };
}

function operatorDoesNotFit({ fact, operator }: Comparison, type: FactType): Refusal {
  const fitting = [...OPERATORS].filter(([, { facts }]) => facts.includes(type)).map(([name]) => name);
  return {
    code: 'operator_does_not_fit_fact',
    path: ['operator'],
    message: {
      da: `Operatoren "${operator}" passer ikke til "${fact}", som er ${TYPE_NAMES[type].da}.`,
      en: `The operator "${operator}" does not fit "${fact}", which is ${TYPE_NAMES[type].en}.`,
    },
    remedy: {
      da: `Brug en af disse: ${fitting.join(', ')}.`,
      en: `Use one of these: ${fitting.join(', ')}.`,
    },
  };
}

function valueDoesNotFit({ fact, operator }: Comparison, type: FactType): Refusal {
  return {
    code: 'value_does_not_fit_fact',
    path: ['value'],
    message: {
      da: `Værdien kan ikke sammenlignes med "${fact}" ved "${operator}".`,
      en: `The value cannot be compared with "${fact}" by "${operator}".`,
    },
    remedy: {
      da: `Skriv ${TYPE_FORMS[type].da}, eller nævn et faktum af samme slags; "in" og "notIn" tager en liste.`,
      en: `Write ${TYPE_FORMS[type].en}, or name a fact of the same kind; "in" and "notIn" take a list.`,
    },
  };
}

function unknownValue({ fact }: Comparison, value: string, values: readonly string[]): Refusal {
  return {
    code: 'unknown_value_of_fact',
    path: ['value'],
    message: {
      da: `"${fact}" kan aldrig være "${value}".`,
      en: `"${fact}" can never be "${value}".`,
    },
    remedy: { da: `Brug en af disse: ${values.join(', ')}.`, en: `Use one of these: ${values.join(', ')}.` },
  };
}

const TYPE_NAMES: Readonly<Record<FactType, Bilingual>> = {
  money: { da: 'et beløb', en: 'an amount' },
  rate: { da: 'en sats', en: 'a rate' },
  whole: { da: 'et helt tal', en: 'a whole number' },
  flag: { da: 'sandt eller falsk', en: 'true or false' },
  text: { da: 'en tekst', en: 'a text' },
  texts: { da: 'en liste af tekster', en: 'a list of texts' },
};

const TYPE_FORMS: Readonly<Record<FactType, Bilingual>> = {
  money: {
    da: 'kroner som tekst med to decimaler, "1234.50"',
    en: 'kroner as text with two decimals, "1234.50"',
  },
  rate: { da: 'en decimal som tekst, "0.25"', en: 'a decimal as text, "0.25"' },
  whole: { da: 'et helt tal', en: 'a whole number' },
  flag: { da: 'true eller false', en: 'true or false' },
  text: { da: 'en tekst', en: 'a text' },
  texts: { da: 'en tekst', en: 'a text' },
};
