import { startServer } from './child-server.ts';
import { timesUnderLoad } from './load.ts';
import { newQuestions, sameQuestion } from './questions.ts';
import { besideLimit, besidePeer, type Figure, type Row } from './row.ts';

const WHAT_IF_LIMIT_MS = 25;
/** As many people asking at once. */
const MANY = 16;
const SECONDS = 6;
const WARM_UP_SECONDS = 2;
const ROUTE = '/v1/price';

/**
 * A what-if as a page asks it: all municipalities over four years. Either everybody asks the same, or every request
 * asks what nobody has asked before; then those who ask at once also wait for each other's computation. The peer
 * returns the same bytes from a bare route.
 */
export async function measureWhatIf(): Promise<Row[]> {
  const server = await startServer('api/server.ts');
  const newQuestion = newQuestions();
  const same = await p95('what-if over HTTP, 16 × the same question', server.url, MANY, sameQuestion);
  const fresh = await p95('what-if over HTTP, 16 × new questions', server.url, MANY, newQuestion);
  const alone = await p95('what-if over HTTP, one asks new questions', server.url, 1, newQuestion);
  const answer = await fetch(server.url + ROUTE, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: sameQuestion(),
  });
  const bytes = await answer.text();
  await server.stop();

  const bareServer = await startServer('bench/bare-server.ts', bytes);
  const bare = await p95('bare Fastify route, same bytes', bareServer.url, MANY, sameQuestion);
  await bareServer.stop();
  return [
    besideLimit(same, WHAT_IF_LIMIT_MS),
    besidePeer(same, bare),
    besideLimit(fresh, WHAT_IF_LIMIT_MS),
    besidePeer(fresh, bare),
    besideLimit(alone, WHAT_IF_LIMIT_MS),
  ];
}

async function p95(what: string, url: string, connections: number, nextBody: () => string): Promise<Figure> {
  await timesUnderLoad(url + ROUTE, connections, nextBody, WARM_UP_SECONDS);
  const times = await timesUnderLoad(url + ROUTE, connections, nextBody, SECONDS);
  const milliseconds = times[Math.floor(times.length * 0.95)];
  if (milliseconds === undefined) throw new Error(`${what}: no answers`);
  return { what, milliseconds };
}
