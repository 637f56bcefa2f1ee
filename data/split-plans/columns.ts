/**
 * The columns of split plans as a table, of which each row sends one thing to one recipient; names are those of the
 * fields in the JSON form. A row without a solution names the default recipient. A row whose part is divided further
 * has no recipient.
 */
export const PLAN_COLUMNS = [
  'municipality',
  'validFrom',
  'validTo',
  'solution',
  'component',
  /** The names of parts from the outermost in: `skole/indskoling`. */
  'part',
  /** Of the line or part around it. */
  'share',
  'lineAccountString',
  'recipient',
  'gln',
  'department',
  'accountString',
  'orderReference',
  'personReference',
  'email',
] as const;

export type PlanColumn = (typeof PLAN_COLUMNS)[number];

/** What a recipient is described by, in every row that names it or only in one. */
export const RECIPIENT_COLUMNS = [
  'gln',
  'department',
  'accountString',
  'orderReference',
  'personReference',
  'email',
] as const satisfies readonly PlanColumn[];

/** Columns without which no row says anything. */
export const REQUIRED_COLUMNS = [
  'municipality',
  'validFrom',
  'solution',
  'recipient',
  'gln',
  'department',
] as const satisfies readonly PlanColumn[];
