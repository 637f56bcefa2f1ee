import { Bench } from 'tinybench';
import type { Figure } from './row.ts';

/** Each task runs at least this often and this long, after a warm-up. */
const LEAST_RUNS = 64;
const LEAST_MILLISECONDS = 1_000;

/** The median time of each task, in the order given. A task that throws ends the run. */
export async function medians(tasks: Readonly<Record<string, () => unknown>>): Promise<Figure[]> {
  const bench = new Bench({ iterations: LEAST_RUNS, time: LEAST_MILLISECONDS, throws: true });
  for (const [name, task] of Object.entries(tasks)) bench.add(name, task);
  await bench.run();
  return bench.tasks.map(({ name, result }) => {
    if (!('latency' in result)) throw new Error(`${name} was not measured: ${result.state}`);
    return { what: name, milliseconds: result.latency.p50 };
  });
}
