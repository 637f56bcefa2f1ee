import { accessionEntrySchema, agreementVersionSchema } from '../../data/schema/accession.ts';
import type { Identity } from '../../src/access/identity.ts';
import { danishDay } from '../../store/clock.ts';
import type { Store } from '../../store/write.ts';
import {
  accessionAnswerSchema,
  entriesQuerySchema,
  entryPageSchema,
  entryRequestSchema,
  standingQuerySchema,
} from '../accession/accession-schema.ts';
import { addAgreementVersion, type Recording, recordAccession, registerOf } from '../accession/register.ts';
import { standingsAnswer, standingsTable } from '../accession/standings.ts';
import type { PublishedAgreements } from '../calculation/agreement-source.ts';
import { found } from '../found.ts';
import { pageOf } from '../listing.ts';
import { sendCsv, wantsCsv } from '../negotiation.ts';
import { keptOrRefuse } from '../request-error.ts';
import { idParamsSchema } from '../requests/listing.ts';
import { ADDRESS_PROBLEMS, answers, CREATION_PROBLEMS, LIST_PROBLEMS } from '../route-schema.ts';
import { sendKeptAnswer } from '../stored/stored-routes.ts';
import { creationHeadersSchema } from '../stored/stored-schema.ts';
import type { Api } from '../validation.ts';

const tags = ['accession'];
const READ_PROBLEMS = [...LIST_PROBLEMS, ...ADDRESS_PROBLEMS] as const;
const RECORD_PROBLEMS = [...CREATION_PROBLEMS, 'unknown-resource'] as const;

const standingsSchema = {
  operationId: 'getAccessions',
  summary: 'Who has joined an agreement, as of any day',
  description:
    'Per municipality invited, signed (which text, which day), notice of withdrawal and its last year. A day shows what the ' +
    'register knew by its end: later lines and corrections do not change it.',
  tags,
  params: idParamsSchema,
  querystring: standingQuerySchema,
  response: answers('The municipalities by code', accessionAnswerSchema, READ_PROBLEMS, { csv: true }),
};

const entriesSchema = {
  operationId: 'listAccessionEntries',
  summary: 'The lines of the register, oldest first',
  tags,
  params: idParamsSchema,
  querystring: entriesQuerySchema,
  response: answers('A page, by number', entryPageSchema, READ_PROBLEMS),
};

const recordSchema = {
  operationId: 'recordAccession',
  summary: 'Record an invitation, a signature, a notice of withdrawal or a correction',
  description: 'Lines are never altered: a correction takes one out of force from the day it is recorded.',
  tags,
  headers: creationHeadersSchema,
  params: idParamsSchema,
  body: entryRequestSchema,
  response: answers('The line', accessionEntrySchema, RECORD_PROBLEMS, { status: 201 }),
};

const versionSchema = {
  operationId: 'addAgreementVersion',
  summary: 'Add a text of the agreement that was sent round, with what it changes',
  tags,
  headers: creationHeadersSchema,
  params: idParamsSchema,
  body: agreementVersionSchema,
  response: answers('The version', agreementVersionSchema, RECORD_PROBLEMS, { status: 201 }),
};

const READ = { right: 'accession.read' } as const;
const RECORD = { right: 'accession.record' } as const;

export function accessionRoutes(app: Api, store: Store, published: PublishedAgreements): void {
  const path = '/v1/accessions/:id';
  const agreementOf = async (id: string) => found('agreement', await published(), id);
  const recording = async (
    id: string,
    identity: Identity,
    idempotencyKey: string | undefined,
  ): Promise<Recording> => ({
    store,
    identity,
    loaded: await agreementOf(id),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  });

  app.get(path, { schema: standingsSchema, config: READ }, async (request, reply) => {
    const { day = danishDay(store.clock()) } = request.query;
    const answer = standingsAnswer(await agreementOf(request.params.id), day);
    return wantsCsv(request) ? sendCsv(reply, 'accessions', standingsTable(answer)) : answer;
  });

  app.get(`${path}/entries`, { schema: entriesSchema, config: READ }, async ({ params, query }) => {
    const { entries } = registerOf(await agreementOf(params.id));
    const { municipality } = query;
    const wanted = entries.filter((line) => municipality === undefined || line.municipality === municipality);
    return pageOf(new Map(wanted.map((line) => [paddedNumber(line.entry), line])), query);
  });

  app.post(`${path}/entries`, { schema: recordSchema, config: RECORD }, async (request, reply) => {
    const { params, identity, headers, body } = request;
    const to = await recording(params.id, identity, headers['idempotency-key']);
    const { status, answer } = keptOrRefuse(await recordAccession(to, body));
    return sendKeptAnswer(reply, status, answer);
  });

  app.post(`${path}/versions`, { schema: versionSchema, config: RECORD }, async (request, reply) => {
    const { params, identity, headers, body } = request;
    const to = await recording(params.id, identity, headers['idempotency-key']);
    const { status, answer } = keptOrRefuse(await addAgreementVersion(to, body));
    return sendKeptAnswer(reply, status, answer);
  });
}

/** The number of a line in a form in which text order is the order of numbers. */
function paddedNumber(entry: number): string {
  return String(entry).padStart(8, '0');
}
