import type { AgreementDocument } from './schema/agreement.ts';

type IndexEntry = AgreementDocument['index'][number];

/** A day's publication of price and wage rates (*vintage*): the rates of some years. */
export interface IndexVintage {
  readonly vintage: string;
  readonly entries: readonly Omit<IndexEntry, 'vintage'>[];
}

/**
 * What lives on beside a published agreement, and has a history of its own: index vintages, bodies, and the register
 * of accessions. The document is where they start.
 */
export interface AgreementParts {
  readonly vintages: readonly IndexVintage[];
  readonly bodies: AgreementDocument['bodies'];
  readonly accessions?: AgreementDocument['accessions'];
}

/** The parts as the document has them. */
export function partsOf({ index, bodies, accessions }: AgreementDocument): AgreementParts {
  const byVintage = Map.groupBy(index, ({ vintage }) => vintage);
  return {
    vintages: [...byVintage].map(([vintage, entries]) => ({
      vintage,
      entries: entries.map(({ vintage: _, ...entry }) => entry),
    })),
    bodies,
    ...(accessions !== undefined && { accessions }),
  };
}

/**
 * The agreement as it is in force: the document with the parts in place of those it has of the same name, and before the
 * others.
 */
export function withParts(document: AgreementDocument, parts: AgreementParts): AgreementDocument {
  const vintages = new Set(parts.vintages.map(({ vintage }) => vintage));
  const bodies = new Set(parts.bodies.map(({ body }) => body));
  const published = parts.vintages.flatMap(({ vintage, entries }) =>
    entries.map((entry) => ({ ...entry, vintage })),
  );
  return {
    ...document,
    index: [...published, ...document.index.filter(({ vintage }) => !vintages.has(vintage))],
    bodies: [...parts.bodies, ...document.bodies.filter(({ body }) => !bodies.has(body))],
    ...(parts.accessions !== undefined && { accessions: parts.accessions }),
  };
}
