import { type LoadedAgreement, loadedAgreement } from '../../data/load-agreement.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import type { InvoicingDocument } from '../../data/schema/invoicing.ts';
import type { SplitPlanDocument } from '../../data/schema/split-plan.ts';
import { splitPlansFromDocument } from '../../data/split-plans/split-plans-from-document.ts';
import type { ChangeDocument } from '../../scenarios/schema.ts';
import type { Identity } from '../../src/access/identity.ts';
import type { InvoicingYear } from '../../src/invoicing/draft-invoices.ts';
import { kronerFromOre } from '../../src/money/ore.ts';
import { accepted, type Result, refused } from '../../src/refusal.ts';
import { hashOf } from '../../src/result-hash.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Database } from '../../store/database.ts';
import { poolEntries } from '../../store/pool-entries.ts';
import { type Calculation, calculate } from '../calculation/calculation.ts';
import type { Catalogue } from '../calculation/catalogue.ts';
import { inputsOf, type StackedScenario, stackScenario } from '../calculation/stacked-scenario.ts';
import type { InvoicingSetting } from './invoicing-setting.ts';
import { plansKeptFor } from './kept-plans.ts';
import { runRefusal } from './run-refusals.ts';
import type { RunRequest } from './run-schema.ts';

/** Everything that the invoices of a year are computed from, by content or by the hash of it. */
export interface RunInputs {
  /** Hash of the agreement's canonical document. */
  readonly agreement: string;
  readonly changes: readonly ChangeDocument[];
  readonly years: Scenario['years'];
  /** The hash of the price answer of all this. */
  readonly price: string;
  /** Hash of the list of split plans. */
  readonly plans: string;
  readonly terms: InvoicingDocument;
  /** What decisions had bound in the pool of the year when the run was drafted: what its money is for. */
  readonly decisions: readonly BoundDocument[];
}

/** Pool money of a solution that a decision binds; negative where it is set free again. */
interface BoundDocument {
  readonly decision: string;
  readonly solution: string;
  readonly amount: string;
}

/** Reads content by its hash: from the store, or what is about to be kept there. */
export type ReadContent = (hash: string) => Promise<unknown>;

/** The inputs of a run with the contents that they name, to be kept with it. */
export interface GatheredInputs {
  readonly agreement: string;
  readonly inputs: RunInputs;
  readonly contents: readonly unknown[];
}

/** Gathers what a run is computed from, as it is now. Refusals' paths count from the request. */
export async function gatherInputs(
  setting: InvoicingSetting,
  request: RunRequest,
  identity: Identity,
): Promise<Result<GatheredInputs>> {
  const stacked = await sourceOf(setting, request, identity);
  if (!stacked.ok) return stacked;
  const { loaded, changes, years, hash } = stacked.value;
  const { agreement } = loaded.agreement;
  const terms = setting.invoicing.get(agreement)?.terms;
  if (terms === undefined) return refused(runRefusal('invoicing_terms_missing', ['agreement'], agreement));
  const { query } = setting.store.database;
  const plans = (await plansKeptFor(query, agreement)).map(({ plan }) => plan);
  const decisions = await decisionsOf(query, agreement, request.year);
  const inputs = {
    ...{ agreement: loaded.hash, changes, years, price: hash },
    ...{ plans: hashOf(plans), terms, decisions },
  };
  return accepted({ agreement, inputs, contents: [loaded.document, plans, inputsOf(stacked.value), inputs] });
}

async function decisionsOf(
  query: Database['query'],
  agreement: string,
  year: number,
): Promise<BoundDocument[]> {
  const entries = await poolEntries(query, agreement);
  return entries
    .filter((entry) => entry.year === year)
    .map(({ reason, solution, amount }) => ({ decision: reason, solution, amount: kronerFromOre(amount) }));
}

/** The scenario that a run is about, on top of all that it builds on. */
export async function sourceOf(
  { catalogueFor }: InvoicingSetting,
  { agreement, scenario, year }: Pick<RunRequest, 'agreement' | 'scenario' | 'year'>,
  identity: Identity,
): Promise<Result<StackedScenario>> {
  const years = { from: year, to: year };
  const reference = scenario ?? { agreement: agreement ?? '', years, changes: [] };
  const stacked = stackScenario(reference, await catalogueFor(identity, [reference]));
  if (!stacked.ok) {
    const field = scenario === undefined ? 'agreement' : 'scenario';
    return refused(...stacked.refusals.map((refusal) => ({ ...refusal, path: [field] })));
  }
  const { from, to } = stacked.value.years;
  if (year < from || year > to) return refused(runRefusal('year_not_priced', ['year'], String(year)));
  return stacked;
}

/**
 * The year's price, shares and plans from a run's inputs: the same for ever. Refused as pricing, sharing and plans are, or
 * with `draft_outdated` when the program computes otherwise than when the inputs were gathered.
 */
export async function invoicingYearFrom(
  inputs: RunInputs,
  year: number,
  read: ReadContent,
): Promise<Result<InvoicingYear>> {
  const calculation = await calculationFrom(inputs, read);
  if (!calculation.ok) return refused(...calculation.refusals.map((each) => ({ ...each, path: ['year'] })));
  const { loaded, prices, shares } = calculation.value;
  const plans = splitPlansFromDocument((await read(inputs.plans)) as SplitPlanDocument[], loaded.agreement);
  if (!plans.ok) return plans;
  const price = prices.find((each) => each.year === year);
  const ofYear = shares.find((each) => each.year === year);
  if (price === undefined || ofYear === undefined)
    return refused(runRefusal('year_not_priced', ['year'], String(year)));
  return accepted({ price, shares: ofYear, plans: plans.value });
}

/** The prices and shares that a run invoices a year of. */
export async function calculationFrom(inputs: RunInputs, read: ReadContent): Promise<Result<Calculation>> {
  const loaded = loadedAgreement((await read(inputs.agreement)) as AgreementDocument);
  if (!loaded.ok) return loaded;
  const { agreement } = loaded.value.agreement;
  const { changes, years } = inputs;
  const stacked = stackScenario({ agreement, changes, years }, catalogueWith(loaded.value));
  if (!stacked.ok) return stacked;
  if (stacked.value.hash !== inputs.price) return refused(runRefusal('draft_outdated', []));
  return calculate(stacked.value);
}

function catalogueWith(loaded: LoadedAgreement): Catalogue {
  return {
    agreements: new Map([[loaded.agreement.agreement, loaded]]),
    scenarios: new Map(),
    ruleSets: new Map(),
  };
}
