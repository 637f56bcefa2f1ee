import { z } from 'zod';
import { proposalsFromDocuments } from '../../data/proposals-from-documents.ts';
import { proposalYearsSchema } from '../../data/schema/portfolio.ts';
import { idSchema } from '../../data/schema/primitives.ts';
import { type ProposalDocument, proposalSchema } from '../../data/schema/proposal.ts';
import { sitsIn } from '../../src/access/identity.ts';
import type { Agreement, Body } from '../../src/agreement/agreement.ts';
import { accepted, collect, type Result, refused } from '../../src/refusal.ts';
import type { PublishedAgreements } from '../calculation/agreement-source.ts';
import { atPath } from '../calculation/at-path.ts';
import { unknownId } from '../request-refusals.ts';
import type { StoredBody, StoredKind } from '../stored/stored-kind.ts';
import { storedSchemas } from '../stored/stored-schema.ts';

/** A kept proposal: what a body recommends, for which years of which agreement. */
export interface KeptProposal extends StoredBody {
  readonly title: string;
  readonly agreement: string;
  readonly years: readonly number[];
  readonly proposal: ProposalDocument;
}

const SCHEMAS = storedSchemas(['KeptProposal', 'KeptProposals'], {
  title: z.string().min(1).max(200),
  agreement: idSchema,
  years: proposalYearsSchema,
  proposal: proposalSchema,
});

/** Once submitted, a proposal is no longer its author's and council's own. */
export function proposalSharedFrom({ state }: { readonly state: string }): boolean {
  return state !== 'draft';
}

/** Proposals on their way from a council to the board; once submitted, everybody may read them. */
export function proposalKind(published: PublishedAgreements): StoredKind<KeptProposal> {
  return {
    kind: 'proposals',
    noun: 'proposal',
    name: ['Proposal', 'Proposals'],
    tag: 'prioritisation',
    read: 'proposal.read',
    write: 'proposal.write',
    schemas: SCHEMAS,
    sharedFrom: proposalSharedFrom,
    // Whoever sits in no council proposes to one; the draft stays with whoever that is.
    unitOf: ({ proposal }, identity) => (sitsIn(identity, proposal.body) ? proposal.body : undefined),
    filters: ['agreement', 'body', 'year'],
    valuesOf: ({ agreement, proposal, years }) => ({
      agreement: [agreement],
      body: [proposal.body],
      year: years.map(String),
    }),
    editableIn: ['draft', 'returned'],
    check: async ({ agreement: id, proposal }) => {
      const agreements = await published();
      const loaded = agreements.get(id);
      if (loaded === undefined)
        return refused(unknownId('agreement', id, [...agreements.keys()], ['agreement']));
      return collect<unknown>([
        atPath(['proposal', 'body'], proposingBody(loaded.agreement, proposal.body)),
        atPath(['proposal'], proposalsFromDocuments([proposal])),
      ]);
    },
  };
}

/** The body that proposes; it has to have an area, which is the one the proposal belongs to. */
export function proposingBody(agreement: Agreement, id: string): Result<Body> {
  const body = agreement.bodies.find((candidate) => candidate.body === id);
  if (body !== undefined && body.areas.length > 0) return accepted(body);
  return refused(
    unknownId(
      'body',
      id,
      agreement.bodies.filter(({ areas }) => areas.length > 0).map(({ body: known }) => known),
    ),
  );
}
