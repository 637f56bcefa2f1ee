import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LoadedAgreement } from '../data/load-agreement.ts';
import { loadAgreements } from '../data/load-agreements.ts';
import { loadInvoicing } from '../data/load-invoicing.ts';
import { loadPortfolios } from '../data/load-portfolios.ts';
import { loadSplitPlans } from '../data/split-plans/load-split-plans.ts';

import { loadRuleSets } from '../rules/load-rule-sets.ts';
import { loadScenarios } from '../scenarios/load-scenarios.ts';
import type { LoadedData, LoadedInvoicing } from './calculation/catalogue.ts';

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
  return { agreements, portfolios, scenarios, ruleSets, invoicing: await loadInvoicingOf(agreements) };
}

/** An agreement is invoiced as the files say that are named by its id; without them it cannot be. */
async function loadInvoicingOf(
  agreements: readonly LoadedAgreement[],
): Promise<ReadonlyMap<string, LoadedInvoicing>> {
  const invoicing = new Map<string, LoadedInvoicing>();
  for (const { agreement } of agreements) {
    const fileOf = (what: string) => join(folder('data'), `${agreement.agreement}.${what}.json`);
    const [termsFile, plansFile] = [fileOf('invoicing'), fileOf('split-plans')] as const;
    if (!existsSync(termsFile)) continue;
    const plans = existsSync(plansFile) ? await loadSplitPlans(plansFile, agreement) : [];
    invoicing.set(agreement.agreement, { terms: await loadInvoicing(termsFile), plans });
  }
  return invoicing;
}

function folder(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.url));
}
