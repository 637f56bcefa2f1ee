import { writeFile } from 'node:fs/promises';
import { arch, availableParallelism, cpus, loadavg, platform } from 'node:os';
import { parseArgs } from 'node:util';
import { measureCompiledEngine } from './compiled-engine.ts';
import { measureDocuments } from './documents.ts';
import { measureFullScenario } from './full-scenario.ts';
import { measureMemory } from './memory.ts';
import { measureOptimum } from './optimum.ts';
import { measurePage } from './page.ts';
import { measureReplicas } from './replicas.ts';
import { markdownTable, type Row } from './row.ts';
import { measureService } from './service.ts';
import { measureSimulation } from './simulation.ts';
import { measureSplitGrowth } from './split-growth.ts';
import { measureSpreadsheet } from './spreadsheet.ts';
import { measureSweepManners } from './sweep-manners.ts';
import { measureSweeps, measureTenMillion } from './sweeps.ts';
import { measureTwoWaySplit } from './two-way-split.ts';
import { measureVoters } from './voters.ts';
import { measureWhatIf } from './what-if.ts';

const ABOUT = `# Benchmarks

Written by \`npm run bench -- --markdown docs/benchmarks.md\`. Times depend on the machine and on what else it does; the ratios are from one run. A
peer is another way to do (nearly) the same, a limit is what the project aims to stay below.
`;

/** What can be measured, by the names that `--only` takes. */
const MEASUREMENTS: Readonly<Record<string, () => Promise<Row[]>>> = {
  scenario: measureFullScenario,
  engine: measureCompiledEngine,
  split: measureTwoWaySplit,
  growth: measureSplitGrowth,
  spreadsheet: measureSpreadsheet,
  sweeps: measureSweeps,
  'ten-million': measureTenMillion,
  'sweep-manners': measureSweepManners,
  replicas: measureReplicas,
  simulation: measureSimulation,
  voters: measureVoters,
  optimum: measureOptimum,
  'what-if': measureWhatIf,
  service: measureService,
  memory: measureMemory,
  page: measurePage,
  documents: measureDocuments,
};

/**
 * `npm run bench -- [--only NAME …] [--json FILE] [--markdown FILE]`: every figure beside its peer or its limit, as a ratio from the
 * same run.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: Object.keys(MEASUREMENTS) },
    json: { type: 'string' },
    markdown: { type: 'string' },
  },
});

const rows: Row[] = [];
for (const name of values.only) {
  const measure = MEASUREMENTS[name];
  if (measure === undefined)
    throw new Error(`there is no "${name}": ${Object.keys(MEASUREMENTS).join(', ')}`);
  rows.push(...(await measure()));
}
const machine = {
  node: process.version,
  processors: availableParallelism(),
  processor: cpus()[0]?.model ?? 'unknown',
  system: `${platform()} ${arch()}`,
  /** How many tasks wanted a processor in the last minute, those of others included. */
  load: loadavg()[0]?.toFixed(1) ?? 'unknown',
};
const machineLine = `Node ${machine.node}, ${machine.processors} × ${machine.processor}, ${machine.system}, load ${machine.load}; medians, HTTP at p95`;

console.log(`${machineLine}\n`);
console.log(markdownTable(rows));
if (values.json !== undefined)
  await writeFile(values.json, `${JSON.stringify({ machine, rows }, null, 2)}\n`);
if (values.markdown !== undefined)
  await writeFile(values.markdown, `${ABOUT}\n${machineLine}\n\n${markdownTable(rows)}\n`);
