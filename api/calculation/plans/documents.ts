import type { InitiativeDocument, ProposalDocument } from '../../../data/schema/proposal.ts';
import type { Identity } from '../../../src/access/identity.ts';
import { permits } from '../../../src/access/permissions.ts';
import { accepted, collect, type Result, refused } from '../../../src/refusal.ts';
import { listResources, readResource } from '../../../store/resource-versions.ts';
import type { Store } from '../../../store/write.ts';
import type { KeptProposal } from '../../governance/proposal-kind.ts';
import { unknownKept } from '../../request-refusals.ts';
import type { PlanComparisonRequest } from '../../requests/plan-comparison.ts';
import type { KeptInitiative } from '../../stored/initiative-kind.ts';
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
      ? accepted(await portfolioOf(agreement ?? '', store))
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

const PAGE = 200;

/** All kept initiatives of an agreement, by id. */
async function portfolioOf(agreement: string, store: Store): Promise<InitiativeDocument[]> {
  const documents: InitiativeDocument[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await listResources(store.database.query, {
      kind: 'initiatives',
      limit: PAGE,
      ...(after !== undefined && { after }),
    });
    for (const { id, body } of page) {
      const kept = body as KeptInitiative;
      if (kept.agreement === agreement) documents.push(documentOf(id, kept));
    }
    after = page.at(-1)?.id;
    if (page.length < PAGE) return documents;
  }
}

function documentOf(
  id: string,
  { agreement: _, shared: __, ...document }: KeptInitiative,
): InitiativeDocument {
  return { id, ...document };
}

function isShared({ state }: { readonly state: string }): boolean {
  return state !== 'draft';
}
