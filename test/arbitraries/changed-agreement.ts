import fc from 'fast-check';
import { agreementFromDocument } from '../../data/agreement-from-document.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { changeFromDocument } from '../../scenarios/change-from-document.ts';
import type { ChangeDocument } from '../../scenarios/schema.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { applyChanges } from '../../src/scenario/apply.ts';
import { acceptedValue } from '../results.ts';
import { changeDocumentsArb } from './changes.ts';

/** An agreement document with changes that it takes. */
interface ChangedDocument {
  readonly document: AgreementDocument;
  readonly changes: readonly ChangeDocument[];
}

export function changedDocumentArb(
  documents: fc.Arbitrary<AgreementDocument>,
): fc.Arbitrary<ChangedDocument> {
  return documents.chain((document) =>
    fc.record({ document: fc.constant(document), changes: changeDocumentsArb(document) }),
  );
}

/** The agreement after the changes. */
export function agreementOf({ document, changes }: ChangedDocument): Agreement {
  const agreement = acceptedValue(agreementFromDocument(document));
  return acceptedValue(applyChanges(agreement, changes.map(changeFromDocument)));
}

/** Agreements as they are after changes. */
export function changedAgreementArb(documents: fc.Arbitrary<AgreementDocument>): fc.Arbitrary<Agreement> {
  return changedDocumentArb(documents).map(agreementOf);
}

/** An agreement after changes, and the same after some more of them. */
export function changedTwiceArb(
  documents: fc.Arbitrary<AgreementDocument>,
): fc.Arbitrary<[before: Agreement, after: Agreement]> {
  return changedDocumentArb(documents).chain(({ document, changes }) =>
    fc
      .nat({ max: changes.length })
      .map((few) => [
        agreementOf({ document, changes: changes.slice(0, few) }),
        agreementOf({ document, changes }),
      ]),
  );
}
