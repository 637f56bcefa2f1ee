import { inBoth } from '../language/language.ts';

/** Conditions as the rule engine has them: one about a fact, or several of which all or any must hold. */
interface Condition {
  readonly all?: readonly Condition[];
  readonly any?: readonly Condition[];
  readonly not?: Condition;
  readonly fact?: string;
  readonly operator?: string;
  readonly value?: unknown;
}

const words = inBoth({ and: ' og ', or: ' eller ', not: 'ikke ' }, { and: ' and ', or: ' or ', not: 'not ' });

/** By the operator's name without what it compares: `moneyGreaterThan` and `rateGreaterThan` are both `>`. */
const SIGNS: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '≠',
  lessThan: '<',
  lessThanInclusive: '≤',
  greaterThan: '>',
  greaterThanInclusive: '≥',
  in: '∈',
  notIn: '∉',
  contains: '∋',
  doesNotContain: '∌',
};

function signOf(operator: string): string {
  const bare = operator.replace(/^(money|rate)/, '');
  return SIGNS[`${bare.slice(0, 1).toLowerCase()}${bare.slice(1)}`] ?? operator;
}

/** A rule's conditions on one line, in the names of its facts: `cost > 3000000.00 and isStatutory = false`. */
export function conditionText(conditions: Condition): string {
  const { all, any, not } = conditions;
  if (all !== undefined) return all.map(within).join(words().and);
  if (any !== undefined) return any.map(within).join(words().or);
  if (not !== undefined) return `${words().not}${within(not)}`;
  const { fact = '', operator = '', value } = conditions;
  return `${fact} ${signOf(operator)} ${valueText(value)}`;
}

function within(condition: Condition): string {
  const isOne = condition.fact !== undefined;
  return isOne ? conditionText(condition) : `(${conditionText(condition)})`;
}

/** A value, or the name of the fact that is compared with. */
function valueText(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'fact' in value) return String(value.fact);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
