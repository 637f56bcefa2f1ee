import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { invariant } from '../../src/refusal.ts';
import { readCsv } from '../../tables/csv/read-csv.ts';

/** The source tables of the example agreement, each row checked; see data/SOURCES.md for where they come from. */
const text = z.string().min(1);
const kroner = z.string().regex(/^\d*$/);

export const municipalities = table('municipalities.csv', {
  code: text,
  name: text,
  region: text,
  population: z.string().regex(/^\d+$/),
  population_date: text,
});

export const cvrNumbers = table('municipality-cvr.csv', { code: text, name: text, cvr: text });

export const kombitPrices = table('kombit-prices.csv', {
  solution: text,
  in_k98: text,
  valid_from: text,
  valid_to: z.string(),
  unit: text,
  price_dkk: text,
  tier: z.string(),
  source: text,
  note: z.string(),
});

export const components = table('example-components.csv', {
  component: text,
  title_da: text,
  title_en: text,
  reservable: z.enum(['yes', 'no']),
  wage_share: z.string(),
});

export const solutions = table('example-solutions.csv', {
  solution: text,
  title_da: text,
  title_en: text,
  area: text,
  group: z.enum(['agreement', 'accession-basis', 'statutory', 'phasing']),
  operations: kroner,
  technical_maintenance: kroner,
  statutory_maintenance: kroner,
  business_maintenance: kroner,
  resources: kroner,
  index: z.enum(['wage-shares', 'combined']),
  reserved_share: text,
  key: text,
  participating_regions: z.string(),
});

export const units = table('example-units.csv', {
  id: text,
  unit: text,
  unit_da: text,
  total: text,
  step: text,
});

export const indexSeries = table('example-index.csv', {
  vintage: text,
  year: text,
  wage: text,
  price: text,
  combined: text,
  correction: text,
  note: z.string(),
});

export const areas = table('example-areas.csv', { area: text, title_da: text, title_en: text });

export const criteria = table('example-criteria.csv', {
  criterion: text,
  title_da: text,
  title_en: text,
  measure: z.enum(['score', 'kroner']),
  weight: text,
});

export const initiatives = table('example-initiatives.csv', {
  initiative: text,
  title: text,
  area: text,
  target: text,
  focus: z.string(),
  cost_2026: kroner,
  cost_2027: kroner,
  cost_2028: kroner,
  savings: kroner,
  citizen_value: z.string(),
  staff_time: z.string(),
  security: z.string(),
  lawfulness: z.string(),
  statutory: z.enum(['yes', 'no']),
  earliest_start: z.string(),
  latest_start: z.string(),
  min_share: z.string(),
  depends_on: z.string(),
  excludes: z.string(),
  group: z.string(),
  beneficiaries: text,
});

export const proposals = table('example-proposals.csv', {
  proposal: text,
  title: text,
  body: text,
  reason: text,
  initiatives: text,
  move_year: z.string(),
  move_from: z.string(),
  move_to: z.string(),
  move_amount: kroner,
});

export const focusPoints = table('example-focus.csv', {
  area: text,
  focus: text,
  title_da: text,
  title_en: text,
});

function table<Columns extends z.core.$ZodLooseShape>(file: string, columns: Columns) {
  const rows = readCsv(readFileSync(new URL(`../sources/${file}`, import.meta.url)));
  invariant(rows.ok, `${file} is a table`);
  const [header = [], ...below] = rows.value;
  const records = below.map((row) =>
    Object.fromEntries(header.map((name, place) => [name, row[place] ?? ''])),
  );
  return z.array(z.strictObject(columns)).parse(records);
}
