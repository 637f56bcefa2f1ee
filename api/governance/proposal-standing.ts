import type { LoadedAgreement } from '../../data/load-agreement.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import type { ProposalOnItsWay } from '../../src/governance/act.ts';
import type { ProposalState } from '../../src/governance/proposal-state.ts';
import { accepted, type Result } from '../../src/refusal.ts';
import type { Database } from '../../store/database.ts';
import { poolEntries } from '../../store/pool-entries.ts';
import type { ResourceVersion } from '../../store/resource-versions.ts';
import { type PoolRuling, ruleOnPool } from './pool-ruling.ts';
import { type KeptProposal, proposingBody } from './proposal-kind.ts';

/** What governs a proposal. */
export interface Governing {
  readonly loaded: LoadedAgreement;
  readonly ruleSet: RuleSet;
}

/** Where a kept proposal stands on its way, and what the pool and the rules say of it now. */
export interface ProposalStanding {
  readonly position: ProposalOnItsWay;
  readonly ruling: Result<PoolRuling>;
  /** With everything that other decisions have bound by now. */
  readonly agreement: Agreement;
}

/** Refused only when the body that proposes is not there any more; what hinders the ruling is told in it. */
export async function standingOf(
  query: Database['query'],
  { loaded, ruleSet }: Governing,
  { id, owner, state, body }: ResourceVersion,
): Promise<Result<ProposalStanding>> {
  const kept = body as KeptProposal;
  const proposing = proposingBody(loaded.agreement, kept.proposal.body);
  if (!proposing.ok) return proposing;
  const [leadArea = ''] = proposing.value.areas;
  const bound = (await poolEntries(query, kept.agreement)).filter(({ reason }) => reason !== id);
  const agreement = {
    ...loaded.agreement,
    commitments: [...loaded.agreement.commitments, ...bound],
  };
  const ruling = await ruleOnPool(kept, agreement, ruleSet);
  const areas = ruling.ok ? ruling.value.areas : [leadArea];
  const position = { state: state as ProposalState, author: owner, leadArea, areas };
  return accepted({ position, ruling, agreement });
}
