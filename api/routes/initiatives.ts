import type { Store } from '../../store/write.ts';
import type { Catalogue } from '../calculation/catalogue.ts';
import { initiativeKind } from '../stored/initiative-kind.ts';
import { historyRoute, readingRoutes, writingRoutes } from '../stored/stored-routes.ts';
import type { Api } from '../validation.ts';

export function initiativeRoutes(app: Api, store: Store, catalogue: Catalogue): void {
  const kind = initiativeKind(catalogue);
  readingRoutes(app, store, kind);
  writingRoutes(app, store, kind);
  historyRoute(app, store, kind);
}
