import type { Store } from '../../store/write.ts';
import type { CatalogueFor } from '../calculation/scenario-source.ts';
import { scenarioKind } from '../stored/scenario-kind.ts';
import { historyRoute, readingRoutes, writingRoutes } from '../stored/stored-routes.ts';
import type { Api } from '../validation.ts';

export function scenarioRoutes(app: Api, store: Store, catalogueFor: CatalogueFor): void {
  const kind = scenarioKind(catalogueFor);
  readingRoutes(app, store, kind);
  writingRoutes(app, store, kind);
  historyRoute(app, store, kind);
}
