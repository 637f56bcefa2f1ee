import { type LoadedAgreement, loadedAgreement } from '../../data/load-agreement.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { invariant } from '../../src/refusal.ts';
import { findContent, keepContents, readContent } from '../../store/contents.ts';
import type { Database } from '../../store/database.ts';
import type { WriteUnderWay } from '../../store/write.ts';
import {
  type Computed,
  inputsOf,
  type ResultInputs,
  type WireScenario,
} from '../calculation/stacked-scenario.ts';

/**
 * Keeps everything that a result is computed from under the result's hash: so the same bytes can be computed again when the
 * scenario has been changed and the agreement corrected since.
 *
 * @returns the hash
 */
export async function keepInputs(under: WriteUnderWay, computed: Computed): Promise<string> {
  const contents = [computed.loaded.document, inputsOf(computed)];
  const [, hash = ''] = await keepContents(under, contents);
  return hash;
}

/** What a kept result is computed from. */
export interface KeptResult {
  readonly scenario: WireScenario;
  readonly loaded: LoadedAgreement;
  readonly model: string;
}

/** Undefined when no result of the hash was kept. */
export async function keptResult(query: Database['query'], hash: string): Promise<KeptResult | undefined> {
  const inputs = (await findContent(query, hash)) as Partial<ResultInputs> | undefined;
  if (!isInputs(inputs)) return undefined;
  const document = (await readContent(query, inputs.agreement)) as AgreementDocument;
  const loaded = loadedAgreement(document);
  invariant(loaded.ok, 'an agreement was checked before anything was computed from it');
  const { model, changes, years } = inputs;
  return { scenario: { agreement: document.agreement, changes, years }, loaded: loaded.value, model };
}

/** Other contents are kept under their hashes too: agreements, split plans, what an invoice run rests on. */
function isInputs(content: Partial<ResultInputs> | undefined): content is ResultInputs {
  return content?.model !== undefined;
}
