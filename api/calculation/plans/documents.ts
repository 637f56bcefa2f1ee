import type { InitiativeDocument, ProposalDocument } from '../../../data/schema/proposal.ts';
import type { Identity } from '../../../src/access/identity.ts';
import { permits } from '../../../src/access/permissions.ts';
import { accepted, collect, type Result, refused } from '../../../src/refusal.ts';
import { readResource } from '../../../store/resource-versions.ts';
import type { Store } from '../../../store/write.ts';
import type { KeptProposal } from '../../governance/proposal-kind.ts';
import { unknownKept } from '../../request-refusals.ts';
import type { PlanComparisonRequest } from '../../requests/plan-comparison.ts';
import { documentOf } from '../../stored/initiative-import.ts';
import type { KeptInitiative } from '../../stored/initiative-kind.ts';
import { keptInitiatives } from '../../stored/initiative-portfolio.ts';
import { belongingOf } from '../../stored/stored-answer.ts';
import type { NamedDocuments } from './compare-plans.ts';

/**
 * Reads what a comparison names by id. What the sender may not read is as unknown as what is not there. Paths lead into the
 * request.
 *
 * @param agreement whose portfolio `all` means
 */
export async function planDocuments(
  { proposals, initiatives }: PlanComparisonRequest,
  agreement: string | undefined,
  store: Store,
  identity: Identity,
): Promise<Result<NamedDocuments>> {
  const named = collect(
    await Promise.all(
      proposals.map((one, place) => proposalNamed(one, ['proposals', place], store, identity)),
    ),
  );
  if (!named.ok) return named;
  if (initiatives === undefined) return accepted({ proposals: named.value });
  const chosen =
    initiatives === 'all'
      ? accepted((await keptInitiatives(store, agreement ?? '')).map(({ document }) => document))
      : collect(
          await Promise.all(
            initiatives.map((one, place) => initiativeNamed(one, ['initiatives', place], store)),
          ),
        );
  return chosen.ok ? accepted({ proposals: named.value, initiatives: chosen.value }) : chosen;
}

type Path = readonly (string | number)[];

async function proposalNamed(
  named: string | ProposalDocument,
  path: Path,
  store: Store,
  identity: Identity,
): Promise<Result<ProposalDocument>> {
  if (typeof named !== 'string') return accepted(named);
  const kept = await readResource(store.database.query, { kind: 'proposals', id: named });
  const isReadable = kept !== undefined && permits(identity, 'proposal.read', belongingOf(kept, isShared));
  if (!isReadable) return refused({ ...unknownKept('proposal', named, 'proposals'), path });
  return accepted({ ...(kept.body as KeptProposal).proposal, id: named });
}

async function initiativeNamed(
  named: string | InitiativeDocument,
  path: Path,
  store: Store,
): Promise<Result<InitiativeDocument>> {
  if (typeof named !== 'string') return accepted(named);
  const kept = await readResource(store.database.query, { kind: 'initiatives', id: named });
  if (kept === undefined) return refused({ ...unknownKept('initiative', named, 'initiatives'), path });
  return accepted(documentOf(named, kept.body as KeptInitiative));
}

function isShared({ state }: { readonly state: string }): boolean {
  return state !== 'draft';
}
