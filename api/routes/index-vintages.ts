import type { Store } from '../../store/write.ts';
import type { PublishedAgreements } from '../calculation/agreement-source.ts';
import { creatingRoute, historyRoute, readingRoutes } from '../stored/stored-routes.ts';
import { vintageKind } from '../stored/vintage-kind.ts';
import type { Api } from '../validation.ts';

/** A vintage is published and read; it has one version for ever. */
export function indexVintageRoutes(app: Api, store: Store, published: PublishedAgreements): void {
  const kind = vintageKind(published);
  readingRoutes(app, store, kind);
  creatingRoute(app, store, kind);
  historyRoute(app, store, kind);
}
