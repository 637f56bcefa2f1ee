import { permits } from '../../src/access/permissions.ts';
import type { Store } from '../../store/write.ts';
import type { PublishedAgreements } from '../calculation/agreement-source.ts';
import type { Catalogue } from '../calculation/catalogue.ts';
import { found } from '../found.ts';
import { actionSchema } from '../governance/action-schema.ts';
import { takeProposalAction } from '../governance/proposal-action.ts';
import { type KeptProposal, proposalKind } from '../governance/proposal-kind.ts';
import { keptOrRefuse, RequestError } from '../request-error.ts';
import { requestRefusal } from '../request-refusals.ts';
import { idParamsSchema } from '../requests/listing.ts';
import { answers, UPDATE_PROBLEMS } from '../route-schema.ts';
import { readable } from '../stored/operations.ts';
import { belongingOf, entityTag, storedAnswer } from '../stored/stored-answer.ts';
import { historyRoute, readingRoutes, versionSeen, writingRoutes } from '../stored/stored-routes.ts';
import { updateHeadersSchema } from '../stored/stored-schema.ts';
import type { Api } from '../validation.ts';

/** What governs when the agreement names no rule set of its own. */
const USUAL_RULE_SET = 'k98-governance';

export function proposalRoutes(
  app: Api,
  store: Store,
  published: PublishedAgreements,
  ruleSets: Catalogue['ruleSets'],
): void {
  const kind = proposalKind(published);
  readingRoutes(app, store, kind);
  writingRoutes(app, store, kind);
  historyRoute(app, store, kind);

  const schema = {
    operationId: 'takeProposalAction',
    summary: 'Take a proposal a step on its way: submit, recommend, return, prioritise, decide, put in force',
    description:
      'Who may take which step is one table; an approval binds pool money for its years, and is refused where the pool, as ' +
      'earlier decisions have left it, does not hold it.',
    tags: ['prioritisation'],
    headers: updateHeadersSchema,
    params: idParamsSchema,
    body: actionSchema,
    response: answers('The proposal in its new state', kind.schemas.answer, UPDATE_PROBLEMS),
  };
  app.post(
    '/v1/proposals/:id/actions',
    { schema, config: { right: 'proposal.act' } },
    async (request, reply) => {
      const { identity, params, headers, body } = request;
      const seen = versionSeen(headers['if-match']);
      const proposal = await readable({ store, kind, identity }, params.id);
      if (!permits(identity, 'proposal.act', belongingOf(proposal)))
        throw new RequestError('forbidden', requestRefusal('right_missing'));
      const loaded = found('agreement', await published(), (proposal.body as KeptProposal).agreement);
      const { ruleSet } = found('rule_set', ruleSets, loaded.agreement.ruleSet ?? USUAL_RULE_SET);
      const kept = keptOrRefuse(
        await takeProposalAction({ store, identity, loaded, ruleSet }, proposal, seen, body),
      );
      return reply.header('etag', entityTag(kept)).send(storedAnswer(kept));
    },
  );
}
