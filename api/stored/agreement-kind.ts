import type { AgreementDocument } from '../../data/schema/agreement.ts';
import type { StoredBody } from './stored-kind.ts';

/** The kind of published agreements in the store. */
export const AGREEMENTS = 'agreements';

/** A published version of an agreement: everybody may read it, and it never changes. */
export interface KeptAgreement extends StoredBody {
  readonly document: AgreementDocument;
  readonly shared: true;
}
