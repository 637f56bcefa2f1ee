import { answered, api, type Schemas } from '../api/client.ts';
import { Refused } from '../api/problem.ts';
import type { KeptScenario, Scenario } from '../api/scenario.ts';
import { forget } from '../api/use-answer.ts';

/** Keeps a scenario under a name of its own. The key makes sure that pressing twice makes one. */
export async function keepNew(
  scenario: Scenario,
  { title, explanation, shared, key }: { title: string; explanation: string; shared: boolean; key: string },
): Promise<KeptScenario> {
  const body = { title, scenario, shared, ...(explanation !== '' && { explanation }) };
  const header = { 'idempotency-key': key };
  const kept = await answered(api.POST('/v1/scenarios', { body, params: { header } }));
  forgetScenarios();
  return kept;
}

/**
 * Keeps a new version of what is kept.
 *
 * @param seen the version that the new one was made from: if there is a newer one by now, it is refused (412)
 */
export async function keepVersion(
  { id, title, explanation, shared }: KeptScenario,
  scenario: Scenario,
  seen: number,
): Promise<KeptScenario> {
  const body: Schemas['NewKeptScenario'] = {
    title,
    scenario,
    ...(explanation !== undefined && { explanation }),
    ...(shared !== undefined && { shared }),
  };
  const params = { path: { id }, header: { 'if-match': `"${seen}"` } };
  const kept = await answered(api.PUT('/v1/scenarios/{id}', { body, params }));
  forgetScenarios();
  return kept;
}

/** What somebody else has kept meanwhile, when that is why a write was refused. */
export function newerVersion(failure: unknown): KeptScenario | undefined {
  if (!(failure instanceof Refused) || failure.problem.status !== 412) return undefined;
  const { current } = failure.problem;
  return current !== undefined && isKept(current) ? current : undefined;
}

function isKept(value: object): value is KeptScenario {
  return 'id' in value && 'scenario' in value && 'stored' in value;
}

/** The version as it was when it was seen. */
export async function versionSeen(
  id: string,
  seen: number,
  signal: AbortSignal,
): Promise<KeptScenario | undefined> {
  const { items } = await answered(
    api.GET('/v1/scenarios/{id}/versions', { params: { path: { id } }, signal }),
  );
  return items.find(({ stored }) => stored.version === seen);
}

function forgetScenarios(): void {
  forget('scenario');
}
