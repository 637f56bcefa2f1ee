import autocannon from 'autocannon';

const HEADERS = { 'content-type': 'application/json' };

/** The time of every answer under load, the shortest first; an answer that is not 200 ends the run. */
export async function timesUnderLoad(
  url: string,
  connections: number,
  nextBody: () => string,
  duration: number,
): Promise<number[]> {
  const times: number[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<autocannon.Result>();
  const run = autocannon(
    {
      url,
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
  return times.toSorted((first, second) => first - second);
}
