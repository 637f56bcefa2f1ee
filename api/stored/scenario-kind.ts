import { z } from 'zod';
import { bilingualSchema } from '../../data/schema/primitives.ts';
import { scenarioFileSchema } from '../../scenarios/schema.ts';
import { accepted, refused, within } from '../../src/refusal.ts';
import type { CatalogueFor, KeptScenario } from '../calculation/scenario-source.ts';
import { stackScenario } from '../calculation/stacked-scenario.ts';
import type { StoredBody, StoredKind } from './stored-kind.ts';
import { storedSchemas } from './stored-schema.ts';

const { scenario, expected } = scenarioFileSchema.shape;
const SCHEMAS = storedSchemas(['KeptScenario', 'KeptScenarios'], {
  title: z.union([bilingualSchema, z.string().min(1).max(200)]),
  explanation: z.union([bilingualSchema, z.string().max(5000)]).exactOptional(),
  scenario,
  expected: expected.exactOptional(),
});

/** A scenario that somebody keeps: it has to apply to its agreement, on top of everything it builds on. */
export function scenarioKind(catalogueFor: CatalogueFor): StoredKind<KeptScenario & StoredBody> {
  return {
    kind: 'scenarios',
    noun: 'scenario',
    name: ['Scenario', 'Scenarios'],
    tag: 'scenarios',
    read: 'scenario.read',
    write: 'scenario.write',
    schemas: SCHEMAS,
    filters: ['agreement'],
    valuesOf: ({ scenario: { agreement } }) => ({ agreement: [agreement] }),
    check: async (body, identity) => {
      const catalogue = await catalogueFor(identity, [body.scenario]);
      const stacked = stackScenario(body.scenario, catalogue);
      if (stacked.ok) return accepted(body);
      return refused(...stacked.refusals.map((refusal) => within(['scenario'], refusal)));
    },
  };
}
