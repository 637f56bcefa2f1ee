import { useMemo } from 'preact/hooks';
import { inBoth } from '../language/language.ts';
import { answered, api, type Schemas } from './client.ts';
import { everyPage } from './every-page.ts';
import { type Answer, useAnswer } from './use-answer.ts';

const words = inBoth({ pricing: 'Regner prisen ud' }, { pricing: 'Computing the price' });

export type Scenario = Schemas['Scenario'];
export type KeptScenario = Schemas['KeptScenario'];
export type PriceAnswer = Schemas['PriceAnswer'];
export type YearPrice = Schemas['YearPrice'];

/** A scenario by its id, or one that is not kept anywhere yet. */
export type ScenarioReference = string | Scenario;

/** How a request names a scenario. */
export function referred(reference: ScenarioReference) {
  return typeof reference === 'string' ? { scenarioId: reference } : { scenario: reference };
}

export function usePrice(reference: ScenarioReference | undefined): Answer<PriceAnswer> {
  const key = reference === undefined ? undefined : `price/${JSON.stringify(reference)}`;
  return useAnswer(
    key,
    (signal) => answered(api.POST('/v1/price', { body: referred(reference ?? ''), signal })),
    () => words().pricing,
  );
}

/** The scenarios of an agreement that one may read, by id. */
export function useScenarios(agreement: string): Answer<readonly KeptScenario[]> {
  const { value, ...answer } = useAnswer('scenarios', readScenarios);
  const own = useMemo(
    () => value?.filter(({ scenario }) => scenario.agreement === agreement),
    [value, agreement],
  );
  return { ...answer, ...(own !== undefined && { value: own }) };
}

/** Every scenario that one may read, of whatever agreement. */
export function readScenarios(signal: AbortSignal): Promise<readonly KeptScenario[]> {
  return everyPage((query) => answered(api.GET('/v1/scenarios', { params: { query }, signal })));
}
