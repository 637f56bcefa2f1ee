import type { SolutionFigures, YearAmounts, YearFigures } from '../engine/year-figures.ts';
import type { FigureAddress, FigureName } from '../explanation/figure.ts';
import { type Ore, ore } from '../money/ore.ts';
import { perCitizen } from '../sharing/per-citizen.ts';

const PARTS: Partial<Record<FigureName, keyof SolutionFigures>> = {
  basePriceSum: 'basePrice',
  basePrice: 'basePrice',
  indexation: 'indexation',
  efficiency: 'efficiency',
  membership: 'membership',
  agreementPrice: 'price',
  price: 'price',
  baseBudget: 'baseBudget',
  pool: 'pool',
};

/**
 * A figure of the price at an address of the price answer, read from compiled years.
 *
 * @returns undefined where these years have no such figure: `locate` says why
 */
export function readPriceFigure(years: readonly YearFigures[], address: FigureAddress): Ore | undefined {
  const year = years.find((candidate) => candidate.year === address.year);
  if (year === undefined) return undefined;
  const { solution, component, figure: name } = address;
  const place = year.solutions.findIndex((candidate) => candidate.solution === solution);
  if (solution !== undefined && place < 0) return undefined;
  if (component !== undefined) return readComponent(year, place, component, name);
  const isAgreements = name === 'agreementPrice' || name === 'basePriceSum';
  const isSolutions = name === 'price' || name === 'basePrice';
  const part = PARTS[name];
  if (part === undefined || (place < 0 ? isSolutions : isAgreements)) return undefined;
  const figures = year.figures[part];
  const figure = place < 0 ? figures.reduce((sum, each) => sum + each, 0) : figures[place];
  return figure === undefined ? undefined : ore(BigInt(figure));
}

function readComponent(
  { solutions, components }: YearFigures,
  place: number,
  component: string,
  name: FigureName,
): Ore | undefined {
  const cells = solutions[place]?.basePrices ?? [];
  const cell = cells.findIndex((candidate) => candidate.component === component);
  if (name === 'basePrice') return cells[cell]?.amount;
  const amount = name === 'amount' ? components[place]?.[cell] : undefined;
  return amount === undefined ? undefined : ore(BigInt(amount));
}

/** The same for what a municipality pays. */
export function readShareFigure(years: readonly YearAmounts[], address: FigureAddress): Ore | undefined {
  const year = years.find((candidate) => candidate.year === address.year);
  const row = year?.members.findIndex(({ municipality }) => municipality === address.municipality) ?? -1;
  const member = year?.members[row];
  if (year === undefined || member === undefined || address.component !== undefined) return undefined;
  const total = ore(BigInt(year.totals[row] ?? 0));
  if (address.solution === undefined) {
    if (address.figure === 'perCitizen') return perCitizen(total, member.population);
    return address.figure === 'amount' ? total : undefined;
  }
  const place = year.solutions.findIndex(({ solution }) => solution === address.solution);
  const column = year.split.columns[place];
  if (column === undefined || address.figure !== 'amount') return undefined;
  return ore(BigInt(column.amounts[column.rows.indexOf(row)] ?? 0));
}
