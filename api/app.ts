import fastifySwaggerUi from '@fastify/swagger-ui';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { SelectionWorkers } from '../selection/workers.ts';
import type { Store } from '../store/write.ts';
import { SweepWorkers } from '../sweeps/workers.ts';
import { type AccessSettings, controlAccess } from './access/access.ts';
import { newKey } from './access/keys.ts';
import { logRefusals } from './access/refusal-log.ts';
import { agreementSource } from './calculation/agreement-source.ts';
import { catalogueOf, type LoadedData } from './calculation/catalogue.ts';
import { pricedAnswers } from './calculation/priced-answers.ts';
import { scenarioSource } from './calculation/scenario-source.ts';
import { answerClientError } from './client-error.ts';
import { answerErrors, type FailureReport, sendProblem } from './error-handler.ts';
import { keepStartingPlans } from './invoicing/kept-plans.ts';
import { BODY_LIMIT, readJsonBodies } from './json-body.ts';
import { watchMethods } from './method-not-allowed.ts';
import { refuseUnofferedTypes } from './negotiation.ts';
import { describeApi } from './openapi.ts';
import { pageRoutes } from './page/page-routes.ts';
import { refuseUnreadableAddresses } from './readable-address.ts';
import { RequestError } from './request-error.ts';
import { requestRefusal } from './request-refusals.ts';
import { accessionRoutes } from './routes/accessions.ts';
import { agreementRoutes } from './routes/agreements.ts';
import { analysisRoutes } from './routes/analysis.ts';
import { apiKeyRoutes } from './routes/api-keys.ts';
import { auditRoutes } from './routes/audit.ts';
import { ballotRoutes } from './routes/ballots.ts';
import { bodyRoutes } from './routes/bodies.ts';
import { compareRoutes } from './routes/compare.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { explanationRoutes } from './routes/explanations.ts';
import { healthRoutes } from './routes/health.ts';
import { indexVintageRoutes } from './routes/index-vintages.ts';
import { initiativeTableRoutes } from './routes/initiative-tables.ts';
import { initiativeRoutes } from './routes/initiatives.ts';
import { invoiceRunRoutes } from './routes/invoice-runs.ts';
import { invoiceRoutes } from './routes/invoices.ts';
import { meRoutes } from './routes/me.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { openApiRoutes } from './routes/openapi.ts';
import { pastAmountRoutes } from './routes/past-amounts.ts';
import { priceRoutes } from './routes/price.ts';
import { prioritisationRoutes } from './routes/prioritisations.ts';
import { proposalRoutes } from './routes/proposals.ts';
import { rebaseRoutes } from './routes/rebase.ts';
import { reportRoutes } from './routes/reports.ts';
import { resultRoutes } from './routes/results.ts';
import { ruleSetRoutes } from './routes/rule-sets.ts';
import { scenarioRoutes } from './routes/scenarios.ts';
import { selectionRoutes } from './routes/selections.ts';
import { simulationRoutes } from './routes/simulations.ts';
import { splitPlanRoutes } from './routes/split-plans.ts';
import { splitsRoutes } from './routes/splits.ts';
import { statementRoutes } from './routes/statements.ts';
import { sweepRoutes } from './routes/sweeps.ts';
import { workbookRoute } from './routes/workbook.ts';
import { sendSecurityHeaders } from './service/headers.ts';
import { logAnswers } from './service/log.ts';
import { type Metrics, measure } from './service/metrics.ts';
import { type RateLimits, rateLimits } from './service/rate-limits.ts';
import { readinessOf } from './service/readiness.ts';
import { requestId, tellRequestIds } from './service/request-id.ts';
import { AGREEMENTS } from './stored/agreement-kind.ts';
import { keepShipped, keepShippedParts } from './stored/keep-shipped.ts';
import { shippedInitiatives, shippedProposals } from './stored/shipped-portfolio.ts';
import { SweepRunner } from './sweeps/sweep-runner.ts';
import { type Api, serialiseAsJson, validateByZod } from './validation.ts';

/** How the application answers, as far as it does not follow from its data. */
export interface AppOptions {
  /** Told of every failure that is ours; the client is told nothing of it. */
  readonly report: FailureReport;
  /** An open store whose schema is up to date. */
  readonly store: Store;
  /** Without it everybody is the one local user, and only requests from this machine's own pages are taken. */
  readonly access?: AccessSettings | undefined;
  /** Makes a key for a program; random ones when it is left out. */
  readonly makeKey?: () => string;
  /** Where each answer gets a line; without it there is no log. */
  readonly log?: FastifyBaseLogger;
  /** How many requests one user or program may send in a minute; without it as many as they like. */
  readonly requestsPerMinute?: number | undefined;
  /** In how many threads sweeps are computed here; without it they are left to other replicas. */
  readonly sweepThreads?: number;
  /** Proxies that are believed when they say whom a request comes from. */
  readonly trustedProxies?: readonly string[];
  /** The folder of the built page; left out: there is none. */
  readonly page?: string | undefined;
}

