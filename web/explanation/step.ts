import type { Schemas } from '../api/client.ts';

/** One step of a derivation, as the API answers it. */
export type Step = Schemas['ExplanationAnswer']['steps'][number];
