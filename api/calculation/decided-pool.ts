import { proposalsFromDocuments } from '../../data/proposals-from-documents.ts';
import type { ProposalDocument } from '../../data/schema/proposal.ts';
import { recipientOf } from '../../src/prioritisation/account.ts';
import type { Initiative } from '../../src/prioritisation/initiative.ts';
import type { PoolSpending } from '../../src/reporting/pool-use.ts';
import { poolEntries } from '../../store/pool-entries.ts';
import { readResource } from '../../store/resource-versions.ts';
import type { Store } from '../../store/write.ts';
import type { KeptProposal } from '../governance/proposal-kind.ts';

/** What kept decisions have done with the pool of an agreement. */
export interface DecidedPool {
  readonly spendings: readonly PoolSpending[];
  /** The proposals decided on, in the order in which they first bound money. */
  readonly proposals: readonly ProposalDocument[];
  /** The initiatives that those describe; of two with one id the one decided on last. */
  readonly initiatives: readonly Initiative[];
}

/** Reads what decisions have bound in the pool of an agreement, and what it was bound for. */
export async function decidedPool({ database }: Store, agreement: string): Promise<DecidedPool> {
  const entries = await poolEntries(database.query, agreement);
  const decisions = [...new Set(entries.map(({ reason }) => reason))];
  const kept = await Promise.all(
    // A decision is kept under the id of the proposal that it is about.
    decisions.map((id) => readResource(database.query, { kind: 'proposals', id })),
  );
  const proposals = kept.flatMap((one) => (one === undefined ? [] : [(one.body as KeptProposal).proposal]));
  const described = proposals.flatMap((proposal) => {
    const read = proposalsFromDocuments([proposal]);
    return read.ok ? read.value.flatMap(({ initiatives }) => initiatives) : [];
  });
  return {
    spendings: entries.map(({ reason, year, solution, amount, recipient }) => ({
      decision: reason,
      year,
      solution,
      amount,
      recipient: recipientOf(recipient),
    })),
    proposals,
    initiatives: [...new Map(described.map((one) => [one.initiative, one])).values()],
  };
}
