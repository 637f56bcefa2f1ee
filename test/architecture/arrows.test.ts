import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';
import config, { FORBIDDEN, ROOMS } from '../../dependency-cruiser.config.ts';

/** One file and one import for every arrow that must not be there. */
const VIOLATIONS: readonly (readonly [rule: string, file: string, imports: string])[] = [
  ['arrow-from-src-money', 'src/money/ore.ts', '../agreement/agreement.ts'],
  ['arrow-from-src-accession', 'src/accession/standing.ts', '../agreement/membership.ts'],
  ['arrow-from-src-agreement', 'src/agreement/membership.ts', '../pricing/price-year.ts'],
  ['arrow-from-src-scenario', 'src/scenario/apply.ts', '../pricing/price-year.ts'],
  ['arrow-from-src-pricing', 'src/pricing/price-year.ts', '../scenario/apply.ts'],
  ['arrow-from-src-sharing', 'src/sharing/share-year.ts', '../comparison/compare.ts'],
  ['arrow-from-src-engine', 'src/engine/compute-years.ts', '../comparison/compare.ts'],
  ['arrow-from-src-comparison', 'src/comparison/compare.ts', '../prioritisation/simulate.ts'],
  ['arrow-from-sweeps', 'sweeps/chunk.ts', '../store/sweeps.ts'],
  ['arrow-from-src-analysis', 'src/analysis/goal-seek.ts', '../comparison/compare.ts'],
  ['arrow-from-src-prioritisation', 'src/prioritisation/simulate.ts', '../sharing/share-year.ts'],
  ['arrow-from-src-explanation', 'src/explanation/explain.ts', '../comparison/compare.ts'],
  ['arrow-from-src-reporting', 'src/reporting/price-list.ts', '../invoicing/statement.ts'],
  ['arrow-from-src-portfolio', 'src/portfolio/plan-report.ts', '../governance/take-action.ts'],
  ['arrow-from-src-governance', 'src/governance/take-action.ts', '../pricing/price-year.ts'],
  ['arrow-from-src-access', 'src/access/permissions.ts', '../governance/take-action.ts'],
  ['arrow-from-tables', 'tables/read-table.ts', '../data/load-agreement.ts'],
  ['arrow-from-data', 'data/load-agreement.ts', '../scenarios/load-scenarios.ts'],
  ['arrow-from-scenarios', 'scenarios/load-scenarios.ts', '../rules/engine.ts'],
  ['arrow-from-rules', 'rules/engine.ts', '../api/app.ts'],
  ['arrow-from-selection', 'selection/workers.ts', '../api/app.ts'],
  ['arrow-from-store', 'store/write.ts', '../api/app.ts'],
  ['arrow-from-src-invoicing', 'src/invoicing/issue.ts', '../prioritisation/simulate.ts'],
  ['arrow-from-documents', 'documents/csv/lines.ts', '../../store/write.ts'],
  ['arrow-from-calendar', 'calendar/bank-days.ts', '../data/load-agreement.ts'],
  ['arrow-from-verify', 'verify/main.ts', '../src/money/ore.ts'],
  ['arrow-from-api', 'api/app.ts', '../verify/main.ts'],
  ['arrow-from-web', 'web/app.tsx', '../src/money/ore.ts'],
  ['home-of-decimals', 'src/agreement/index-data.ts', 'decimal.js'],
  ['home-of-fractions', 'api/routes/price.ts', 'fraction.js'],
  ['home-of-rule-engine', 'rules/facts.ts', 'json-rules-engine'],
  ['home-of-schemas', 'src/agreement/agreement.ts', 'zod'],
  ['home-of-http', 'scenarios/load-scenarios.ts', 'fastify'],
  ['home-of-http', 'data/load-agreement.ts', '@fastify/swagger'],
  ['home-of-hashing', 'api/app.ts', '@noble/hashes/sha2.js'],
  ['home-of-canonical-json', 'api/app.ts', 'canonicalize'],
  ['home-of-optimisation', 'selection/worker.ts', 'highs'],
  ['home-of-worker-threads', 'api/app.ts', 'piscina'],
  ['home-of-random-draws', 'sweeps/points.ts', 'pure-rand/generator/xoroshiro128plus'],
  ['home-of-queries', 'api/app.ts', 'kysely'],
  ['home-of-jobs', 'store/sweeps.ts', 'pg-boss'],
  ['home-of-jobs-in-memory', 'store/sweeps.ts', 'p-queue'],
  ['home-of-identity', 'api/app.ts', 'jose'],
  ['home-of-csv', 'api/routes/price.ts', 'csv-stringify/sync'],
  ['home-of-csv', 'data/example/tables.ts', 'csv-parse/sync'],
  ['home-of-zip', 'documents/pdf/page.ts', 'fflate'],
  ['home-of-xml-reading', 'documents/ubl/read.ts', 'saxes'],
  ['home-of-xml', 'documents/peppol/peppol-xml.ts', 'fast-xml-builder'],
  ['home-of-pdf', 'documents/text/titles.ts', 'pdfkit'],
  ['home-of-holidays', 'src/invoicing/due-date.ts', 'date-holidays'],
  ['home-of-logging', 'api/app.ts', 'pino'],
  ['home-of-metrics', 'api/app.ts', 'prom-client'],
  ['home-of-browser', 'api/app.ts', 'preact'],
  ['home-of-workbooks-in-browser', 'web/app.tsx', 'write-excel-file/browser'],
  ['home-of-bundling', 'api/server.ts', 'vite'],
  ['top-of-src-stands-alone', 'src/refusal.ts', './money/ore.ts'],
  ['src-is-pure', 'src/pricing/price-year.ts', 'node:fs'],
  ['src-uses-few-libraries', 'src/pricing/price-year.ts', 'lru-cache'],
  ['verify-is-independent', 'verify/main.ts', 'fraction.js'],
  ['program-without-tests', 'api/app.ts', '../test/arbitraries/money.ts'],
  ['program-without-dev-dependencies', 'api/app.ts', 'fast-check'],
  ['room-without-arrows', 'src/novelty/new.ts', '../money/ore.ts'],
  ['room-without-arrows', 'novelty/new.ts', '../src/money/ore.ts'],
  ['no-cycles', 'src/money/ore.ts', './ore.ts'],
  ['no-undeclared-packages', 'api/app.ts', 'avvio'],
  ['no-unresolvable', 'api/app.ts', './missing-file.ts'],
];

