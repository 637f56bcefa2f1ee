import { invariant } from '../../src/refusal.ts';
import { canonicalDocument } from '../canonical-document.ts';
import { type AgreementDocument, agreementSchema } from '../schema/agreement.ts';
import { exampleAccessions } from './accessions.ts';
import { exampleBodies } from './bodies.ts';
import { exampleSolutions } from './solutions.ts';
import {
  areas,
  components,
  criteria,
  cvrNumbers,
  focusPoints,
  indexSeries,
  municipalities,
} from './tables.ts';

/**
 * The example agreement: real municipalities, the catalogue's real names, published prices where a public page
 * has one, and else figures made up by the project. It must never be taken for KOMBIT's budget, so each figure
 * says which of these it is.
 */
export function exampleAgreement(): AgreementDocument {
  const document = agreementSchema.parse({
    agreement: 'k98-example',
    version: '2026.1',
    title: { da: 'K98 Serviceaftale (eksempel)', en: 'K98 service agreement (example)' },
    baseYear: 2025,
    components: components.map(({ component, title_da: da, title_en: en, reservable }, place) => ({
      component,
      order: place + 1,
      title: { da, en },
      reservable: reservable === 'yes',
    })),
    solutions: exampleSolutions(),
    index: indexSeries.map(indexEntry),
    efficiency: [
      {
        year: 2026,
        rate: '0.01',
        provenance: { kind: 'example', note: 'No efficiency regulation was found.' },
      },
    ],
    municipalities: municipalities.map(municipality),
    areas: areas.map(({ area, title_da: da, title_en: en }) => ({
      area,
      title: { da, en },
      focus: focusPoints
        .filter((point) => point.area === area)
        .map((point) => ({ focus: point.focus, title: { da: point.title_da, en: point.title_en } })),
    })),
    bodies: exampleBodies(),
    criteria: criteria.map(({ criterion, title_da: da, title_en: en, measure, weight }) => ({
      criterion,
      title: { da, en },
      measure,
      weight,
      provenance: { kind: 'example', note: 'The criteria and their weights are made up.' },
    })),
    accessions: exampleAccessions,
  });
  return canonicalDocument(document);
}

/** The bytes of data/k98-example.agreement.json. */
export function exampleAgreementText(): string {
  const document = { $schema: './schema/json/agreement.schema.json', ...exampleAgreement() };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function indexEntry({
  year,
  vintage,
  wage,
  price,
  combined,
  correction,
  note,
}: (typeof indexSeries)[number]) {
  const example = "KL's estimates for this year were not found; the rates are made up";
  return {
    year: Number(year),
    vintage,
    status: 'estimate',
    wage,
    price,
    combined,
    correction,
    provenance: { kind: 'example', note: note === '' ? `${example}.` : `${example}: ${note}.` },
  };
}

function municipality({
  code,
  name,
  region,
  population,
  population_date: date,
}: (typeof municipalities)[number]) {
  const cvr = cvrNumbers.find((row) => row.code === code)?.cvr;
  invariant(cvr !== undefined, `municipality-cvr.csv has ${name}`);
  return {
    municipality: code,
    name,
    region,
    cvr,
    population: Number(population),
    populationDate: date,
    provenance: { kind: 'published', source: 'Danmarks Statistik, statistikbanken.dk/folk1a', date },
    membership: [{ firstYear: 2025 }],
  };
}
