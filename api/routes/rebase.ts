import { type Result, refused, within } from '../../src/refusal.ts';
import { type Conflict, conflictsAmong } from '../../src/scenario/conflicts.ts';
import { rebase } from '../../src/scenario/rebase.ts';
import { type RebaseAnswer, rebaseAnswerSchema } from '../answers/rebase-answer.ts';
import type { Catalogue } from '../calculation/catalogue.ts';
import type { CatalogueFor } from '../calculation/scenario-source.ts';
import { type StackedScenario, stackScenario, type WireScenario } from '../calculation/stacked-scenario.ts';
import { valueOrRefuse } from '../request-error.ts';
import { rebaseRequestSchema } from '../requests/rebase.ts';
import { answers, BODY_PROBLEMS } from '../route-schema.ts';
import type { Api } from '../validation.ts';

const schema = {
  operationId: 'rebaseScenario',
  summary: 'Put a scenario on top of another base, and see where its layers conflict',
  tags: ['scenarios'],
  body: rebaseRequestSchema,
  response: answers('The rebased scenario and its conflicts', rebaseAnswerSchema, BODY_PROBLEMS),
};

export function rebaseRoutes(app: Api, catalogueFor: CatalogueFor): void {
  app.post('/v1/scenarios/rebase', { schema, config: { right: 'model.compute' } }, async (request) => {
    const scenario = rebase(request.body.scenario, request.body.onto ?? undefined);
    const catalogue = await catalogueFor(request.identity, [scenario]);
    const { overlays, loaded } = valueOrRefuse(rebasedStack(scenario, catalogue));
    const conflicts = conflictsAmong(overlays, loaded.agreement);
    return { scenario, conflicts: conflicts.map(conflictAnswer) };
  });
}

/** The new base is at fault where `basedOn`, which the client did not write, cannot be followed. */
function rebasedStack(scenario: WireScenario, catalogue: Catalogue): Result<StackedScenario> {
  const stacked = stackScenario(scenario, catalogue);
  if (stacked.ok) return stacked;
  return refused(
    ...stacked.refusals.map((refusal) =>
      refusal.path[0] === 'basedOn' ? { ...refusal, path: ['onto'] } : within(['scenario'], refusal),
    ),
  );
}

function conflictAnswer({ target, settings }: Conflict): RebaseAnswer['conflicts'][number] {
  return { target, settings: settings.map(({ scenario, value }) => ({ scenario: scenario ?? null, value })) };
}
