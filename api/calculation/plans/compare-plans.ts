import { proposalsFromDocuments } from '../../../data/proposals-from-documents.ts';
import type { InitiativeDocument, ProposalDocument } from '../../../data/schema/proposal.ts';
import type { RuleSet } from '../../../rules/rule-set.ts';
import type { Agreement, Body } from '../../../src/agreement/agreement.ts';
import { type PlanPair, planPairs } from '../../../src/portfolio/pairs.ts';
import type { Plan } from '../../../src/portfolio/plan.ts';
import { type PlanReport, planReport } from '../../../src/portfolio/plan-report.ts';
import type { Initiative } from '../../../src/prioritisation/initiative.ts';
import { accepted, type Refusal, type Result, refused } from '../../../src/refusal.ts';
import { canonicalText } from '../../../src/result-hash.ts';
import { unknownId } from '../../request-refusals.ts';
import type { ComparedMethod, PlanComparisonRequest } from '../../requests/plan-comparison.ts';
import { scenarioOf } from '../../requests/scenario-reference.ts';
import { atPath } from '../at-path.ts';
import { calculate } from '../calculation.ts';
import type { Catalogue } from '../catalogue.ts';
import { type BoundIn, ruleSetOf, withBoundMoney } from '../simulation.ts';
import { atReference, type StackedScenario, stackScenario } from '../stacked-scenario.ts';
import { type Asked, askedAbout } from './asked.ts';
import { type ComparedPlan, type Comparing, type MethodPlans, planByHand } from './compared-plan.ts';
import { judgedRounds, type Rounds } from './judged-rounds.ts';
import type { MethodSetting } from './method-setting.ts';
import { type MethodRun, runMethod } from './run-method.ts';
import { weightSensitivities } from './weight-sensitivity.ts';

/** Plans side by side on one scenario. */
export interface PlanComparison {
  /** Of the price that the pools come from. */
  readonly hash: string;
  readonly agreement: Agreement;
  readonly years: StackedScenario['years'];
  readonly ruleSet: RuleSet;
  readonly carriesOver: boolean;
  readonly plans: readonly ComparedPlan[];
  readonly pairs: readonly PlanPair[];
  readonly asked: readonly Asked[];
}

/** What a request names, read from where it is kept. */
export interface NamedDocuments {
  readonly proposals: readonly ProposalDocument[];
  /** What methods choose among; absent: what the proposals have. */
  readonly initiatives?: readonly InitiativeDocument[];
}

/** What a comparison needs beside the request and the data. */
export interface ComparisonMeans extends Pick<MethodSetting, 'choose' | 'now'> {
  readonly boundIn: BoundIn;
}

/**
 * Lets proposals and methods meet the rules over all years of one scenario, each on its own and all against the same pools, so that
 * their order means nothing. Paths of refusals lead into the request.
 */
export async function comparePlans(
  request: PlanComparisonRequest,
  documents: NamedDocuments,
  catalogue: Catalogue,
  means: ComparisonMeans,
): Promise<Result<PlanComparison>> {
  const { reference, field } = scenarioOf(request);
  const stacked = atPath([field], stackScenario(reference, catalogue));
  if (!stacked.ok) return stacked;
  const bound = { ...stacked.value, ...(await withBoundMoney(stacked.value, means.boundIn)) };
  const calculated = atPath([field], atReference(reference, calculate(bound)));
  if (!calculated.ok) return calculated;
  const { agreement, prices, shares } = calculated.value;
  const ruleSet = ruleSetOf(request, agreement, field, catalogue);
  if (!ruleSet.ok) return ruleSet;
  const proposals = atPath(['proposals'], proposalsFromDocuments(documents.proposals));
  if (!proposals.ok) return proposals;
  const initiatives = candidatesOf(documents);
  if (!initiatives.ok) return initiatives;
  const body = request.methods.length === 0 ? accepted(undefined) : choosingBody(request.body, agreement);
  if (!body.ok) return body;
  const comparing: Comparing = {
    agreement,
    prices,
    shares,
    ruleSet: ruleSet.value,
    carriesOver: request.carryOver,
    initiatives: initiatives.value,
    inPlace: request.inPlace,
    ...means,
  };
  const byHand = await plansByHand(
    proposals.value.map((proposal) => ({ proposal })),
    comparing,
  );
  if (!byHand.ok) return byHand;
  const byMethod =
    body.value === undefined
      ? accepted(NONE)
      : await plansByMethod(request, { ...comparing, body: body.value });
  if (!byMethod.ok) return byMethod;
  const plans = [...byHand.value, ...byMethod.value.plans];
  const asked = await askedAbout(request.ask, byHand.value, byMethod.value, comparing);
  if (!asked.ok) return asked;
  return accepted({
    hash: bound.hash,
    agreement,
    years: bound.years,
    ruleSet: ruleSet.value,
    carriesOver: request.carryOver,
    plans,
    pairs: planPairs(plans.map(({ id, report }) => named(id, report))),
    asked: asked.value,
  });
}

