import { accessionFileSchema } from './schema/accession.ts';
import { agreementSchema } from './schema/agreement.ts';
import { invoicingSchema } from './schema/invoicing.ts';
import { writeJsonSchema } from './schema/json-schema.ts';
import { portfolioSchema } from './schema/portfolio.ts';
import { splitPlansSchema } from './schema/split-plan.ts';

/** Part of `npm run schemas`. */
writeJsonSchema('agreement', agreementSchema);
writeJsonSchema('accession', accessionFileSchema);
writeJsonSchema('split-plans', splitPlansSchema);
writeJsonSchema('invoicing', invoicingSchema);
writeJsonSchema('portfolio', portfolioSchema);
