import fc from 'fast-check';
import { loadAgreement } from '../../data/load-agreement.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { agreementDocumentArb } from '../arbitraries/agreement.ts';
import { runs } from '../settings/runs.ts';

const { document: example } = await loadAgreement('data/k98-example.agreement.json');

/** A law is checked on both: [their name, documents of the kind, how often]. */
export const SIZES: readonly [string, fc.Arbitrary<AgreementDocument>, { readonly numRuns: number }][] = [
  ['small agreements of any shape', agreementDocumentArb, runs(50, 2000)],
  ['the example agreement of 98 municipalities', fc.constant(example), runs(3, 100)],
];
