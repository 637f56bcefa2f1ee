import { expect, test } from 'vitest';
import { loadScenarios } from '../../scenarios/load-scenarios.ts';
import type { ScenarioDocument } from '../../scenarios/schema.ts';
import { verify } from '../../verify/verify.ts';
import { get, post } from '../api/built-app.ts';

const shipped = await loadScenarios('scenarios');

/** The changes of a scenario and of all that it builds on, the base first, put together as an auditor would. */
function flattened(id: string): ScenarioDocument['changes'] {
  const found = shipped.find((file) => file.id === id);
  if (found === undefined) throw new Error(`no scenario ${id} is shipped`);
  const { basedOn, changes } = found.scenario;
  return [...(basedOn === undefined ? [] : flattened(basedOn)), ...changes];
}

test.each(shipped.map(({ id, scenario }) => [id, scenario.years] as const))(
  'what the API answers about the shipped scenario %s is accepted',
  async (id, years) => {
    const agreement = (await get('/v1/agreements/k98-example')).json();
    const scenario = { agreement: 'k98-example', years, changes: flattened(id) };
    const result = (await post('/v1/price', { scenario })).json();
    const report = verify({ agreement, scenario, result });
    expect(report.findings).toEqual([]);
    expect(report.figuresChecked).toBeGreaterThan(0);
  },
);
