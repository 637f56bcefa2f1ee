import { z } from 'zod';
import { ballotActionSchema, type PaperDocument, paperRequestSchema } from '../../data/schema/ballot.ts';
import { notClosed } from '../../src/prioritisation/ballot/ballot-refusals.ts';
import { stateAt } from '../../src/prioritisation/ballot/course.ts';
import { refused } from '../../src/refusal.ts';
import { timestamp } from '../../store/clock.ts';
import type { ResourceVersion } from '../../store/resource-versions.ts';
import type { Store } from '../../store/write.ts';
import { actOnBallot } from '../ballots/ballot-action.ts';
import { ballotKind, courseOf, type KeptBallot } from '../ballots/ballot-kind.ts';
import { ballotResult } from '../ballots/ballot-result.ts';
import { castPaper } from '../ballots/cast-paper.ts';
import { paperAnswerSchema, papersAnswerSchema, resultAnswerSchema } from '../ballots/paper-answers.ts';
import { papersOf } from '../ballots/papers.ts';
import { paperAnswer, seenPapers } from '../ballots/seen-papers.ts';
import type { PublishedAgreements } from '../calculation/agreement-source.ts';
import { found } from '../found.ts';
import { keptOrRefuse } from '../request-error.ts';
import { idParamsSchema } from '../requests/listing.ts';
import { ADDRESS_PROBLEMS, answers, UPDATE_PROBLEMS } from '../route-schema.ts';
import { readable } from '../stored/operations.ts';
import { entityTag, storedAnswer } from '../stored/stored-answer.ts';
import { historyRoute, readingRoutes, versionSeen, writingRoutes } from '../stored/stored-routes.ts';
import { asOfQuerySchema, momentOf, updateHeadersSchema } from '../stored/stored-schema.ts';
import type { Api } from '../validation.ts';

export function ballotRoutes(app: Api, store: Store, published: PublishedAgreements): void {
  const kind = ballotKind(published);
  readingRoutes(app, store, kind);
  writingRoutes(app, store, kind);
  historyRoute(app, store, kind);

  const agreementOf = async ({ body }: ResourceVersion) =>
    found('agreement', await published(), (body as KeptBallot).agreement).agreement;

  const schema = {
    ...ACTION_SCHEMA,
    response: answers('Its new state', kind.schemas.answer, UPDATE_PROBLEMS),
  };
  app.post(
    '/v1/ballots/:id/actions',
    { schema, config: { right: 'ballot.manage' } },
    async (request, reply) => {
      const { identity, params, headers, body } = request;
      const seen = versionSeen(headers['if-match']);
      const ballot = await readable({ store, kind, identity }, params.id);
      const kept = keptOrRefuse(await actOnBallot(store, identity, ballot, seen, body));
      return reply.header('etag', entityTag(kept)).send(storedAnswer(kept));
    },
  );

  app.put(
    '/v1/ballots/:id/paper',
    { schema: PAPER_SCHEMA, config: { right: 'ballot.cast' } },
    async ({ identity, params, headers, body }, reply) => {
      const ballot = await readable({ store, kind, identity }, params.id);
      const tag = headers['if-match'];
      const seen = tag === undefined ? undefined : versionSeen(tag);
      const setting = { store, identity, agreement: await agreementOf(ballot) };
      const kept = keptOrRefuse(await castPaper(setting, ballot, seen, body));
      return reply.header('etag', entityTag(kept)).send(paperAnswer(kept));
    },
  );

  app.get(
    '/v1/ballots/:id/papers',
    { schema: PAPERS_SCHEMA, config: { right: 'ballot.read' } },
    async ({ identity, params, query }) => {
      const ballot = await readable({ store, kind, identity }, params.id);
      const asOf = momentOf(query.asOf);
      return seenPapers(store, identity, ballot, {
        withHistory: query.versions === 'all',
        ...(asOf !== undefined && { asOf }),
      });
    },
  );

  app.get(
    '/v1/ballots/:id/result',
    { schema: RESULT_SCHEMA, config: { right: 'ballot.read' } },
    async ({ identity, params }) => {
      const ballot = await readable({ store, kind, identity }, params.id);
      const state = stateAt(courseOf(ballot), timestamp(store.clock()));
      if (state !== 'closed') return keptOrRefuse(refused(notClosed(state)));
      const papers = await papersOf(store.database.query, ballot.id);
      const documents = papers.map(({ body }) => body as PaperDocument);
      return ballotResult(ballot.id, ballot.body as KeptBallot, documents, await agreementOf(ballot));
    },
  );
}

const ACTION_SCHEMA = {
  operationId: 'actOnBallot',
  summary: 'Open a ballot, or close it before its moment',
  description: 'A draft is opened once and closed once. With `closesAt` it closes by itself.',
  tags: ['prioritisation'],
  headers: updateHeadersSchema,
  params: idParamsSchema,
  body: ballotActionSchema,
};

const PAPER_SCHEMA = {
  operationId: 'castPaper',
  summary: 'Vote in an open ballot, or change your vote',
  description:
    'Each voter has one paper. The first needs no If-Match; to change it, send its version. What you voted before stays in its history.',
  tags: ['prioritisation'],
  headers: updateHeadersSchema,
  params: idParamsSchema,
  body: paperRequestSchema,
  response: answers('Your paper', paperAnswerSchema, UPDATE_PROBLEMS),
};

const PAPERS_SCHEMA = {
  operationId: 'listPapers',
  summary: 'The papers of a ballot that you may see, and how many are cast',
  description: 'Of a secret ballot that is not closed you see your own paper only.',
  tags: ['prioritisation'],
  params: idParamsSchema,
  querystring: asOfQuerySchema.extend({
    versions: z.enum(['newest', 'all']).exactOptional().meta({ description: '"all": with what was changed' }),
  }),
  response: answers('The papers', papersAnswerSchema, ADDRESS_PROBLEMS),
};

const RESULT_SCHEMA = {
  operationId: 'getBallotResult',
  summary: 'The result of a closed ballot, ready for POST /v1/selections',
  description: 'Add a method to `selection`, and Equal Shares or greedy chooses by the votes.',
  tags: ['prioritisation'],
  params: idParamsSchema,
  response: answers('The result', resultAnswerSchema, [...ADDRESS_PROBLEMS, 'conflict']),
};
