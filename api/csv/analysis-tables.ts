import type { Table } from '../../tables/table.ts';
import type { GoalSeekAnswer } from '../answers/goal-seek-answer.ts';
import type { SensitivityAnswer } from '../answers/sensitivity-answer.ts';
import { amountCell, countCell } from './number-cells.ts';

/** One row for each place where the target is met or crossed. */
export function goalSeekTable({ solutions }: GoalSeekAnswer): Table {
  return {
    header: ['kind', 'firstValue', 'firstFigure', 'lastValue', 'lastFigure'],
    rows: solutions.map(({ kind, first, last }) => [
      kind,
      countCell(first.value),
      amountCell(first.figure),
      countCell(last.value),
      amountCell(last.figure),
    ]),
  };
}

/** One row for each parameter; what cannot be is empty. */
export function sensitivityTable({ parameters }: SensitivityAnswer): Table {
  const amount = (kroner: string | undefined) => (kroner === undefined ? '' : amountCell(kroner));
  return {
    header: [
      'parameter',
      'value',
      'belowValue',
      'belowFigure',
      'belowDifference',
      'aboveValue',
      'aboveFigure',
      'aboveDifference',
      'span',
      'elasticity',
    ],
    rows: parameters.map(({ pointer, value, below, above, span, elasticity }) => [
      pointer,
      countCell(value),
      countCell(below.value),
      amount(below.figure),
      amount(below.difference),
      countCell(above.value),
      amount(above.figure),
      amount(above.difference),
      amountCell(span),
      elasticity === undefined ? '' : countCell(elasticity),
    ]),
  };
}
