import type { PaperDocument, PaperRequest } from '../../data/schema/ballot.ts';
import { rateFromText } from '../../src/money/rate.ts';
import type { Paper } from '../../src/prioritisation/ballot/ballot.ts';
import type { Database } from '../../store/database.ts';
import { listResources, type ResourceVersion } from '../../store/resource-versions.ts';

/** The kind of ballot papers in the store: one thing for each voter of a ballot, whose versions are its history. */
const PAPERS = 'ballot-papers';

export function paperKey(ballot: string, voter: string) {
  return { kind: PAPERS, id: `${ballot}${SEPARATOR}${voter}` };
}

/** No id of a ballot holds it, so the papers of one ballot stand together. */
const SEPARATOR = '.';
const BATCH = 500;

/** The newest version of every paper of a ballot, by voter, as known at a moment. */
export async function papersOf(
  query: Database['query'],
  ballot: string,
  asOf?: string,
): Promise<ResourceVersion[]> {
  const first = `${ballot}${SEPARATOR}`;
  const found: ResourceVersion[] = [];
  for (let after: string | undefined = first; after !== undefined; ) {
    const known = asOf === undefined ? {} : { asOf };
    const batch = await listResources(query, { kind: PAPERS, limit: BATCH, after, ...known });
    const papers = batch.filter(({ id }) => id.startsWith(first));
    found.push(...papers);
    after = papers.length === BATCH ? papers.at(-1)?.id : undefined;
  }
  return found;
}

/** What is kept of a request: who voted, and what. */
export function paperDocument(voter: string, { voter: _, ...paper }: PaperRequest): PaperDocument {
  return { voter, ...paper };
}

export function paperFrom({ approvals, scores, ranking }: PaperDocument): Paper {
  if (approvals !== undefined) return { kind: 'approval', approvals };
  if (ranking !== undefined) return { kind: 'ranking', ranking };
  const entries = Object.entries(scores ?? {});
  return { kind: 'score', scores: new Map(entries.map(([id, points]) => [id, rateFromText(points)])) };
}
