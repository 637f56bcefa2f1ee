import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { measureDocuments } from './documents.ts';
import { measureFullScenario } from './full-scenario.ts';
import { measureOptimum } from './optimum.ts';
import { measurePage } from './page.ts';
import { markdownTable } from './row.ts';
import { measureSimulation } from './simulation.ts';
import { measureTwoWaySplit } from './two-way-split.ts';
import { measureVoters } from './voters.ts';
import { measureWhatIf } from './what-if.ts';

/** `npm run bench -- [--json FILE]`: every figure beside its peer or its limit, as a ratio from the same run. */
const { values } = parseArgs({ options: { json: { type: 'string' } } });

const rows = [
  ...(await measureFullScenario()),
  ...(await measureTwoWaySplit()),
  ...(await measureSimulation()),
  ...(await measureVoters()),
  ...(await measureOptimum()),
  ...(await measureWhatIf()),
  ...(await measurePage()),
  ...(await measureDocuments()),
];
const machine = { node: process.version, processors: availableParallelism() };

console.log(`Node ${machine.node}, ${machine.processors} processors; medians, HTTP at p95\n`);
console.log(markdownTable(rows));
if (values.json !== undefined)
  await writeFile(values.json, `${JSON.stringify({ machine, rows }, null, 2)}\n`);
