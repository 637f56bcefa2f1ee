import { byCodePoint } from '../order.ts';
import type { Agreement, Scope } from './agreement.ts';

/** A cell of the agreement: one component of one solution. */
export interface Cell {
  readonly solution: string;
  readonly component: string;
}

/** Whether the scope covers the cell; an absent list covers all. */
export function covers({ solutions, components }: Scope, cell: Cell): boolean {
  return (solutions?.includes(cell.solution) ?? true) && (components?.includes(cell.component) ?? true);
}

/** Every cell of the catalogue that the scope covers, in catalogue order, priced or not. */
export function coveredCells(agreement: Agreement, scope: Scope): Cell[] {
  return agreement.solutions
    .flatMap(({ solution }) => agreement.components.map(({ component }) => ({ solution, component })))
    .filter((cell) => covers(scope, cell));
}

/** The same text for scopes that name the same ids, in whatever order they are listed. */
export function scopeName({ solutions, components }: Scope): string {
  return `${listName(solutions)} / ${listName(components)}`;
}

function listName(ids: readonly string[] | undefined): string {
  return ids === undefined ? '*' : [...new Set(ids)].sort(byCodePoint).join(' ');
}
