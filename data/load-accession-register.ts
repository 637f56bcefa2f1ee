import { accepted, refused } from '../src/refusal.ts';
import { canonicalAccessions } from './canonical-document.ts';
import { checkRegister } from './checks/accessions.ts';
import { readDocument } from './read-document.ts';
import { type AccessionFile, accessionFileSchema } from './schema/accession.ts';

/**
 * Loads a register of accessions that is a file of its own, in canonical order; rejects with `UnusableFile`, which
 * names every error in it.
 *
 * @param known the codes of the municipalities that it can be about
 */
export function loadAccessionRegister(file: string, known: ReadonlySet<string>): Promise<AccessionFile> {
  return readDocument(file, accessionFileSchema, ({ $schema: _, agreement, ...register }) => {
    const refusals = checkRegister(register, known);
    return refusals.length > 0
      ? refused(...refusals)
      : accepted({ agreement, ...canonicalAccessions(register) });
  });
}
