/** What somebody may do by their office; one person can hold several. */
export const ROLES = [
  'reader',
  'finance-officer',
  'council-member',
  'board-member',
  'operator',
  'auditor',
] as const;

export type Role = (typeof ROLES)[number];

/** The offices that a program can hold. It sits in no council and no board: people decide. */
export const PROGRAM_ROLES = [
  'reader',
  'finance-officer',
  'operator',
  'auditor',
] as const satisfies readonly Role[];

/** Who is asking, as far as rights and the audit log go; no name, no address. */
export interface Identity {
  /** The stable name that the identity provider or the key register gives. */
  readonly subject: string;
  readonly roles: readonly Role[];
  /** The municipality (code) that a finance officer works for. */
  readonly municipality?: string;
  /** The bodies that a council or board member sits in; the local user acts for any. */
  readonly bodies: readonly string[] | 'all';
}

/** The one user of a server without access control, which listens on this machine only. */
export const LOCAL_USER: Identity = { subject: 'local', roles: ROLES, bodies: 'all' };

/** Whether the identity may act for a body. */
export function sitsIn({ bodies }: Identity, body: string): boolean {
  return bodies === 'all' || bodies.includes(body);
}
