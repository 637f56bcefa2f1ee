import type { Store } from '../../store/write.ts';
import type { PublishedAgreements } from '../calculation/agreement-source.ts';
import { bodyKind } from '../stored/body-kind.ts';
import { creatingRoute, historyRoute, readingRoutes, replacingRoute } from '../stored/stored-routes.ts';
import type { Api } from '../validation.ts';

/** A body is never deleted: what it has recommended and decided stays. */
export function bodyRoutes(app: Api, store: Store, published: PublishedAgreements): void {
  const kind = bodyKind(published);
  readingRoutes(app, store, kind);
  creatingRoute(app, store, kind);
  replacingRoute(app, store, kind);
  historyRoute(app, store, kind);
}
