import autocannon from 'autocannon';
import { startServer } from './child-server.ts';
import { EXAMPLE_YEARS } from './example.ts';
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
  let asked = 0;
  const newQuestion = () => {
    asked += 1;
    return question(asked);
  };
  const same = await p95('what-if over HTTP, 16 × the same question', server.url, MANY, sameQuestion);
  const fresh = await p95('what-if over HTTP, 16 × new questions', server.url, MANY, newQuestion);
  const alone = await p95('what-if over HTTP, one asks new questions', server.url, 1, newQuestion);
  const answer = await fetch(server.url + ROUTE, { method: 'POST', headers: HEADERS, body: sameQuestion() });
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

const HEADERS = { 'content-type': 'application/json' };

/** The number makes the question a new one: it moves the index rate of 2026 by a hundred-millionth. */
function question(number: number): string {
  const combined = `0.0${27_000_000 + number}`;
  const scenario = {
    agreement: 'k98-example',
    years: EXAMPLE_YEARS,
    changes: [{ type: 'set-index', year: 2026, combined }],
  };
  return JSON.stringify({ scenario });
}

function sameQuestion(): string {
  return question(0);
}

async function p95(what: string, url: string, connections: number, nextBody: () => string): Promise<Figure> {
  await load(url, connections, nextBody, WARM_UP_SECONDS);
  const times = await load(url, connections, nextBody, SECONDS);
  times.sort((first, second) => first - second);
  const milliseconds = times[Math.floor(times.length * 0.95)];
  if (milliseconds === undefined) throw new Error(`${what}: no answers`);
  return { what, milliseconds };
}

/** The time of every answer under load; an answer that is not 200 ends the run. */
async function load(
  url: string,
  connections: number,
  nextBody: () => string,
  duration: number,
): Promise<number[]> {
  const times: number[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<autocannon.Result>();
  const run = autocannon(
    {
      url: url + ROUTE,
      connections,
      duration,
      requests: [
        { method: 'POST', headers: HEADERS, setupRequest: (request) => ({ ...request, body: nextBody() }) },
      ],
    },
    (failure, result) => (failure === null ? resolve(result) : reject(failure)),
  );
  run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  const { non2xx, errors } = await promise;
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests to ${url} failed`);
  return times;
}
