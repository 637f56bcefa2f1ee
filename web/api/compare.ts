import { inBoth } from '../language/language.ts';
import { answered, api, type Schemas } from './client.ts';
import type { ScenarioReference } from './scenario.ts';
import { type Answer, useAnswer } from './use-answer.ts';

const words = inBoth({ comparing: 'Sammenligner scenarier' }, { comparing: 'Comparing scenarios' });

export type CompareAnswer = Schemas['CompareAnswer'];
export type YearDifference = Schemas['YearDifference'];
export type Difference = Schemas['Difference'];
export type MunicipalityDifference = Schemas['MunicipalityDifference'];
export type Band = NonNullable<MunicipalityDifference['band']>;

/** Scenarios held against a baseline; undefined asks nothing. */
export function useComparison(
  baseline: ScenarioReference,
  scenarios: readonly ScenarioReference[] | undefined,
): Answer<CompareAnswer> {
  const body = { baseline, scenarios: [...(scenarios ?? [])] };
  const key = scenarios === undefined ? undefined : `compare/${JSON.stringify(body)}`;
  return useAnswer(
    key,
    (signal) => answered(api.POST('/v1/compare', { body, signal })),
    () => words().comparing,
  );
}

/** The same scenario for one year only: what a lever moves must be answered before the hand has moved on. */
export function ofYear(reference: ScenarioReference, year: number, agreement: string): ScenarioReference {
  const years = { from: year, to: year };
  if (typeof reference === 'string') return { agreement, years, basedOn: reference, changes: [] };
  return { ...reference, years };
}
