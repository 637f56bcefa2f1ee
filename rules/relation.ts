/** What a comparison says about a fact, whatever the type of the fact. */
export type Relation = OrderRelation | 'in' | 'not-in' | 'contains' | 'lacks';

/** The relations of what can be ordered. */
export type OrderRelation = 'less' | 'at-most' | 'equal' | 'unequal' | 'at-least' | 'greater';

export const OPPOSITE: Readonly<Record<Relation, Relation>> = {
  less: 'at-least',
  'at-most': 'greater',
  equal: 'unequal',
  unequal: 'equal',
  'at-least': 'less',
  greater: 'at-most',
  in: 'not-in',
  'not-in': 'in',
  contains: 'lacks',
  lacks: 'contains',
};

/** @param order below, at or above zero as the first is less than, equal to or greater than the second */
export function holds(relation: OrderRelation, order: number): boolean {
  switch (relation) {
    case 'less':
      return order < 0;
    case 'at-most':
      return order <= 0;
    case 'equal':
      return order === 0;
    case 'unequal':
      return order !== 0;
    case 'at-least':
      return order >= 0;
    case 'greater':
      return order > 0;
  }
}
