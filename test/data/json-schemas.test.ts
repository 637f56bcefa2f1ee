import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { accessionFileSchema } from '../../data/schema/accession.ts';
import { agreementSchema } from '../../data/schema/agreement.ts';
import { invoicingSchema } from '../../data/schema/invoicing.ts';
import { jsonSchemaText } from '../../data/schema/json-schema.ts';
import { portfolioSchema } from '../../data/schema/portfolio.ts';
import { splitPlansSchema } from '../../data/schema/split-plan.ts';
import { ruleSetSchema } from '../../rules/schema.ts';
import { scenarioFileSchema } from '../../scenarios/schema.ts';
import { changed } from './changed.ts';

const folder = new URL('../../data/schema/json/', import.meta.url);
const example = new URL('../../data/k98-example.agreement.json', import.meta.url);

const SCHEMAS = {
  accession: accessionFileSchema,
  agreement: agreementSchema,
  invoicing: invoicingSchema,
  portfolio: portfolioSchema,
  'rule-set': ruleSetSchema,
  'scenario-file': scenarioFileSchema,
  'split-plans': splitPlansSchema,
};

describe('the JSON Schemas', () => {
  it.each(Object.entries(SCHEMAS))('are what `npm run schemas` writes: %s', (name, schema) => {
    const file = new URL(`${name}.schema.json`, folder);
    expect(readFileSync(file, 'utf8')).toBe(jsonSchemaText(schema));
  });

  it('are all tested here', () => {
    expect(readdirSync(folder)).toEqual(Object.keys(SCHEMAS).map((name) => `${name}.schema.json`));
  });
});

describe('the JSON Schema of a register of accessions, as an editor finds it', () => {
  it('accepts the example', () => {
    const file = new URL('../../data/k98-example.accession.json', import.meta.url);
    const { $schema, ...register } = JSON.parse(readFileSync(file, 'utf8'));
    const schema = JSON.parse(readFileSync(new URL($schema, file), 'utf8'));
    const accepts = new Ajv2020({ validateFormats: false }).compile(schema);
    expect(accepts({ $schema, ...register })).toBe(true);
    expect(accepts({ $schema, ...register, entries: [{ ...register.entries[0], type: 'joined' }] })).toBe(
      false,
    );
  });
});

describe('the JSON Schema of an agreement, as an editor finds it', () => {
  const document = JSON.parse(readFileSync(example, 'utf8'));
  const schema = JSON.parse(readFileSync(new URL(document.$schema, example), 'utf8'));
  const accepts = new Ajv2020({ validateFormats: false }).compile(schema);

  it('accepts the example', () => {
    accepts(document);
    expect(accepts.errors).toBeNull();
  });

  it.each([
    { what: 'money as a number', path: ['solutions', 0, 'basePrices', 0, 'amount'], value: 1234.5 },
    { what: 'a misspelt field', path: ['solutions', 0, 'reservedshare'], value: '0.25' },
    { what: 'an unknown kind of key', path: ['solutions', 0, 'key'], value: { kind: 'citizens' } },
  ])('refuses $what', ({ path, value }) => {
    expect(accepts(changed(document, [...path, value]))).toBe(false);
  });
});
