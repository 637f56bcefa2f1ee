import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { loadedAgreement } from '../../data/load-agreement.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { invariant } from '../../src/refusal.ts';
import { readContent } from '../../store/contents.ts';
import { sweepProgress } from '../../store/sweeps.ts';
import type { Store } from '../../store/write.ts';
import { pointParts } from '../../sweeps/sweep.ts';
import type { SweepWorkers } from '../../sweeps/workers.ts';
import type { CatalogueFor } from '../calculation/scenario-source.ts';
import { preferredOf, wantsCsv } from '../negotiation.ts';
import { idParamsSchema } from '../requests/listing.ts';
import { ADDRESS_PROBLEMS, answers, plainAnswers } from '../route-schema.ts';
import { readable } from '../stored/operations.ts';
import { creatingRoute, historyRoute, readingRoutes, removingRoute } from '../stored/stored-routes.ts';
import { type KeptSweep, sweepOf } from '../sweeps/kept-sweep.ts';
import { sweepKind } from '../sweeps/sweep-kind.ts';
import { sweepResult } from '../sweeps/sweep-result.ts';
import { type SweepResult, sweepResultSchema } from '../sweeps/sweep-schema.ts';
import type { Api } from '../validation.ts';

const EVENTS = 'text/event-stream';
const EVENT_MS = 500;
/** The rows of so many points take a megabyte or two. */
const POINTS_AT_ONCE = 1_000;

const resultSchema = {
  operationId: 'getSweepResult',
  summary: 'How far a sweep has come, and how its figures are distributed',
  description:
    'Percentiles per year, solution and municipality, and how often bounds are crossed, over the points that are done. As text/event-stream ' +
    'the same as an event twice a second, until the sweep is done.',
  tags: ['scenarios'],
  params: idParamsSchema,
  response: answers('The result so far', sweepResultSchema, ADDRESS_PROBLEMS, {
    also: { [EVENTS]: z.string().meta({ description: 'Server-sent events whose data is the same as JSON' }) },
  }),
};

const pointsSchema = {
  operationId: 'streamSweepPoints',
  summary: 'Every point of a sweep with its figures',
  description:
    'Computed as it is read, one line for each point in the order of the points: NDJSON, or rows for a spreadsheet. Each point depends on its ' +
    'number alone, so the same sweep always gives the same lines.',
  tags: ['scenarios'],
  params: idParamsSchema,
  response: plainAnswers(
    'The points',
    {
      'application/x-ndjson': z.string().meta({ description: 'One JSON object to a line' }),
      'text/csv': z.string().meta({ description: 'Semicolons, decimal comma' }),
    },
    ADDRESS_PROBLEMS,
  ),
};

/** Sweeps are kept like other things; deleting one cancels it. */
export function sweepRoutes(app: Api, store: Store, catalogueFor: CatalogueFor, workers: SweepWorkers): void {
  const kind = sweepKind(catalogueFor);
  readingRoutes(app, store, kind);
  creatingRoute(app, store, kind);
  removingRoute(app, store, kind);
  historyRoute(app, store, kind);
  const keptSweep = async ({ params, identity }: Asking) =>
    (await readable({ store, kind, identity }, params.id)).body as KeptSweep;
  const documentOf = async ({ computed }: KeptSweep) =>
    (await readContent(store.database.query, computed.agreement)) as AgreementDocument;
  const config = { right: kind.read };

  app.get('/v1/sweeps/:id/result', { schema: resultSchema, config }, async (request, reply) => {
    const kept = await keptSweep(request);
    const loaded = loadedAgreement(await documentOf(kept));
    invariant(loaded.ok, 'the agreement of a sweep was checked before it was kept');
    const resultNow = async () =>
      sweepResult(kept, await sweepProgress(store, request.params.id), loaded.value.agreement);
    if (preferredOf(request) !== EVENTS) return resultNow();
    return reply.type(`${EVENTS}; charset=utf-8`).send(Readable.from(events(resultNow, closed(request))));
  });

  app.get('/v1/sweeps/:id/points', { schema: pointsSchema, config }, async (request, reply) => {
    const kept = await keptSweep(request);
    const wanted = wantsCsv(request) ? 'csv' : 'ndjson';
    const task = { sweep: sweepOf(kept), agreement: await documentOf(kept) };
    const signal = closed(request);
    async function* lines() {
      for (const range of pointParts(task.sweep, POINTS_AT_ONCE))
        yield await workers.rows(task, wanted, range, signal);
    }
    const type = wanted === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/x-ndjson';
    return reply.type(type).send(Readable.from(lines()));
  });
}

type Asking = Pick<FastifyRequest, 'identity'> & { readonly params: { readonly id: string } };

/** Aborted when whoever asked has gone. */
function closed(request: FastifyRequest): AbortSignal {
  const controller = new AbortController();
  request.raw.once('close', () => {
    if (request.raw.destroyed) controller.abort();
  });
  return controller.signal;
}

async function* events(resultNow: () => Promise<SweepResult>, gone: AbortSignal) {
  while (!gone.aborted) {
    const result = await resultNow();
    yield `event: progress\ndata: ${JSON.stringify(result)}\n\n`;
    if (result.state === 'done' || result.state === 'failed') return;
    await pause(EVENT_MS);
  }
}
