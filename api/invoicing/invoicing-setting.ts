import type { Store } from '../../store/write.ts';
import type { PublishedAgreements } from '../calculation/agreement-source.ts';
import type { LoadedData } from '../calculation/catalogue.ts';
import type { CatalogueFor } from '../calculation/scenario-source.ts';

/** What invoicing needs beside a request. */
export interface InvoicingSetting {
  readonly store: Store;
  readonly published: PublishedAgreements;
  readonly catalogueFor: CatalogueFor;
  /** How each agreement is invoiced. */
  readonly invoicing: LoadedData['invoicing'];
}
