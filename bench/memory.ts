import { setTimeout as pause } from 'node:timers/promises';
import { type ChildServer, residentMegabytes, startServer } from './child-server.ts';
import { comparison, newQuestions, sameQuestion } from './questions.ts';
import { besideLimit, besidePeer, type Row } from './row.ts';

/** An hour's worth: a what-if a second. Of ten, seven are new, two were asked before, and one compares twenty scenarios. */
const AN_HOUR = 3_600;
const QUARTERS = 4;
const AT_ONCE = 8;
const IDLE_MS = 10_000;
/** Half of a small machine. */
const LIMIT_MIB = 1_024;

const newQuestion = newQuestions();

/** What memory the service holds after an hour's worth of what-ifs, sent as fast as it takes them, and some idle seconds; and whether it grows on. */
export async function measureMemory(): Promise<Row[]> {
  const server = await startServer('api/server.ts');
  const started = await residentMegabytes(server);
  const start = performance.now();
  const atQuarters: number[] = [];
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    await ask(server, AN_HOUR / QUARTERS);
    atQuarters.push(await residentMegabytes(server));
  }
  const seconds = Math.round((performance.now() - start) / 1_000);
  await pause(IDLE_MS);
  const after = await residentMegabytes(server);
  await server.stop();
  const figure = { what: `memory after ${AN_HOUR} what-ifs, an hour's worth`, milliseconds: after };
  const half = { what: 'after half of them', milliseconds: atQuarters[QUARTERS / 2 - 1] ?? Number.NaN };
  const note = `sent in ${seconds} s; ${started} MiB at the start, ${atQuarters.join(', ')} after each quarter, then ${IDLE_MS / 1_000} idle seconds`;
  return [
    { ...besideLimit(figure, LIMIT_MIB), unit: 'MiB', note },
    { ...besidePeer(figure, half), unit: 'MiB' },
  ];
}

async function ask({ url }: ChildServer, questions: number): Promise<void> {
  let asked = 0;
  const askOn = async () => {
    while (asked < questions) {
      const [route, body] = question(asked++);
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(url + route, { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(`${route}: ${answer.status}`);
      await answer.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askOn));
}

function question(place: number): readonly [route: string, body: string] {
  const ofTen = place % 10;
  if (ofTen === 0) return ['/v1/compare', comparison()];
  return ['/v1/price', ofTen < 3 ? sameQuestion() : newQuestion()];
}
