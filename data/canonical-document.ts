import { byCodePoint } from '../src/order.ts';
import { canonicalText } from '../src/result-hash.ts';
import type { AccessionsDocument } from './schema/accession.ts';
import type { AgreementDocument } from './schema/agreement.ts';
import type { AllocationKeyDocument } from './schema/allocation-key.ts';
import type { PastYearDocument } from './schema/past-amounts.ts';

/**
 * The same agreement with every list in its canonical order, so that neither a hash nor a result depends on
 * how a file was sorted: components and solutions by `order`, base prices by their component's order, index
 * entries by year and vintage, efficiency measures by year and then by their canonical JSON, as the parts of a
 * mixed key, municipalities and weights by code, periods and memberships by first year, areas, focuses, bodies,
 * criteria and all lists of ids by id (code point order), versions of the agreement by date and name, lines of the register of
 * accessions by number, actual amounts by year, code and solution. `$schema`, which only says how to edit the file, is left out.
 */
export function canonicalDocument(document: AgreementDocument): AgreementDocument {
  const { $schema: _, ...content } = document;
  const componentOrder = new Map(document.components.map(({ component, order }) => [component, order]));
  return {
    ...content,
    components: document.components.toSorted((a, b) => a.order - b.order),
    solutions: document.solutions
      .map((solution) => canonicalSolution(solution, componentOrder))
      .toSorted((a, b) => a.order - b.order),
    index: document.index.toSorted((a, b) => a.year - b.year || byCodePoint(a.vintage, b.vintage)),
    efficiency: document.efficiency
      .map(canonicalScope)
      .toSorted((a, b) => a.year - b.year || byCodePoint(canonicalText(a), canonicalText(b))),
    municipalities: document.municipalities
      .map((municipality) => ({ ...municipality, membership: municipality.membership.toSorted(byFirstYear) }))
      .toSorted((a, b) => byCodePoint(a.municipality, b.municipality)),
    areas: document.areas
      .map((area) => ({ ...area, focus: area.focus.toSorted((a, b) => byCodePoint(a.focus, b.focus)) }))
      .toSorted((a, b) => byCodePoint(a.area, b.area)),
    bodies: document.bodies
      .map((body) => ({
        ...body,
        areas: body.areas.toSorted(byCodePoint),
        mandate: body.mandate.toSorted(byCodePoint),
      }))
      .toSorted((a, b) => byCodePoint(a.body, b.body)),
    ...(document.criteria && {
      criteria: document.criteria.toSorted((a, b) => byCodePoint(a.criterion, b.criterion)),
    }),
    ...(document.accessions && { accessions: canonicalAccessions(document.accessions) }),
    ...(document.pastAmounts && {
      pastAmounts: document.pastAmounts.map(canonicalPastYear).toSorted((a, b) => a.year - b.year),
    }),
  };
}

export function canonicalAccessions(document: AccessionsDocument): AccessionsDocument {
  return {
    ...document,
    versions: document.versions.toSorted(
      (a, b) => byCodePoint(a.date, b.date) || byCodePoint(a.version, b.version),
    ),
    entries: document.entries.toSorted((a, b) => a.entry - b.entry),
  };
}

function canonicalPastYear(past: PastYearDocument): PastYearDocument {
  return {
    ...past,
    municipalities: past.municipalities
      .map((one) => ({
        ...one,
        solutions: one.solutions.toSorted((a, b) => byCodePoint(a.solution, b.solution)),
      }))
      .toSorted((a, b) => byCodePoint(a.municipality, b.municipality)),
  };
}

type SolutionDocument = AgreementDocument['solutions'][number];

function canonicalSolution(
  solution: SolutionDocument,
  componentOrder: ReadonlyMap<string, number>,
): SolutionDocument {
  const orderOf = (component: string) => componentOrder.get(component) ?? Number.POSITIVE_INFINITY;
  return {
    ...solution,
    periods: solution.periods.toSorted(byFirstYear),
    basePrices: solution.basePrices.toSorted((a, b) => orderOf(a.component) - orderOf(b.component)),
    key: canonicalKey(solution.key),
    ...(solution.participants && { participants: solution.participants.toSorted(byCodePoint) }),
  };
}

function canonicalKey<Key extends AllocationKeyDocument>(key: Key): Key {
  if (key.kind === 'weights') return { ...key, weights: Object.fromEntries(weightEntries(key.weights)) };
  if (key.kind !== 'mix') return key;
  const parts = key.parts.map((part) => ({ ...part, key: canonicalKey(part.key) }));
  return { ...key, parts: parts.toSorted((a, b) => byCodePoint(canonicalText(a), canonicalText(b))) };
}

/** The weights of a key by municipality code, in the order of the codes. */
export function weightEntries(weights: Readonly<Record<string, string>>): [code: string, weight: string][] {
  return Object.entries(weights).toSorted(([a], [b]) => byCodePoint(a, b));
}

function canonicalScope<T extends { solutions?: string[] | undefined; components?: string[] | undefined }>(
  scoped: T,
): T {
  return {
    ...scoped,
    ...(scoped.solutions && { solutions: scoped.solutions.toSorted(byCodePoint) }),
    ...(scoped.components && { components: scoped.components.toSorted(byCodePoint) }),
  };
}

function byFirstYear(a: { firstYear: number }, b: { firstYear: number }): number {
  return a.firstYear - b.firstYear;
}
