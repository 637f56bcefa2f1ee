import { oreFromKroner } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { byCodePoint } from '../../src/order.ts';
import { canonicalText } from '../../src/result-hash.ts';
import type { Cell, Table } from '../../tables/table.ts';
import type { InitiativeDocument } from '../schema/proposal.ts';
import { costColumn, INITIATIVE_TABLE, scoreColumn } from './columns.ts';

/** An initiative to be written, and whether everybody may read it. */
export interface ShownInitiative {
  readonly document: InitiativeDocument;
  readonly shared?: boolean;
}

/** Initiatives as a table in the form that `initiativesFromRows` reads, by id. */
export function tableFromInitiatives(initiatives: readonly ShownInitiative[]): Table {
  const documents = initiatives.map(({ document }) => document);
  const years = distinct(documents.flatMap(({ costs }) => costs.map(({ year }) => year)));
  const criteria = distinct(documents.flatMap(({ benefit }) => Object.keys(benefit?.scores ?? {})));
  const header = [
    ...Object.keys(INITIATIVE_TABLE),
    ...years.toSorted((first, second) => first - second).map(costColumn),
    ...criteria.toSorted(byCodePoint).map(scoreColumn),
  ];
  const sorted = initiatives.toSorted((first, second) => byCodePoint(first.document.id, second.document.id));
  return {
    header,
    rows: sorted.map(cellsOf).map((cells) => header.map((column) => cells.get(column) ?? '')),
  };
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function cellsOf({ document, shared }: ShownInitiative): ReadonlyMap<string, Cell | undefined> {
  const { id, title, area, target, focus, priceLevel, earliestStart, latestStart, group } = document;
  const { benefit, minShare, dependsOn, excludes, beneficiaries, statutory, costs } = document;
  const { perYear, scores = {} } = benefit ?? {};
  return new Map<string, Cell | undefined>([
    ...Object.entries({ id, title, area, target, focus, priceLevel, earliestStart, latestStart, group }),
    ['benefitPerYear', perYear && oreFromKroner(perYear)],
    ['statutory', flagText(statutory)],
    ['minShare', minShare && rateFromText(minShare)],
    ['dependsOn', dependsOn?.join('; ')],
    ['excludes', excludes?.join('; ')],
    ['beneficiaries', beneficiaries && keyText(beneficiaries)],
    ...provenanceCells(document),
    ['shared', flagText(shared)],
    ...costs.map(({ year, amount }) => [costColumn(year), oreFromKroner(amount)] as const),
    ...Object.entries(scores).map(
      ([criterion, score]) => [scoreColumn(criterion), rateFromText(score)] as const,
    ),
  ]);
}

function flagText(flag: boolean | undefined): string | undefined {
  return flag === undefined ? undefined : flag ? 'ja' : 'nej';
}

function keyText(key: NonNullable<InitiativeDocument['beneficiaries']>): string {
  const isPlain = (key.kind === 'population' || key.kind === 'equal') && key.limits === undefined;
  return isPlain ? key.kind : canonicalText(key);
}

function provenanceCells({ provenance }: InitiativeDocument): [string, Cell | undefined][] {
  if (provenance === undefined) return [];
  const { kind } = provenance;
  if (kind === 'example')
    return [
      ['provenance', kind],
      ['source', provenance.note],
    ];
  return [
    ['provenance', kind],
    ['source', provenance.source],
    ['sourceDate', provenance.date],
  ];
}