const NONE: MethodPlans = { plans: [], again: new Map() };

function named(id: string, report: PlanReport): PlanReport {
  const { plan } = report;
  return { ...report, plan: { ...plan, proposal: { ...plan.proposal, proposal: id } } };
}

async function plansByHand(plans: readonly Plan[], comparing: Comparing): Promise<Result<ComparedPlan[]>> {
  const compared: ComparedPlan[] = [];
  for (const [place, plan] of plans.entries()) {
    const done = atPath(['proposals', place], await planByHand(plan, comparing));
    if (!done.ok) return done;
    compared.push(done.value);
  }
  return accepted(compared);
}

async function plansByMethod(
  { methods }: PlanComparisonRequest,
  setting: MethodSetting,
): Promise<Result<MethodPlans>> {
  const rounds = inMethods(await judgedRounds(setting));
  if (!rounds.ok) return rounds;
  const plans: ComparedPlan[] = [];
  const again = new Map<string, (wanted: string) => Promise<Result<ComparedPlan>>>();
  for (const [place, settings] of methods.entries()) {
    const earlier = methods.slice(0, place).filter(({ method }) => method === settings.method).length;
    const id = `method/${settings.method}${earlier === 0 ? '' : `-${earlier + 1}`}`;
    const make = async (wanted?: string) => {
      const run = inMethods(await runMethod(settings, rounds.value, setting, wanted));
      return run.ok ? reported(id, run.value, setting) : run;
    };
    const plan = await make();
    if (!plan.ok) return plan;
    const sensitivity = await sensitivityOf(settings, place, rounds.value, setting, plan.value);
    if (!sensitivity.ok) return sensitivity;
    plans.push({ ...plan.value, ...sensitivity.value });
    again.set(id, make);
  }
  return accepted({ plans, again });
}

async function sensitivityOf(
  settings: ComparedMethod,
  place: number,
  rounds: Rounds,
  setting: MethodSetting,
  { run }: ComparedPlan,
): Promise<Result<Pick<ComparedPlan, 'sensitivity'>>> {
  if (settings.sensitivity === undefined || run === undefined) return accepted({});
  const found = atPath(['methods', place], await weightSensitivities(settings, rounds, setting, run));
  return found.ok ? accepted({ sensitivity: found.value }) : found;
}

function reported(id: string, run: MethodRun, { shares, agreement }: MethodSetting): Result<ComparedPlan> {
  const report = planReport(run.plan, run.years, shares, agreement);
  return report.ok ? accepted({ id, years: run.years, report: report.value, run }) : report;
}

/** What is wrong with a candidate is, to the client, wrong with what methods are to choose among. */
function inMethods<T>(result: Result<T>): Result<T> {
  if (result.ok) return result;
  return refused(...result.refusals.map((refusal) => ({ ...refusal, path: ['methods'] })));
}

/** Everything that methods choose among, each once; refused where two proposals describe one initiative differently. */
function candidatesOf({ proposals, initiatives }: NamedDocuments): Result<Initiative[]> {
  const documents = initiatives ?? proposals.flatMap((proposal) => proposal.initiatives);
  const texts = new Map<string, string>();
  const differing = documents.flatMap((document) => {
    const text = canonicalText(document);
    const known = texts.get(document.id) ?? text;
    texts.set(document.id, known);
    return known === text ? [] : [initiativeDiffers(document.id)];
  });
  if (differing.length > 0) return refused(...differing);
  const distinct = [...new Map(documents.map((document) => [document.id, document])).values()];
  const read = proposalsFromDocuments([{ id: 'all', body: 'all', reason: 'all', initiatives: distinct }]);
  return read.ok ? accepted(read.value.flatMap((proposal) => proposal.initiatives)) : read;
}

/** The body named, or the one that decides. */
function choosingBody(id: string | undefined, { bodies }: Agreement): Result<Body> {
  const found = bodies.find(({ body, mandate }) =>
    id === undefined ? mandate.includes('decide') : body === id,
  );
  if (found !== undefined) return accepted(found);
  return refused(
    unknownId(
      'body',
      id ?? 'decide',
      bodies.map(({ body }) => body),
      ['body'],
    ),
  );
}

function initiativeDiffers(id: string): Refusal {
  return {
    code: 'initiative_differs',
    path: ['proposals'],
    message: {
      da: `Forslagene beskriver initiativet "${id}" forskelligt, så metoderne ved ikke, hvilken beskrivelse der gælder.`,
      en: `The proposals describe the initiative "${id}" differently, so methods cannot tell which description holds.`,
    },
    remedy: {
      da: 'Ret beskrivelserne, eller skriv i "initiatives", hvad metoderne skal vælge imellem.',
      en: 'Correct the descriptions, or say in "initiatives" what methods are to choose among.',
    },
  };
}
