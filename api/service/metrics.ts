import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { StoreLoad } from '../../store/load.ts';
import type { Store } from '../../store/write.ts';
import { routeOf } from './log.ts';

/** From an answer out of memory to the longest that anybody waits for. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Memory, processor, garbage collection and the lag of the event loop belong to the process, whatever runs in it. */
const ofProcess = new Registry();
let areCollected = false;

/** What is written at `/metrics`, and of which type. */
export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
}

/**
 * Counts the answers of every route registered after it, and reads the store's load when it is asked. Labels are routes, methods and statuses:
 * nothing that people wrote, and nobody's name.
 */
export function measure(app: FastifyInstance, { database }: Store): Metrics {
  if (!areCollected) collectDefaultMetrics({ register: ofProcess });
  areCollected = true;
  const ofApp = new Registry();
  timeAnswers(app, ofApp);
  readLoad(ofApp, database.load);
  const all = Registry.merge([ofProcess, ofApp]);
  return { contentType: all.contentType, text: () => all.metrics() };
}

function timeAnswers(app: FastifyInstance, registry: Registry): void {
  const seconds = new Histogram({
    name: 'k98_http_request_duration_seconds',
    help: 'Time to an answer, by route and status; its count is the number of requests',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: routeOf(request) ?? 'none', status: reply.statusCode };
    seconds.observe(labels, reply.elapsedTime / 1_000);
  });
}

function readLoad(registry: Registry, load: StoreLoad): void {
  const total = (name: string, help: string, read: () => number) =>
    new Counter({
      name,
      help,
      registers: [registry],
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  total('k98_store_queries_total', 'Queries sent to the database', () => load.queries);
  total('k98_store_failures_total', 'Queries that came to nothing', () => load.failures);
  total('k98_store_seconds_total', 'Time spent waiting for the database', () => load.seconds);
  new Gauge({
    name: 'k98_store_writes',
    help: 'Writes under way or waiting for the write lock',
    registers: [registry],
    collect() {
      this.set(load.writes);
    },
  });
}
