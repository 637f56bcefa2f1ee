import type { Schemas } from '../api/client.ts';
import { inBoth } from '../language/language.ts';

/** Where a figure comes from, as the agreement says it. */
export type Provenance = Schemas['Agreement']['municipalities'][number]['provenance'];

const words = inBoth({ example: 'Eksempel' }, { example: 'Example' });

export function provenanceText(provenance: Provenance): string {
  return provenance.kind === 'published' ? provenance.source : words().example;
}
