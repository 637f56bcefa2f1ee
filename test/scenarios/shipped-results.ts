import { fileURLToPath } from 'node:url';
import { loadAgreement } from '../../data/load-agreement.ts';
import { changeFromDocument } from '../../scenarios/change-from-document.ts';
import { loadScenarios } from '../../scenarios/load-scenarios.ts';
import type { ScenarioFile } from '../../scenarios/schema.ts';
import type { ScenarioResult } from '../../src/comparison/scenario-result.ts';
import { priceYears } from '../../src/pricing/price-year.ts';
import { applyChanges } from '../../src/scenario/apply.ts';
import { stack } from '../../src/scenario/stack.ts';
import { shareYears } from '../../src/sharing/share-years.ts';
import { acceptedValue } from '../results.ts';

export const SCENARIO_FOLDER = fileURLToPath(new URL('../../scenarios', import.meta.url));
const AGREEMENT_FILE = fileURLToPath(new URL('../../data/k98-example.agreement.json', import.meta.url));

/** A scenario that is shipped, and what the engine makes of it. */
export interface ShippedScenario extends ScenarioResult {
  readonly file: ScenarioFile;
}

/** Every scenario of the folder, priced and split, in the order of the file names. */
export async function shippedScenarios(): Promise<ShippedScenario[]> {
  const { agreement } = await loadAgreement(AGREEMENT_FILE);
  const files = await loadScenarios(SCENARIO_FOLDER);
  const byId = new Map(files.map(({ id, scenario }) => [id, scenario]));
  return files.map((file) => {
    const stacked = acceptedValue(stack(file.scenario, (id) => byId.get(id)));
    const changed = acceptedValue(applyChanges(agreement, stacked.changes.map(changeFromDocument)));
    const prices = acceptedValue(priceYears(changed, stacked.years));
    return { id: file.id, file, prices, shares: acceptedValue(shareYears(prices)) };
  });
}

/** The shipped scenario with an id. */
export function shippedAs(id: string, shipped: readonly ShippedScenario[]): ShippedScenario {
  const found = shipped.find((scenario) => scenario.id === id);
  if (found === undefined) throw new Error(`no scenario "${id}" is shipped`);
  return found;
}
