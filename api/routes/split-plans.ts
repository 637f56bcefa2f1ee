import type { Store } from '../../store/write.ts';
import type { PublishedAgreements } from '../calculation/agreement-source.ts';
import { splitPlanKind } from '../invoicing/split-plan-kind.ts';
import { historyRoute, readingRoutes, writingRoutes } from '../stored/stored-routes.ts';
import type { Api } from '../validation.ts';

export function splitPlanRoutes(app: Api, store: Store, published: PublishedAgreements): void {
  const kind = splitPlanKind(published);
  readingRoutes(app, store, kind);
  writingRoutes(app, store, kind);
  historyRoute(app, store, kind);
}
