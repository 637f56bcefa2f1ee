import type { Agreement } from '../src/agreement/agreement.ts';
import { accepted, type Result } from '../src/refusal.ts';
import { hashOf } from '../src/result-hash.ts';
import { agreementFromDocument } from './agreement-from-document.ts';
import { canonicalDocument } from './canonical-document.ts';
import { readDocument } from './read-document.ts';
import { type AgreementDocument, agreementSchema } from './schema/agreement.ts';

/** An agreement ready for use. */
export interface LoadedAgreement {
  /** In canonical order: what is answered and hashed. */
  readonly document: AgreementDocument;
  readonly agreement: Agreement;
  /** Of the canonical document. */
  readonly hash: string;
}

/** Loads an agreement file; rejects with `UnusableFile`, which names every error in it. */
export function loadAgreement(file: string): Promise<LoadedAgreement> {
  return readDocument(file, agreementSchema, loadedAgreement);
}

/** The agreement of a checked document; refused as `agreementFromDocument` does. */
export function loadedAgreement(checked: AgreementDocument): Result<LoadedAgreement> {
  const agreement = agreementFromDocument(checked);
  if (!agreement.ok) return agreement;
  const document = canonicalDocument(checked);
  return accepted({ document, agreement: agreement.value, hash: hashOf(document) });
}
