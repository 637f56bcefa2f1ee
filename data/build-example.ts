import { writeFileSync } from 'node:fs';
import { exampleAgreementText } from './example/example-agreement.ts';
import { examplePortfolioText } from './example/portfolio.ts';
import { exampleSplitPlansText } from './example/split-plans.ts';

/** Writes the example agreement, its split plans and its portfolio anew from the tables in data/sources: `npm run data:example`. */
writeFileSync(new URL('./k98-example.agreement.json', import.meta.url), exampleAgreementText());
writeFileSync(new URL('./k98-example.split-plans.json', import.meta.url), exampleSplitPlansText());
writeFileSync(new URL('./k98-example.portfolio.json', import.meta.url), examplePortfolioText());
