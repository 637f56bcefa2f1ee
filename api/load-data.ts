import { fileURLToPath } from 'node:url';
import { loadAgreements } from '../data/load-agreements.ts';
import { loadPortfolios } from '../data/load-portfolios.ts';
import { loadRuleSets } from '../rules/load-rule-sets.ts';
import { loadScenarios } from '../scenarios/load-scenarios.ts';
import type { LoadedData } from './calculation/catalogue.ts';

/**
 * Everything that lies in the program's own folders; rejects with `UnusableFile` at a file that cannot be
 * used.
 */
export async function loadData(): Promise<LoadedData> {
  const [agreements, scenarios, ruleSets] = await Promise.all([
    loadAgreements(folder('data')),
    loadScenarios(folder('scenarios')),
    loadRuleSets(folder('rules')),
  ]);
  const portfolios = await loadPortfolios(
    folder('data'),
    agreements.map(({ agreement }) => agreement),
  );
  return { agreements, portfolios, scenarios, ruleSets };
}

function folder(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.url));
}
