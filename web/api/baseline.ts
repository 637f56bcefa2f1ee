import { answered, api, type Schemas } from './client.ts';
import type { KeptScenario } from './scenario.ts';

type Agreement = Schemas['Agreement'];

/** The unchanged scenario that the program brings. */
const SHIPPED = 'baseline';

/** The year of the budget and the three that a municipality budgets beside it (*overslagsår*). */
const YEARS_BUDGETED = 4;

/** The scenario of an agreement in which nobody has changed anything: what others are held against; undefined: there is none. */
export function unchangedScenario(agreement: string, scenarios: readonly KeptScenario[]): string | undefined {
  const unchanged = scenarios
    .filter(({ scenario }) => scenario.agreement === agreement && isUnchanged(scenario))
    .map(({ id }) => id);
  const usual = [SHIPPED, idOfBaseline(agreement)].find((id) => unchanged.includes(id));
  return usual ?? unchanged[0];
}

/** Keeps the unchanged scenario of an agreement that has none yet, for everybody, in the years that can be priced. */
export async function keepBaseline({ agreement, baseYear, index }: Agreement): Promise<KeptScenario> {
  const priced = index.map(({ year }) => year).filter((year) => year > baseYear);
  const years = { from: baseYear + 1, to: Math.min(Math.max(...priced), baseYear + YEARS_BUDGETED) };
  const body = {
    id: idOfBaseline(agreement),
    title: { da: 'Aftalen, som den er', en: 'The agreement as it is' },
    shared: true,
    scenario: { agreement, years, changes: [] },
  };
  const header = { 'idempotency-key': crypto.randomUUID() };
  return answered(api.POST('/v1/scenarios', { body, params: { header } }));
}

function idOfBaseline(agreement: string): string {
  return `${agreement}-baseline`;
}

function isUnchanged({ basedOn, changes }: KeptScenario['scenario']): boolean {
  return basedOn === undefined && changes.length === 0;
}
