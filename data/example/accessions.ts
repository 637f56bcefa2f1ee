import { fileURLToPath } from 'node:url';
import { invariant } from '../../src/refusal.ts';
import { loadAccessionRegister } from '../load-accession-register.ts';
import type { AccessionsDocument } from '../schema/accession.ts';
import { municipalities } from './tables.ts';

const FILE = fileURLToPath(new URL('../k98-example.accession.json', import.meta.url));

const { agreement, ...register } = await loadAccessionRegister(
  FILE,
  new Set(municipalities.map(({ code }) => code)),
);
invariant(agreement === 'k98-example', 'the example register is about the example agreement');

/** Who has joined the example agreement; a file of its own, as it grows while the agreement stays. */
export const exampleAccessions: AccessionsDocument = register;
