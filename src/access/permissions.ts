import { type Identity, type Role, sitsIn } from './identity.ts';

/** How far a right goes: to everything, to one's own and what is shared, or only to one's own. */
type Reach = 'all' | 'own-or-shared' | 'own';

/** What can be done, and by which office. An office that is not named may not. */
const RIGHTS = {
  'model.read': everybody('all'),
  'model.compute': everybody('all'),
  'scenario.read': { ...everybody('own-or-shared'), operator: 'all', auditor: 'all' },
  'scenario.write': {
    'finance-officer': 'own',
    'council-member': 'own',
    'board-member': 'own',
    operator: 'own',
  },
  'initiative.read': everybody('all'),
  'initiative.write': { 'council-member': 'own', operator: 'all' },
  'proposal.read': { ...everybody('own-or-shared'), 'board-member': 'all', operator: 'all', auditor: 'all' },
  'proposal.write': { 'finance-officer': 'own', 'council-member': 'own', operator: 'own' },
  'proposal.act': {
    'finance-officer': 'own-or-shared',
    'council-member': 'own-or-shared',
    'board-member': 'all',
  },
  'decision.read': everybody('all'),
  'agreement.publish': { operator: 'all' },
  'vintage.publish': { operator: 'all' },
  'body.manage': { operator: 'all' },
  'accession.read': everybody('all'),
  'accession.record': { operator: 'all' },
  'report.read': everybody('all'),
  'split-plan.read': { 'finance-officer': 'own-or-shared', operator: 'all', auditor: 'all' },
  'split-plan.write': { 'finance-officer': 'own', operator: 'all' },
  'invoice.read': { 'finance-officer': 'own-or-shared', operator: 'all', auditor: 'all' },
  'invoice.preview': { 'finance-officer': 'own', operator: 'all' },
  'invoice.issue': { operator: 'all' },
  'ballot.read': everybody('all'),
  'ballot.manage': { operator: 'all' },
  'ballot.cast': { 'council-member': 'all', 'board-member': 'all', 'finance-officer': 'all' },
  'audit.read': { auditor: 'all' },
  'key.manage': { operator: 'all' },
  'service.watch': everybody('all'),
} as const satisfies Record<string, Partial<Record<Role, Reach>>>;

export type Right = keyof typeof RIGHTS;

export const ALL_RIGHTS = Object.keys(RIGHTS) as Right[];

/** Whose a resource is: the user who made it, the municipality or body it belongs to, and whether it is shared. */
export interface Belonging {
  readonly owner: string;
  readonly unit?: string;
  readonly isShared: boolean;
}

/**
 * Whether the identity has the right: in general (no resource given: to at least something), or to the resource.
 * The widest reach among its offices counts.
 */
export function permits(identity: Identity, right: Right, resource?: Belonging): boolean {
  const reaches: Partial<Record<Role, Reach>> = RIGHTS[right];
  return identity.roles.some((role) => {
    const reach = reaches[role];
    if (reach === undefined) return false;
    return resource === undefined || reach === 'all' || isWithin(reach, identity, resource);
  });
}

function isWithin(
  reach: 'own-or-shared' | 'own',
  identity: Identity,
  { owner, unit, isShared }: Belonging,
): boolean {
  if (reach === 'own-or-shared' && isShared) return true;
  if (owner === identity.subject) return true;
  return unit !== undefined && (unit === identity.municipality || sitsIn(identity, unit));
}

function everybody<R extends Reach>(reach: R): Record<Role, R> {
  return {
    reader: reach,
    'finance-officer': reach,
    'council-member': reach,
    'board-member': reach,
    operator: reach,
    auditor: reach,
  };
}
