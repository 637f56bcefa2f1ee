import { writeJsonSchema } from '../data/schema/json-schema.ts';
import { ruleSetSchema } from './schema.ts';

/** Part of `npm run schemas`. */
writeJsonSchema('rule-set', ruleSetSchema);
