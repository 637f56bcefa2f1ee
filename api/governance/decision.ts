import type { Agreement } from '../../src/agreement/agreement.ts';
import { kronerFromOre, ore } from '../../src/money/ore.ts';
import type { Move } from '../../src/prioritisation/move.ts';
import { accepted, type Result } from '../../src/refusal.ts';
import { addPoolEntries, type NewPoolEntry, poolEntries } from '../../store/pool-entries.ts';
import { readResource } from '../../store/resource-versions.ts';
import { createResource, updateResource } from '../../store/resources.ts';
import type { WriteUnderWay } from '../../store/write.ts';
import type { ActionRequest } from './action-schema.ts';
import { entriesBoundBy } from './binding.ts';
import type { KeptProposal } from './proposal-kind.ts';

/** A proposal that is being decided on, and the state the decision puts it in. */
export interface Deciding {
  readonly id: string;
  readonly kept: KeptProposal;
  readonly request: ActionRequest;
  readonly state: string;
}

const KIND = 'decisions';

/**
 * Keeps the board's decision under the proposal's id, and binds the money it moves. Refused where the pool does not
 * hold it: this runs inside the one write that is under way, so no other decision can come between.
 */
export async function keepDecision(
  under: WriteUnderWay,
  { id, kept, request, state }: Deciding,
  moves: readonly Move[],
  agreement: Agreement,
): Promise<Result<unknown>> {
  const entries = entriesBoundBy(moves, agreement);
  if (!entries.ok) return entries;
  const { action, body, votes, reason = '' } = request;
  const content = {
    proposal: id,
    agreement: kept.agreement,
    body,
    ...(votes !== undefined && { votes }),
    moves: entries.value.map(moveAnswer),
    shared: true,
  };
  const created = await createResource(
    under,
    { kind: KIND, id, owner: under.actor },
    { body: content, state, action, reason },
  );
  if (!created.ok) return created;
  await addPoolEntries(under, id, kept.agreement, entries.value);
  return accepted(undefined);
}

/** Follows the proposal into force, or undoes what the decision bound by contrary entries when it is superseded. */
export async function followDecision(
  under: WriteUnderWay,
  { id, kept, request, state }: Deciding,
): Promise<Result<unknown>> {
  const decision = await readResource(under.transaction, { kind: KIND, id });
  if (decision === undefined) return accepted(undefined);
  if (state === 'superseded')
    await addPoolEntries(under, id, kept.agreement, await contraryEntries(under, id, kept.agreement));
  const { action, reason = '' } = request;
  return updateResource(under, decision, decision.version, { body: decision.body, state, action, reason });
}

async function contraryEntries(under: WriteUnderWay, id: string, agreement: string): Promise<NewPoolEntry[]> {
  const bound = await poolEntries(under.transaction, agreement);
  return bound
    .filter(({ reason }) => reason === id)
    .map(({ year, solution, amount, recipient }) => ({ year, solution, amount: -amount, recipient }));
}

function moveAnswer({ year, solution, amount, recipient }: NewPoolEntry) {
  return { year, solution, recipient, amount: kronerFromOre(ore(amount)) };
}
