import { writeFileSync } from 'node:fs';
import { exampleAgreementText } from './example/example-agreement.ts';

/** Writes the example agreement anew from the tables in data/sources: `npm run data:example`. */
writeFileSync(new URL('./k98-example.agreement.json', import.meta.url), exampleAgreementText());
