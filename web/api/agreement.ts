import { type Bilingual, say } from '../language/language.ts';
import { answered, api, type Schemas } from './client.ts';
import { type Answer, useAnswer } from './use-answer.ts';

type Agreement = Schemas['Agreement'];

/** The agreement (*serviceaftale*) that the page is about, with what its ids are called. */
export interface AgreementView {
  readonly document: Agreement;
  readonly restsOnExamples: boolean;
  readonly solutionName: (id: string) => string;
  readonly componentName: (id: string) => string;
  readonly municipalityName: (code: string) => string;
  readonly areaName: (id: string) => string;
  readonly bodyName: (id: string) => string;
}

/** The first agreement there is; every part of the page that asks gets the same one. */
export function useAgreement(): Answer<AgreementView> {
  return useAnswer('agreement', readAgreement);
}

async function readAgreement(signal: AbortSignal): Promise<AgreementView> {
  const { items } = await answered(api.GET('/v1/agreements', { params: { query: { limit: '1' } }, signal }));
  const [first] = items;
  if (first === undefined) throw new Error('the service has no agreement');
  const path = { id: first.agreement };
  return viewOf(await answered(api.GET('/v1/agreements/{id}', { params: { path }, signal })));
}

function viewOf(document: Agreement): AgreementView {
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
