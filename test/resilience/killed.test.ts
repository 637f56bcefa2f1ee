import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../settings/runs.ts';
import { type EngineUnderTest, withBothEngines } from '../store/engines.ts';
import { startServer } from './server-process.ts';
import { expectWhole } from './whole.ts';
import { type Acknowledged, Writers } from './writers.ts';

const CLIENTS = 8;
const { numRuns: ROUNDS } = runs(3, 100);

/** When the power goes: after so many answers, at once or in the middle of the next ones. */
const moments = fc.sample(
  fc.record({ answers: fc.nat({ max: 150 }), milliseconds: fc.nat({ max: 30 }) }),
  ROUNDS,
);

/** Kills a server while clients write, again and again on the same data, and looks each time at what is left. */
async function killAgainAndAgain(
  engine: EngineUnderTest,
  also: (round: number) => Promise<void>,
): Promise<number> {
  const location = await engine.newLocation();
  const acknowledged: Acknowledged[] = [];
  const sent = new Map<string, string[]>();
  for (const [round, moment] of moments.entries()) {
    const server = await startServer(location);
    const writers = new Writers(server.address, CLIENTS, `round-${round}`);
    while (writers.acknowledged.length < moment.answers) await setTimeout(1);
    await setTimeout(moment.milliseconds);
    await Promise.all([server.kill(), also(round)]);
    await writers.stop();
    acknowledged.push(...writers.acknowledged);
    for (const [id, titles] of writers.sent) sent.set(id, titles);
    await expectWhole(location, acknowledged, sent);
  }
  return acknowledged.length;
}

describe(`${ROUNDS} × kill −9 while ${CLIENTS} clients write`, () => {
  const engines = withBothEngines();

  it('of the server on SQLite loses nothing acknowledged and leaves nothing half written', async () => {
    const acknowledged = await killAgainAndAgain(engines().sqlite, async () => undefined);
    console.warn(`SQLite: ${ROUNDS} times killed, ${acknowledged} writes acknowledged, none lost`);
    expect(acknowledged).toBeGreaterThan(0);
  });

  it('of the server on PostgreSQL, and every third time of PostgreSQL with it, loses nothing either', async () => {
    const { postgres } = engines();
    const acknowledged = await killAgainAndAgain(postgres, async (round) => {
      if (round % 3 !== 1) return;
      await postgres.crash();
      await postgres.resume();
    });
    console.warn(`PostgreSQL: ${ROUNDS} times killed, ${acknowledged} writes acknowledged, none lost`);
    expect(acknowledged).toBeGreaterThan(0);
  });
});
