import { permits } from '../../src/access/permissions.ts';
import type { ResourceVersion } from '../../store/resource-versions.ts';
import type { Store } from '../../store/write.ts';
import type { PublishedAgreements } from '../calculation/agreement-source.ts';
import type { Catalogue } from '../calculation/catalogue.ts';
import { found } from '../found.ts';
import { actionSchema } from '../governance/action-schema.ts';
import { takeProposalAction } from '../governance/proposal-action.ts';
import { type KeptProposal, proposalKind, proposalSharedFrom } from '../governance/proposal-kind.ts';
import type { Governing } from '../governance/proposal-standing.ts';
import { proposalWay } from '../governance/proposal-way.ts';
import { wayAnswerSchema } from '../governance/way-schema.ts';
import { keptOrRefuse, RequestError, valueOrRefuse } from '../request-error.ts';
import { requestRefusal } from '../request-refusals.ts';
import { idParamsSchema } from '../requests/listing.ts';
import { ADDRESS_PROBLEMS, answers, UPDATE_PROBLEMS } from '../route-schema.ts';
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

  /** The agreement and the rules that a proposal is held against. */
  const governing = async ({ body }: ResourceVersion): Promise<Governing> => {
    const loaded = found('agreement', await published(), (body as KeptProposal).agreement);
    const { ruleSet } = found('rule_set', ruleSets, loaded.agreement.ruleSet ?? USUAL_RULE_SET);
    return { loaded, ruleSet };
  };

  app.get(
    '/v1/proposals/:id/way',
    { schema: WAY_SCHEMA, config: { right: 'proposal.read' } },
    async ({ identity, params }, reply) => {
      const proposal = await readable({ store, kind, identity }, params.id);
      const way = await proposalWay(store, await governing(proposal), proposal, identity);
      return reply.header('etag', entityTag(proposal)).send(valueOrRefuse(way));
    },
  );

  const schema = {
    ...ACTION_SCHEMA,
    response: answers('Its new state', kind.schemas.answer, UPDATE_PROBLEMS),
  };
  app.post(
    '/v1/proposals/:id/actions',
    { schema, config: { right: 'proposal.act' } },
    async (request, reply) => {
      const { identity, params, headers, body } = request;
      const seen = versionSeen(headers['if-match']);
      const proposal = await readable({ store, kind, identity }, params.id);
      if (!permits(identity, 'proposal.act', belongingOf(proposal, proposalSharedFrom)))
        throw new RequestError('forbidden', requestRefusal('right_missing'));
      const setting = { store, identity, ...(await governing(proposal)) };
      const kept = keptOrRefuse(await takeProposalAction(setting, proposal, seen, body));
      return reply.header('etag', entityTag(kept)).send(storedAnswer(kept));
    },
  );
}

const WAY_SCHEMA = {
  operationId: 'getProposalWay',
  summary: 'The way of a proposal: what was done, by whom and with which votes, and what can be done next',
  description:
    'Says of every next step which bodies may take it and whether you may, and what would hinder an approval now. Its ETag is ' +
    'what a step has to bring in If-Match.',
  tags: ['prioritisation'],
  params: idParamsSchema,
  response: answers('The way', wayAnswerSchema, [...ADDRESS_PROBLEMS, 'refused']),
};

const ACTION_SCHEMA = {
  operationId: 'takeProposalAction',
  summary: 'Take a proposal a step on its way: submit, recommend, return, prioritise, decide, put in force',
  description:
    'Who may take which step is one table; an approval binds pool money for its years, and is refused where the pool, as ' +
    'earlier decisions have left it, does not hold it.',
  tags: ['prioritisation'],
  headers: updateHeadersSchema,
  params: idParamsSchema,
  body: actionSchema,
};
