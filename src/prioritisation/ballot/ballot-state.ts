/** Where a ballot stands: being prepared, taking papers, or counted. */
export const BALLOT_STATES = ['draft', 'open', 'closed'] as const;
export type BallotState = (typeof BALLOT_STATES)[number];

/** What the secretary does with it. */
export const BALLOT_ACTIONS = ['open', 'close'] as const;
export type BallotAction = (typeof BALLOT_ACTIONS)[number];
