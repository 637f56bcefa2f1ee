import { type ChildServer, residentMegabytes, startServer } from './child-server.ts';
import { timesUnderLoad } from './load.ts';
import { comparison, newQuestions, sameQuestion } from './questions.ts';
import { besideLimit, besidePeer, type Row } from './row.ts';

const CONNECTIONS = [1, 16, 64] as const;
const SECONDS = 3;
const COMPARISON_SECONDS = 8;
const WARM_UP_SECONDS = 1;
/** What p95 of a price may take when as many ask at once. */
const PRICE_LIMIT = { connections: 16, milliseconds: 10 };
const START_LIMIT_MS = 5_000;

interface Question {
  readonly what: string;
  readonly route: string;
  readonly nextBody: () => string;
  readonly seconds: number;
}

const QUESTIONS: readonly Question[] = [
  { what: 'POST /v1/price, warm', route: '/v1/price', nextBody: sameQuestion, seconds: SECONDS },
  { what: 'POST /v1/price, cold', route: '/v1/price', nextBody: newQuestions(), seconds: SECONDS },
  {
    what: 'POST /v1/compare, 20 scenarios',
    route: '/v1/compare',
    nextBody: comparison,
    seconds: COMPARISON_SECONDS,
  },
];

/** The service over HTTP beside a bare route that returns the same bytes, from one person asking to 64; and what it takes to start. */
export async function measureService(): Promise<Row[]> {
  const begin = performance.now();
  const server = await startServer('api/server.ts');
  const start = performance.now() - begin;
  const before = await residentMegabytes(server);
  const rows: Row[] = [];
  for (const question of QUESTIONS) rows.push(...(await besideBareRoute(server, question)));
  const after = await residentMegabytes(server);
  await server.stop();
  const started = besideLimit(
    { what: 'the service started, schema and data kept', milliseconds: start },
    START_LIMIT_MS,
  );
  return [{ ...started, note: `${before} MiB resident, ${after} MiB after all requests` }, ...rows];
}

async function besideBareRoute(
  server: ChildServer,
  { what, route, nextBody, seconds }: Question,
): Promise<Row[]> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(server.url + route, { method: 'POST', headers, body: nextBody() });
  const bare = await startServer('bench/bare-server.ts', await answer.text());
  const rows: Row[] = [];
  for (const connections of CONNECTIONS) {
    const ours = await load(server.url + route, connections, nextBody, seconds);
    // The bare server has the one route, whatever its answer stands for.
    const theirs = await load(`${bare.url}/v1/price`, connections, nextBody, seconds);
    const figure = { what: `${what}, ${connections} connections, p95`, milliseconds: ours.p95 };
    const peer = { what: 'bare Fastify route, same bytes', milliseconds: theirs.p95 };
    const share = Math.round((ours.perSecond / theirs.perSecond) * 100);
    const answered = ours.perSecond === 0 ? `no answer in ${seconds} s; ` : '';
    const note = `${answered}p50 ${ours.p50.toFixed(1)}, p99 ${ours.p99.toFixed(1)} ms; ${Math.round(ours.perSecond)} a second, ${share} % of the bare route`;
    rows.push({ ...besidePeer(figure, peer), note });
    if (route === '/v1/price' && connections === PRICE_LIMIT.connections)
      rows.push(besideLimit(figure, PRICE_LIMIT.milliseconds));
  }
  await bare.stop();
  return rows;
}

interface Load {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly perSecond: number;
}

async function load(
  url: string,
  connections: number,
  nextBody: () => string,
  seconds: number,
): Promise<Load> {
  await timesUnderLoad(url, connections, nextBody, WARM_UP_SECONDS);
  const times = await timesUnderLoad(url, connections, nextBody, seconds);
  // Without an answer it took at least as long as anybody waited.
  const at = (share: number) => times[Math.floor(times.length * share)] ?? seconds * 1_000;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), perSecond: times.length / seconds };
}
