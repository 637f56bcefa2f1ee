import { signal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { type Bilingual, say } from '../language/language.ts';
import { unchangedScenario } from './baseline.ts';
import { answered, api, type Schemas } from './client.ts';
import { everyPage } from './every-page.ts';
import { readScenarios } from './scenario.ts';
import { type Answer, forget, useAnswer } from './use-answer.ts';

type Agreement = Schemas['Agreement'];
type AgreementHead = Schemas['AgreementPage']['items'][number];

/** The agreement (*serviceaftale*) that the page is about, with what its ids are called. */
export interface AgreementView {
  readonly document: Agreement;
  /** The scenario in which nobody has changed anything. */
  readonly baseline: string;
  readonly restsOnExamples: boolean;
  readonly solutionName: (id: string) => string;
  readonly componentName: (id: string) => string;
  readonly municipalityName: (code: string) => string;
  readonly areaName: (id: string) => string;
  readonly bodyName: (id: string) => string;
}

/** An agreement in short, and its scenario in which nothing is changed, as far as there is one. */
export interface AgreementChoice extends AgreementHead {
  readonly baseline: string | undefined;
}

/**
 * The agreement that the address names (`aftale`); without a name the first that rests on no example figure, and as long as there is none,
 * the first. One without an unchanged scenario is nothing that a page could be about.
 */
export function useAgreement(): Answer<AgreementView> {
  const { aftale = '' } = useLocation().query;
  return useAnswer(`agreement/${aftale}/${publications.value}`, (signal) => readAgreement(aftale, signal));
}

/** All agreements that can be read, by id. */
export function useAgreements(): Answer<readonly AgreementChoice[]> {
  return useAnswer(`agreements/${publications.value}`, readAgreements);
}

/** How often an agreement has been published from this page: each time, everything is asked anew. */
const publications = signal(0);

/** A version of an agreement has been published: whatever was answered before may be otherwise now. */
export function announcePublication(): void {
  forget('');
  publications.value += 1;
}

async function readAgreements(signal: AbortSignal): Promise<readonly AgreementChoice[]> {
  const [agreements, scenarios] = await Promise.all([
    everyPage((query) => answered(api.GET('/v1/agreements', { params: { query }, signal }))),
    readScenarios(signal),
  ]);
  return agreements.map((head) => ({ ...head, baseline: unchangedScenario(head.agreement, scenarios) }));
}

async function readAgreement(wanted: string, signal: AbortSignal): Promise<AgreementView> {
  const choices = await readAgreements(signal);
  const named = choices.find(({ agreement }) => agreement === wanted);
  if (named?.baseline !== undefined) return readView(named.agreement, named.baseline, signal);
  let first: AgreementView | undefined;
  for (const { agreement, baseline } of choices) {
    if (baseline === undefined) continue;
    const view = await readView(agreement, baseline, signal);
    if (!view.restsOnExamples) return view;
    first ??= view;
  }
  if (first === undefined) throw new Error('the service has no agreement with an unchanged scenario');
  return first;
}

async function readView(id: string, baseline: string, signal: AbortSignal): Promise<AgreementView> {
  const path = { id };
  return viewOf(await answered(api.GET('/v1/agreements/{id}', { params: { path }, signal })), baseline);
}

function viewOf(document: Agreement, baseline: string): AgreementView {
  const { solutions, components, areas, bodies, municipalities } = document;
  const titles = new Map<string, Bilingual>([
    ...solutions.map(({ solution, title }) => [`solution/${solution}`, title] as const),
    ...components.map(({ component, title }) => [`component/${component}`, title] as const),
    ...areas.map(({ area, title }) => [`area/${area}`, title] as const),
    ...bodies.map(({ body, title }) => [`body/${body}`, title] as const),
  ]);
  const names = new Map(municipalities.map(({ municipality, name }) => [municipality, name]));
  const called = (kind: string) => (id: string) => say(titles.get(`${kind}/${id}`) ?? id);
  return {
    document,
    baseline,
    restsOnExamples: holdsExample(document),
    solutionName: called('solution'),
    componentName: called('component'),
    areaName: called('area'),
    bodyName: called('body'),
    municipalityName: (code) => names.get(code) ?? code,
  };
}

/** Whether any figure in it says of itself that it is made up. */
function holdsExample(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ('kind' in value && value.kind === 'example') || Object.values(value).some(holdsExample);
}
