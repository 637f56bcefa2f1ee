import { agreementSchema } from './schema/agreement.ts';
import { writeJsonSchema } from './schema/json-schema.ts';

/** Part of `npm run schemas`. */
writeJsonSchema('agreement', agreementSchema);
