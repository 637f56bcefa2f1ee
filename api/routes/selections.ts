import type { FastifyReply } from 'fastify';
import { selectionRequestSchema } from '../../data/schema/selection.ts';
import { selectionAnswerSchema } from '../../data/schema/selection-answer.ts';
import type { SelectionReply, SelectionWorkers } from '../../selection/workers.ts';
import { sendJsonBytes } from '../negotiation.ts';
import { answers, BODY_PROBLEMS } from '../route-schema.ts';
import { selectionFailure } from '../selection-failure.ts';
import type { Api } from '../validation.ts';

/** 100,000 voters with forty approvals each take about half of it. */
const SELECTION_BODY_LIMIT = 64 * 1024 * 1024;

/** Waiting in line and being chosen: the workers end what takes too long before that. */
const SELECTION_TIMEOUT_MS = 30 * 60_000;

const schema = {
  operationId: 'chooseInitiatives',
  summary: 'Choose initiatives within a budget: the best set, greedily, or by the Method of Equal Shares',
  description:
    'Everything is exact, and the order of the lists changes nothing. Every yes and no has its reason; nothing is ' +
    'recommended. A request that is cancelled is no longer worked on.',
  tags: ['prioritisation'],
  body: selectionRequestSchema,
  response: answers('What is chosen, and why', selectionAnswerSchema, [...BODY_PROBLEMS, 'busy']),
};

/** Bodies go to the workers as they came: to read a large one here would keep everybody else waiting. */
export async function selectionRoutes(app: Api, workers: SelectionWorkers): Promise<void> {
  await app.register(async (scope: Api) => {
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer' },
      async (_: unknown, body: Buffer) => body,
    );
    scope.post<{ Body?: Buffer }>(
      '/v1/selections',
      {
        schema,
        config: { right: 'model.compute' },
        bodyLimit: SELECTION_BODY_LIMIT,
        handlerTimeout: SELECTION_TIMEOUT_MS,
        validatorCompiler: () => (value) => ({ value }),
      },
      async (request, reply) => {
        const cancelled = new AbortController();
        reply.raw.once('close', () => cancelled.abort());
        return send(reply, await workers.answer(request.body ?? NOTHING, cancelled.signal));
      },
    );
  });
}

/** A request without a body is answered by the same reader as one with a wrong body. */
const NOTHING = new Uint8Array();

function send(reply: FastifyReply, answer: SelectionReply): FastifyReply {
  switch (answer.kind) {
    case 'answered':
      return sendJsonBytes(
        reply,
        Buffer.from(answer.json.buffer, answer.json.byteOffset, answer.json.byteLength),
      );
    case 'cancelled':
      return reply.hijack();
    default:
      throw selectionFailure(answer);
  }
}
