import type { Body } from '../agreement/agreement.ts';
import type { ProposalState } from './proposal-state.ts';

/** What can be done with a proposal. */
export const ACTIONS = [
  'submit',
  'withdraw',
  'recommend',
  'return',
  'prioritise',
  'approve',
  'approve-with-changes',
  'reject',
  'put-in-force',
  'supersede',
] as const;

export type Action = (typeof ACTIONS)[number];

/** One line of the table: from these states, by these hands, to that state. */
export interface Transition {
  readonly action: Action;
  readonly from: readonly ProposalState[];
  readonly to: ProposalState;
  /** The author, or a body of the kind with the mandate. */
  readonly by: 'author' | { readonly kind: Body['kind']; readonly mandate: Body['mandate'][number] };
  /** The body's areas have to hold the proposal's lead area. */
  readonly withinArea?: boolean;
  /** Only for proposals that cross areas, or only for those that do not; absent: for both. */
  readonly crossesAreas?: boolean;
  /** Votes, where the body took them, need more for than against. */
  readonly byMajority?: boolean;
}

const COUNCIL = { kind: 'portfolio-council', mandate: 'recommend' } as const;
const EXECUTIVE = { kind: 'executive-management', mandate: 'prioritise' } as const;
const BOARD = { kind: 'board', mandate: 'decide' } as const;
const OPEN: readonly ProposalState[] = ['draft', 'submitted', 'returned', 'recommended', 'prioritised'];

/**
 * The whole way of a proposal (*indstilling*): who may take it from where to where. A proposal that crosses areas
 * goes to the board by way of the executive management, one within an area straight from its council.
 */
export const TRANSITIONS: readonly Transition[] = [
  { action: 'submit', from: ['draft', 'returned'], to: 'submitted', by: 'author' },
  { action: 'withdraw', from: OPEN, to: 'withdrawn', by: 'author' },
  {
    action: 'recommend',
    from: ['submitted'],
    to: 'recommended',
    by: COUNCIL,
    withinArea: true,
    byMajority: true,
  },
  { action: 'return', from: ['submitted'], to: 'returned', by: COUNCIL, withinArea: true },
  { action: 'prioritise', from: ['recommended'], to: 'prioritised', by: EXECUTIVE, crossesAreas: true },
  ...(['approve', 'approve-with-changes', 'reject'] as const).flatMap((action) => decisionBy(action)),
  { action: 'put-in-force', from: ['approved', 'approved-with-changes'], to: 'in-force', by: BOARD },
  {
    action: 'supersede',
    from: ['approved', 'approved-with-changes', 'in-force'],
    to: 'superseded',
    by: BOARD,
  },
];

function decisionBy(action: 'approve' | 'approve-with-changes' | 'reject'): Transition[] {
  const to = {
    approve: 'approved',
    'approve-with-changes': 'approved-with-changes',
    reject: 'rejected',
  } as const;
  const decision = { action, to: to[action], by: BOARD, byMajority: action !== 'reject' } as const;
  return [
    { ...decision, from: ['recommended'], crossesAreas: false },
    // What the executive management has seen needs no second look where the pool has changed since.
    { ...decision, from: ['prioritised'] },
  ];
}
