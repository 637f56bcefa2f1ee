import type { ScenarioDocument, ScenarioFile } from '../../scenarios/schema.ts';
import type { Identity } from '../../src/access/identity.ts';
import { permits } from '../../src/access/permissions.ts';
import { readResource } from '../../store/resource-versions.ts';
import type { Store } from '../../store/write.ts';
import { belongingOf } from '../stored/stored-answer.ts';
import type { StoredBody } from '../stored/stored-kind.ts';
import type { PublishedAgreements } from './agreement-source.ts';
import type { Catalogue, LoadedData } from './catalogue.ts';
import { catalogueOf } from './catalogue.ts';
import type { ScenarioReference } from './stacked-scenario.ts';

/** The data that the named scenarios are computed from: everything loaded, and the kept scenarios they build on. */
export type CatalogueFor = (
  identity: Identity,
  references: readonly ScenarioReference[],
) => Promise<Catalogue>;

/** The kept content of a scenario. */
export type KeptScenario = Omit<ScenarioFile, 'id' | 'expected'> &
  Partial<Pick<ScenarioFile, 'expected'>> &
  StoredBody;

/**
 * Reads the kept scenarios that a request names, and those that these build on. What the sender may not read is
 * as unknown to the calculation as what is not there.
 */
export function scenarioSource(data: LoadedData, store: Store, published: PublishedAgreements): CatalogueFor {
  const { ruleSets } = catalogueOf(data);
  return async (identity, references) => {
    const agreements = await published();
    const scenarios = new Map<string, KeptScenario>();
    const wanted = references.flatMap(namedBy);
    for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
      if (scenarios.has(id)) continue;
      const kept = await readResource(store.database.query, { kind: 'scenarios', id });
      if (kept === undefined || !permits(identity, 'scenario.read', belongingOf(kept))) continue;
      const content = kept.body as KeptScenario;
      scenarios.set(id, content);
      wanted.push(...namedBy(content.scenario));
    }
    return { agreements, ruleSets, scenarios };
  };
}

function namedBy(reference: ScenarioReference | ScenarioDocument): string[] {
  if (typeof reference === 'string') return [reference];
  return reference.basedOn === undefined ? [] : [reference.basedOn];
}
