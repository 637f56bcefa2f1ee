import { z } from 'zod';
import { bilingualSchema } from '../../data/schema/primitives.ts';
import { scenarioFileSchema } from '../../scenarios/schema.ts';
import { accepted, type Refusal, refused, within } from '../../src/refusal.ts';
import type { CatalogueFor, KeptScenario } from '../calculation/scenario-source.ts';
import { stackScenario } from '../calculation/stacked-scenario.ts';
import { keepInputs } from '../results/kept-results.ts';
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
      if (!stacked.ok) return refused(...stacked.refusals.map((refusal) => within(['scenario'], refusal)));
      const hidden = body.shared === true ? firstHiddenBase(body.scenario, catalogue.scenarios) : undefined;
      return hidden === undefined ? accepted(body) : refused(baseNotShared(hidden));
    },
    complete: async (content, identity) => {
      const catalogue = await catalogueFor(identity, [content.scenario]);
      const stacked = stackScenario(content.scenario, catalogue);
      if (!stacked.ok) return stacked;
      const { value } = stacked;
      return accepted({
        content,
        keepBeside: (under) => keepInputs(under, value),
        detail: { result: value.hash },
      });
    },
  };
}

/** The first of the scenarios it builds on that others may not read: to them it would build on nothing. */
function firstHiddenBase(
  scenario: Pick<KeptScenario['scenario'], 'basedOn'>,
  kept: ReadonlyMap<string, Pick<KeptScenario, 'scenario'> & StoredBody>,
): string | undefined {
  for (let id = scenario.basedOn; id !== undefined; id = kept.get(id)?.scenario.basedOn)
    if (kept.get(id)?.shared !== true) return id;
  return undefined;
}

function baseNotShared(id: string): Refusal {
  return {
    code: 'base_not_shared',
    path: ['scenario', 'basedOn'],
    message: {
      da: `Scenariet bygger på "${id}", som andre ikke kan se.`,
      en: `The scenario builds on "${id}", which others cannot see.`,
    },
    remedy: { da: 'Del først det, som det bygger på.', en: 'Share what it builds on first.' },
  };
}
