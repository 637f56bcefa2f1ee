import type { Agreement, Municipality } from '../../src/agreement/agreement.ts';
import type { Store } from '../../store/write.ts';
import { municipalityReportAnswer } from '../answers/municipality-report-answer.ts';
import { municipalityReportAnswerSchema } from '../answers/municipality-report-schema.ts';
import { poolAnswer } from '../answers/pool-answer.ts';
import { poolAnswerSchema } from '../answers/pool-schema.ts';
import { priceListAnswer } from '../answers/price-list-answer.ts';
import { priceListAnswerSchema } from '../answers/price-list-schema.ts';
import type { Calculation } from '../calculation/calculation.ts';
import { decidedPool } from '../calculation/decided-pool.ts';
import { poolReports } from '../calculation/pool-reports.ts';
import { reportedYears, reportedYearsAndBefore } from '../calculation/reported-years.ts';
import type { CatalogueFor } from '../calculation/scenario-source.ts';
import { municipalityTable } from '../csv/municipality-tables.ts';
import { poolTable } from '../csv/pool-tables.ts';
import { priceListTable } from '../csv/price-list-tables.ts';
import { found } from '../found.ts';
import { sendCsv, wantsCsv } from '../negotiation.ts';
import { valueOrRefuse } from '../request-error.ts';
import { municipalityQuerySchema, poolQuerySchema, priceListQuerySchema } from '../requests/reports.ts';
import { answers, REPORT_PROBLEMS } from '../route-schema.ts';
import type { Api } from '../validation.ts';

const priceListSchema = {
  operationId: 'getPriceList',
  summary: "The price list for the municipalities' budget guide",
  description:
    'For each year and solution what one of everything its key counts costs: a citizen, a pupil, a municipality; and what ' +
    'each municipality pays, exact to the øre.',
  tags: ['reports'],
  querystring: priceListQuerySchema,
  response: answers('The price list of each year', priceListAnswerSchema, REPORT_PROBLEMS, { csv: true }),
};

const poolSchema = {
  operationId: 'getPoolReport',
  summary: 'Where the prioritisation pool came from and where it went',
  description:
    'For each year who has paid for the pool, what it has been decided for, what is left, and what that means to each ' +
    'solution and municipality. Every sum ties to the øre.',
  tags: ['reports'],
  querystring: poolQuerySchema,
  response: answers('The pool of each year', poolAnswerSchema, REPORT_PROBLEMS, { csv: true }),
};

const municipalitySchema = {
  operationId: 'getMunicipalityReport',
  summary: 'What one municipality pays, against the year before and against the others',
  description:
    'For each year in which it is a member: its amount for each solution and in all, what that has changed by since the year ' +
    'before, and where it stands among the members by price per citizen.',
  tags: ['reports'],
  querystring: municipalityQuerySchema,
  response: answers("The municipality's years", municipalityReportAnswerSchema, REPORT_PROBLEMS, {
    csv: true,
  }),
};

const config = { right: 'report.read' } as const;

export function reportRoutes(app: Api, store: Store, catalogueFor: CatalogueFor): void {
  app.get('/v1/reports/price-list', { schema: priceListSchema, config }, async (request, reply) => {
    const { identity, query } = request;
    const catalogue = await catalogueFor(identity, [query.scenario]);
    const calculation = valueOrRefuse(reportedYears(query, catalogue));
    const answer = priceListAnswer(calculation);
    if (!wantsCsv(request)) return answer;
    return sendCsv(
      reply,
      `price-list-${query.table}`,
      priceListTable(query.table, answer, namesIn(calculation)),
    );
  });

  app.get('/v1/reports/municipality', { schema: municipalitySchema, config }, async (request, reply) => {
    const { identity, query } = request;
    const catalogue = await catalogueFor(identity, [query.scenario]);
    const reported = valueOrRefuse(reportedYearsAndBefore(query, catalogue));
    const { agreement } = reported.calculation;
    const { municipality } = found('municipality', municipalitiesOf(agreement), query.municipality);
    const answer = municipalityReportAnswer(reported, municipality);
    if (!wantsCsv(request)) return answer;
    const nameOf = namesIn(reported.calculation);
    return sendCsv(reply, `municipality-${query.table}`, municipalityTable(query.table, answer, nameOf));
  });

  app.get('/v1/reports/pool', { schema: poolSchema, config }, async (request, reply) => {
    const { identity, query } = request;
    const catalogue = await catalogueFor(identity, [query.scenario]);
    const calculation = valueOrRefuse(reportedYears(query, catalogue));
    const decided = await decidedPool(store, calculation.agreement.agreement);
    const answer = poolAnswer(poolReports(calculation, decided));
    if (!wantsCsv(request)) return answer;
    return sendCsv(reply, `pool-${query.table}`, poolTable(query.table, answer, namesIn(calculation)));
  });
}

/** The names of municipalities by code. */
function namesIn({ agreement }: Calculation): (municipality: string) => string {
  const municipalities = municipalitiesOf(agreement);
  return (code) => municipalities.get(code)?.name ?? code;
}

function municipalitiesOf({ municipalities }: Agreement): ReadonlyMap<string, Municipality> {
  return new Map(municipalities.map((municipality) => [municipality.municipality, municipality]));
}
