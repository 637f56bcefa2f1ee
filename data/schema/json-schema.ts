import { writeFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * A document's form as JSON Schema (draft 2020-12), for editors that complete and check a file by its `$schema`.
 * It says less than the zod schema it is made from: rules between fields have no words in it.
 */
export function jsonSchemaText(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;
}

/** Writes `data/schema/json/NAME.schema.json`. */
export function writeJsonSchema(name: string, schema: z.ZodType): void {
  writeFileSync(new URL(`./json/${name}.schema.json`, import.meta.url), jsonSchemaText(schema));
}
