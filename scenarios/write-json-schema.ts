import { writeJsonSchema } from '../data/schema/json-schema.ts';
import { scenarioFileSchema } from './schema.ts';

/** Part of `npm run schemas`. */
writeJsonSchema('scenario-file', scenarioFileSchema);
