import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { loadData } from '../../api/load-data.ts';
import { systemClock } from '../../store/clock.ts';
import type { StoreLocation } from '../../store/database.ts';
import { openStore } from '../../store/open-store.ts';
import { runs } from '../settings/runs.ts';
import { describeOnEachEngine } from '../store/engines.ts';
import { acknowledging, oreSum, runClient } from './run-client.ts';

const PROCESS = fileURLToPath(new URL('./issuing-process.ts', import.meta.url));
const MONTHS = 12;
/** Kills are spread over about the time that issuing takes, before, within and after its one write. */
const LONGEST_LIFE_MS = 2_500;

/** Issues the run in a process of its own, and kills that process some time after it began. */
async function killedWhileIssuing(argument: object, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, [PROCESS, JSON.stringify(argument)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  await Promise.race([new Promise((resolve) => setTimeout(resolve, afterMs)), ended]);
  child.kill('SIGKILL');
  await ended;
}

async function openApp(location: StoreLocation) {
  const store = await openStore(location, systemClock);
  const app = await buildApp(await loadData(), { report: console.error, store });
  const close = async () => {
    await app.close();
    await store.database.close();
  };
  return { client: runClient(app), close };
}

describeOnEachEngine('issuing that is killed', (engine) => {
  const { numRuns: kills } = runs(1, 50);

  it(`leaves the run issued as a whole or not at all, ${kills} times, and its numbers without gap or double`, async () => {
    const location = await engine().newLocation();
    const { client, close } = await openApp(location);
    const left = { draft: 0, issued: 0 };
    for (let kill = 0; kill < kills; kill++) {
      const run = `run-${kill}`;
      const [year, instalment] = [2026 + Math.floor(kill / MONTHS), (kill % MONTHS) + 1];
      // The index ends with 2029; what is more than four years of months is annual.
      const request =
        year <= 2029
          ? { scenario: 'baseline', year, instalment, frequency: 'monthly' }
          : {
              purpose: 'reversal',
              agreement: 'k98-example',
              year: 2026,
              note: 'Prøve',
              invoices: await ordinaryOf(`run-${instalment}`),
            };
      const drafted = await client.draft(run, request);
      expect(drafted.status).toBe(201);
      const body = acknowledging(drafted.json);
      const count = drafted.json.computed.invoices;
      await killedWhileIssuing({ location, run, body }, (LONGEST_LIFE_MS * ((kill * 37 + 20) % 50)) / 50);

      const found = await client.send<typeof drafted.json>('GET', `/v1/invoice-runs/${run}`);
      const invoices = await client.invoices(`run=${run}`);
      const isIssued = found.json.stored.state === 'issued';
      expect(invoices).toHaveLength(isIssued ? count : 0);
      left[isIssued ? 'issued' : 'draft']++;

      const again = await client.issue(run, 1, body);
      expect([again.status, again.json.stored.state]).toEqual([200, 'issued']);
      const all = await client.invoices(`run=${run}`);
      expect(all).toHaveLength(count);
      expect(oreSum(all.map(({ net }) => net))).toBe(oreSum([drafted.json.computed.totals.net]));
    }
    const numbers = (await client.invoices()).map(({ number }) => Number(number));
    const [first = 0] = numbers;
    expect(first % 1_000_000).toBe(1);
    expect(numbers).toEqual(numbers.map((_, place) => first + place));
    if (kills > 1) console.warn(`killed ${kills} times: ${left.draft} left as drafts, ${left.issued} issued`);
    await close();

    async function ordinaryOf(run: string): Promise<string[]> {
      return (await client.invoices(`run=${run}`)).map(({ number }) => number);
    }
  });
});