/** The application that answers from the loaded data. It opens no port and reads no file: the caller does. */
export async function buildApp(data: LoadedData, options: AppOptions): Promise<FastifyInstance> {
  const {
    report,
    store,
    access,
    makeKey = newKey,
    log,
    requestsPerMinute,
    trustedProxies = [],
    page,
  } = options;
  const answerError = answerErrors(report);
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    // Requests on open connections are still answered while the server drains.
    return503OnClosing: false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    handlerTimeout: ANSWER_TIMEOUT_MS,
    genReqId: requestId,
    trustProxy: [...trustedProxies],
    // The one line of each answer is our own: the framework's would name addresses.
    logController: new LogController({ disableRequestLogging: true }),
    ...(log && { loggerInstance: log }),
    clientErrorHandler: answerClientError,
    frameworkErrors: answerError,
  });
  app.setErrorHandler(answerError);
  app.setValidatorCompiler(validateByZod);
  app.setSerializerCompiler(serialiseAsJson);
  readJsonBodies(app);
  tellRequestIds(app);
  if (log !== undefined) logAnswers(app);
  const metrics = measure(app, store);
  await sendSecurityHeaders(app);
  const limits = requestsPerMinute === undefined ? NO_LIMITS : await rateLimits(app, requestsPerMinute);
  limits.limitAddresses();
  refuseUnreadableAddresses(app);
  refuseUnofferedTypes(app);
  logRefusals(app, store, report);
  await controlAccess(app, store, access);
  limits.limitIdentities();
  await describeApi(app);
  await app.register(fastifySwaggerUi, { routePrefix: '/docs' });
  const refuseOtherMethods = watchMethods(app);
  const answerAsPage = await pageRoutes(app, page);
  app.setNotFoundHandler((request, reply) => {
    if (answerAsPage(request, reply)) return;
    sendProblem(new RequestError('unknown-resource', requestRefusal('route_unknown')), request, reply);
  });
  await keepLoaded(store, data);
  await registerRoutes(app, data, store, computeSweeps(app, options));
  serviceRoutes(app, store, metrics);
  apiKeyRoutes(app, store, makeKey);
  auditRoutes(app, store);
  refuseOtherMethods();
  await app.ready();
  return app;
}

/** How long a client may take to send its request, and how long it waits for the answer. */
const REQUEST_TIMEOUT_MS = 60_000;
const ANSWER_TIMEOUT_MS = 60_000;

const NO_LIMITS: RateLimits = { limitAddresses: () => undefined, limitIdentities: () => undefined };

/** What whoever runs the service asks it about itself. */
function serviceRoutes(app: Api, store: Store, metrics: Metrics): void {
  const readiness = readinessOf(store);
  app.addHook('preClose', async () => readiness.drain());
  healthRoutes(app, readiness);
  metricsRoutes(app, metrics);
}

async function registerRoutes(
  app: Api,
  data: LoadedData,
  store: Store,
  sweepWorkers: SweepWorkers,
): Promise<void> {
  const published = agreementSource(data.agreements, store);
  const catalogueFor = scenarioSource(data, store, published);
  openApiRoutes(app);
  meRoutes(app);
  agreementRoutes(app, store, published);
  await pastAmountRoutes(app, store, published);
  indexVintageRoutes(app, store, published);
  accessionRoutes(app, store, published);
  scenarioRoutes(app, store, catalogueFor);
  workbookRoute(app, catalogueFor);
  proposalRoutes(app, store, published, catalogueOf(data).ruleSets);
  initiativeRoutes(app, store, published);
  await initiativeTableRoutes(app, store, published);
  bodyRoutes(app, store, published);
  decisionRoutes(app, store);
  ballotRoutes(app, store, published);
  const priced = pricedAnswers();
  priceRoutes(app, catalogueFor, priced);
  resultRoutes(app, store, catalogueFor, priced);
  explanationRoutes(app, catalogueFor);
  analysisRoutes(app, catalogueFor);
  splitsRoutes(app);
  compareRoutes(app, catalogueFor);
  rebaseRoutes(app, catalogueFor);
  ruleSetRoutes(app, catalogueOf(data));
  simulationRoutes(app, store, catalogueFor);
  reportRoutes(app, store, catalogueFor);
  await splitPlanRoutes(app, store, published);
  const setting = { store, published, catalogueFor, invoicing: data.invoicing };
  invoiceRunRoutes(app, setting);
  invoiceRoutes(app, store);
  statementRoutes(app, setting);
  const workers = selectionWorkersOf(app);
  prioritisationRoutes(app, store, catalogueFor, workers);
  sweepRoutes(app, store, catalogueFor, sweepWorkers);
  await selectionRoutes(app, workers);
}

/** Threads for sweeps: they end with the application, and what they were at is taken up again at the next start. */
function computeSweeps(app: Api, { store, report, sweepThreads }: AppOptions): SweepWorkers {
  const workers = new SweepWorkers(sweepThreads);
  const runner = new SweepRunner(store, workers, report);
  if (sweepThreads !== undefined) app.addHook('onReady', () => runner.start());
  app.addHook('onClose', async () => {
    await runner.stop();
    await workers.close();
  });
  return workers;
}

/** Their threads end with the application. */
function selectionWorkersOf(app: Api): SelectionWorkers {
  const workers = new SelectionWorkers();
  app.addHook('onClose', () => workers.close());
  return workers;
}

/** What lies in the program's own folders is kept beside what people keep. */
async function keepLoaded(store: Store, data: LoadedData): Promise<void> {
  const { agreements, portfolios, scenarios, invoicing } = data;
  const contents = scenarios.map(({ id, $schema: _, ...content }) => [id, content] as const);
  const documents = agreements.map(({ document }) => [document.agreement, { document }] as const);
  await keepShipped(store, AGREEMENTS, new Map(documents));
  await keepShippedParts(store);
  await keepShipped(store, 'scenarios', new Map(contents));
  await keepShipped(store, 'initiatives', shippedInitiatives(portfolios));
  await keepShipped(store, 'proposals', shippedProposals(portfolios));
  for (const [agreement, { plans }] of invoicing) await keepStartingPlans(store, agreement, plans);
}
