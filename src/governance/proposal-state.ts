/**
 * Where a proposal stands on its way from a council to a decision in force. Model, section 1: recommended by
 * councils, decided by the board; nothing else may move the pool.
 */
export const PROPOSAL_STATES = [
  'draft',
  'submitted',
  'returned',
  'recommended',
  'prioritised',
  'approved',
  'approved-with-changes',
  'rejected',
  'in-force',
  'withdrawn',
  'superseded',
] as const;

export type ProposalState = (typeof PROPOSAL_STATES)[number];