describe('the checker of the arrows', () => {
  it.each(VIOLATIONS)('reports %s when %s imports %s', async (rule, file, imports) => {
    expect(await brokenRules(file, `import '${imports}';`)).toContain(rule);
  });

  it('reports no-orphans when a file imports nothing and nobody imports it', async () => {
    expect(await brokenRules('src/money/ore.ts', '')).toEqual(['no-orphans']);
  });

  it('has a case here for each of its rules', () => {
    const tried = new Set([...VIOLATIONS.map(([rule]) => rule), 'no-orphans']);
    expect(FORBIDDEN.map(({ name }) => name).filter((name) => !tried.has(name ?? ''))).toEqual([]);
  });

  it('enforces the arrows that docs/architecture.md shows', async () => {
    const page = await readFile('docs/architecture.md', 'utf8');
    const rows = [...page.matchAll(/^\| (`(?:src\/)?[a-z]+\/?`.*) \|.*\| (.*) \|$/gm)].flatMap(
      ([, rooms = '', allowed = '']) =>
        roomsIn(rooms).map((room): [string, string[]] => [room, roomsAllowed(allowed)]),
    );
    const arrows = Object.entries(ROOMS).map(([room, allowed]): [string, string[]] => [
      room,
      [...allowed].sort(),
    ]);
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(arrows));
  });

  it('is silent about an import that follows the arrows', async () => {
    expect(await brokenRules('api/routes/price.ts', "import '../../src/pricing/price-year.ts';")).toEqual([]);
  });
});

/** The rooms named in the first column of the page's table; tests and benchmarks are not rooms of the program. */
function roomsIn(cell: string): string[] {
  const rooms = [...cell.matchAll(/`([^`]+?)\/?`/g)].map(([, room = '']) => room);
  return rooms.filter((room) => room in ROOMS);
}

/** The rooms that the page's last column allows; the folders of src are written there without `src/`. */
function roomsAllowed(cell: string): string[] {
  if (cell.startsWith('all above')) return outsideSrc.filter((room) => !cell.includes(`\`${room}\``)).sort();
  return cell
    .split(', ')
    .map((name) => (`src/${name}` in ROOMS ? `src/${name}` : name))
    .filter((room) => room in ROOMS || room === 'src')
    .sort();
}

const outsideSrc = [
  'src',
  ...Object.keys(ROOMS).filter((room) => !room.startsWith('src/') && room !== 'api'),
];

/** The rules that are broken in a tree of one file and, made empty, the file that it imports. */
async function brokenRules(file: string, text: string): Promise<string[]> {
  const tree = await mkdtemp(join(tmpdir(), 'arrows-'));
  try {
    await symlink(resolve('node_modules'), join(tree, 'node_modules'));
    await symlink(resolve('package.json'), join(tree, 'package.json'));
    await plant(join(tree, file), text);
    const { output } = await cruise(['.'], {
      ...config.options,
      baseDir: tree,
      validate: true,
      ruleSet: { forbidden: config.forbidden },
    });
    if (typeof output === 'string') throw new Error(output);
    return output.summary.violations.map(({ rule }) => rule.name);
  } finally {
    await rm(tree, { recursive: true });
  }
}

async function plant(file: string, text: string): Promise<void> {
  const imported = /'(\.[^']+)'/.exec(text)?.[1];
  const isThere = imported !== undefined && !imported.includes('missing');
  if (isThere) await plant(join(dirname(file), imported), '');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
