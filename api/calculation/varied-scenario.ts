import { checkForm } from '../../data/schema/describe-issues.ts';
import { pathOfPointer, valueAtPath, withValueAt } from '../../scenarios/number-in-changes.ts';
import { type ScenarioDocument, scenarioSchema } from '../../scenarios/schema.ts';
import { accepted, type Result, refused } from '../../src/refusal.ts';
import { requestRefusal } from '../request-refusals.ts';

/** A number in a change of a scenario that is varied: a rate, a share, an amount, a count or a year. */
export interface VariedField {
  /** What stands there now, as a decimal. */
  readonly value: string;
  /** Decimals that values of it have at least: two for kroner. */
  readonly decimals: number;
  /** The scenario with another value there; refused when that value cannot stand there. */
  readonly scenarioWith: (value: string) => Result<ScenarioDocument>;
}

const DECIMAL = /^-?\d+(\.\d+)?$/;
const KRONER_DECIMALS = 2;

/**
 * The field of a scenario that a pointer (RFC 6901) leads to. Refused with `parameter_unknown` when it leads to nothing in
 * the scenario's changes, and with `parameter_not_a_number` when something else stands there.
 */
export function variedField(scenario: ScenarioDocument, pointer: string): Result<VariedField> {
  const path = pathOfPointer(pointer) ?? [];
  const value = path[0] === 'changes' ? valueAtPath(scenario, path) : undefined;
  if (value === undefined) return refused(requestRefusal('parameter_unknown', ['pointer']));
  const isCount = typeof value === 'number';
  const text = String(value);
  if (!(isCount || typeof value === 'string') || !DECIMAL.test(text))
    return refused(requestRefusal('parameter_not_a_number', ['pointer']));
  return accepted({
    value: text,
    decimals: path.at(-1) === 'amount' ? KRONER_DECIMALS : 0,
    scenarioWith: (other) =>
      checkForm(scenarioSchema, withValueAt(scenario, path, isCount ? Number(other) : other)),
  });
}
