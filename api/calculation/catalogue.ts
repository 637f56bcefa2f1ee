import type { LoadedAgreement } from '../../data/load-agreement.ts';
import type { InvoicingDocument } from '../../data/schema/invoicing.ts';
import type { PortfolioDocument } from '../../data/schema/portfolio.ts';

import type { LoadedRuleSet } from '../../rules/load-rule-sets.ts';
import type { ScenarioFile } from '../../scenarios/schema.ts';
import type { SplitPlan } from '../../src/invoicing/split-plan.ts';
import { byCodePoint } from '../../src/order.ts';

/** What the program answers from, as the loaders read it. */
export interface LoadedData {
  readonly agreements: readonly LoadedAgreement[];
  readonly portfolios: readonly PortfolioDocument[];
  readonly scenarios: readonly ScenarioFile[];
  readonly ruleSets: readonly LoadedRuleSet[];
  readonly invoicing: ReadonlyMap<string, LoadedInvoicing>;
}

/** How an agreement is invoiced, as far as files say it. */
export interface LoadedInvoicing {
  readonly terms: InvoicingDocument;
  /** What its municipalities start from; they keep their own. */
  readonly plans: readonly SplitPlan[];
}

/** The loaded data by id, each kind in id order. */
export interface Catalogue {
  readonly agreements: ReadonlyMap<string, LoadedAgreement>;
  readonly scenarios: ReadonlyMap<string, Pick<ScenarioFile, 'scenario'> & { readonly shared?: boolean }>;
  readonly ruleSets: ReadonlyMap<string, LoadedRuleSet>;
}
export function catalogueOf(data: Omit<LoadedData, 'portfolios' | 'invoicing'>): Catalogue {
  return {
    agreements: byId(data.agreements, ({ document }) => document.agreement),
    scenarios: byId(data.scenarios, ({ id }) => id),
    ruleSets: byId(data.ruleSets, ({ document }) => document.id),
  };
}

function byId<T>(items: readonly T[], idOf: (item: T) => string): Map<string, T> {
  const sorted = items.toSorted((first, second) => byCodePoint(idOf(first), idOf(second)));
  return new Map(sorted.map((item) => [idOf(item), item]));
}
