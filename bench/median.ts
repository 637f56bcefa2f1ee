import { Bench } from 'tinybench';
import type { Figure } from './row.ts';

/** Each task runs at least this often and this long, after a warm-up. */
const OFTEN = { iterations: 64, time: 1_000 };
/** For tasks of a second or more. */
export const SELDOM = { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 };

/** The median time of each task, in the order given. A task that throws ends the run. */
export async function medians(
  tasks: Readonly<Record<string, () => unknown>>,
  depth: typeof OFTEN = OFTEN,
): Promise<Figure[]> {
  const bench = new Bench({ ...depth, throws: true });
  for (const [name, task] of Object.entries(tasks)) bench.add(name, task);
  await bench.run();
  return bench.tasks.map(({ name, result }) => {
    if (!('latency' in result)) throw new Error(`${name} was not measured: ${result.state}`);
    return { what: name, milliseconds: result.latency.p50 };
  });
}
