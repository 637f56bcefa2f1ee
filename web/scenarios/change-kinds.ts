import type { AgreementView } from '../api/agreement.ts';
import type { Change } from './draft.ts';

/** What can be added to a scenario beside the levers. */
export const CHANGE_KINDS = [
  'withdraw',
  'enter',
  'add-solution',
  'remove-solution',
  'set-key',
  'set-reserved-share',
  'set-base-price',
  'set-efficiency',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A change of the kind to start from, about the first thing there is. */
export function firstOf(kind: ChangeKind, { document }: AgreementView, year: number): Change {
  const { solutions, municipalities, components } = document;
  const inside = solutions.find(({ group }) => group === 'agreement')?.solution ?? '';
  const outside = solutions.find(({ group }) => group !== 'agreement')?.solution ?? inside;
  const municipality = municipalities[0]?.municipality ?? '';
  switch (kind) {
    case 'withdraw':
      return { type: kind, municipality, lastYear: year - 1, fixedShare: '1' };
    case 'enter':
      return { type: kind, municipality, firstYear: year };
    case 'add-solution':
      return { type: kind, solution: outside, fromYear: year };
    case 'remove-solution':
      return { type: kind, solution: inside, fromYear: year };
    case 'set-key':
      return { type: kind, solution: inside, key: { kind: 'population' } };
    case 'set-reserved-share':
      return { type: kind, solution: inside, share: '0.30' };
    case 'set-base-price':
      return { type: kind, solution: inside, component: components[0]?.component ?? '', amount: '0.00' };
    case 'set-efficiency':
      return { type: kind, year, amount: '1000000.00', solutions: [inside] };
  }
}
