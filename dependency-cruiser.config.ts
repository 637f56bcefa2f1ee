import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser';

/**
 * The arrows of docs/architecture.md: what each room may import, and with it all that those may. Besides, every
 * room may import itself and the single files at the top of `src` (refusals, orders, the hash).
 */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'src/money': [],
  'src/accession': [],
  'src/agreement': ['src/accession', 'src/money'],
  'src/scenario': ['src/agreement'],
  'src/pricing': ['src/agreement'],
  'src/sharing': ['src/pricing'],
  'src/engine': ['src/sharing'],
  'src/comparison': ['src/sharing'],
  'src/analysis': ['src/engine', 'src/explanation'],
  'src/prioritisation': ['src/pricing'],
  'src/reporting': ['src/comparison', 'src/prioritisation'],
  'src/portfolio': ['src/reporting'],
  'src/governance': ['src/agreement'],
  'src/access': [],
  'src/explanation': ['src/sharing', 'src/pricing'],
  'src/invoicing': ['src/sharing', 'src/explanation'],
  selection: ['data', 'src'],
  sweeps: ['data', 'scenarios', 'src'],
  rules: ['data', 'src'],
  tables: ['src'],
  data: ['src', 'tables'],
  scenarios: ['data', 'src'],
  store: ['src'],
  documents: ['src', 'tables'],
  calendar: ['src'],
  verify: [],
  api: [
    'src',
    'rules',
    'selection',
    'sweeps',
    'tables',
    'data',
    'scenarios',
    'store',
    'documents',
    'calendar',
  ],
  web: [],
};

const PROGRAM = `^(src|${Object.keys(ROOMS)
  .filter((room) => !room.startsWith('src/'))
  .join('|')})/`;
/** Files in folders of ours, those that no table names yet included. */
const OURS = '^(?!node_modules/)[^/]+/.*\\.(tsx?|json)$';
const TOP_OF_SRC = '^src/[^/]+\\.ts$';
const MAY_IMPORT_ALL = '^(test|bench)/';

const roomRules = Object.keys(ROOMS).map(
  (room): IForbiddenRuleType => ({
    name: `arrow-from-${room.replace('/', '-')}`,
    comment: `${room} may import only: ${[...reach(room), 'the top of src'].join(', ')}`,
    severity: 'error',
    from: { path: `^${room}/` },
    to: { path: OURS, pathNot: [TOP_OF_SRC, ...[room, ...reach(room)].map((folder) => `^${folder}/`)] },
  }),
);

/** What a room may import, directly or because what it imports may. */
function reach(room: string): string[] {
  const direct = ROOMS[room] ?? [];
  return [...new Set([...direct, ...direct.flatMap(reach)])];
}

/** Each library has one home, so that one place knows its edges; tests and benchmarks may use it to compare. */
const HOMES: readonly { readonly of: string; readonly packages: string; readonly home: string }[] = [
  { of: 'decimals', packages: 'decimal\\.js', home: '^src/money/' },
  { of: 'fractions', packages: 'fraction\\.js', home: '^src/money/' },
  { of: 'hashing', packages: '@noble/hashes', home: '^src/result-hash\\.ts$' },
  {
    of: 'canonical-json',
    packages: 'canonicalize',
    home: '^(src/result-hash|verify/hash)\\.ts$',
  },
  { of: 'rule-engine', packages: 'json-rules-engine', home: '^rules/engine\\.ts$' },
  { of: 'schemas', packages: 'zod', home: '^(data|scenarios|rules|api)/' },
  { of: 'http', packages: '(@fastify/[^/]+|fastify|fastify-type-provider-zod)', home: '^api/' },
  { of: 'optimisation', packages: 'highs', home: '^selection/highs\\.ts$' },
  { of: 'worker-threads', packages: 'piscina', home: '^(selection|sweeps)/workers\\.ts$' },
  { of: 'random-draws', packages: 'pure-rand', home: '^sweeps/correlated-draws\\.ts$' },
  { of: 'queries', packages: '(kysely|pg)', home: '^store/' },
  { of: 'jobs', packages: 'pg-boss', home: '^store/queue/postgres-queue\\.ts$' },
  { of: 'jobs-in-memory', packages: 'p-queue', home: '^store/queue/memory-queue\\.ts$' },
  { of: 'logging', packages: 'pino', home: '^api/service/log\\.ts$' },
  { of: 'metrics', packages: 'prom-client', home: '^api/service/metrics\\.ts$' },
  { of: 'identity', packages: '(jose|openid-client)', home: '^api/access/' },
  { of: 'csv', packages: 'csv-(parse|stringify)', home: '^tables/csv/' },
  { of: 'xml', packages: 'fast-xml-builder', home: '^(documents/ubl|tables/xlsx)/' },
  { of: 'xml-reading', packages: 'saxes', home: '^tables/xlsx/' },
  { of: 'zip', packages: 'fflate', home: '^(tables/xlsx|documents/zip)/' },
  { of: 'pdf', packages: '(pdfkit|fontkit)', home: '^documents/pdf/' },
  { of: 'holidays', packages: 'date-holidays', home: '^calendar/' },
  {
    of: 'browser',
    packages: '(preact|preact-iso|@preact/signals|openapi-fetch|d3-scale|dkfds)',
    home: '^web/',
  },
  { of: 'workbooks-in-browser', packages: 'write-excel-file', home: '^web/table/' },
  { of: 'bundling', packages: 'vite', home: '^web/build/' },
];

const homeRules = HOMES.map(
  ({ of, packages, home }): IForbiddenRuleType => ({
    name: `home-of-${of}`,
    comment: `Only files at ${home} use it`,
    severity: 'error',
    from: { path: PROGRAM, pathNot: home },
    to: { path: `node_modules/${packages}/` },
  }),
);

const purityRules: IForbiddenRuleType[] = [
  {
    name: 'top-of-src-stands-alone',
    comment: 'Everything uses these files, so they use none of ours',
    severity: 'error',
    from: { path: TOP_OF_SRC },
    to: { path: OURS, pathNot: TOP_OF_SRC },
  },
  {
    name: 'src-is-pure',
    comment: 'No I/O, clock or framework in the domain core: nothing that Node brings',
    severity: 'error',
    from: { path: '^src/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'src-uses-few-libraries',
    comment: 'Arithmetic and hashing only',
    severity: 'error',
    from: { path: '^src/' },
    to: {
      path: 'node_modules/',
      pathNot: 'node_modules/(decimal\\.js|fraction\\.js|@noble/hashes|canonicalize)/',
    },
  },
  {
    name: 'verify-is-independent',
    comment:
      'A checker that shares code with the engine shares its mistakes; canonical JSON is a standard (RFC 8785)',
    severity: 'error',
    from: { path: '^verify/' },
    to: { path: 'node_modules/', pathNot: 'node_modules/canonicalize/' },
  },
  {
    name: 'program-without-tests',
    comment: 'Nothing that runs for users depends on tests, benchmarks or configuration',
    severity: 'error',
    from: { path: PROGRAM },
    to: { path: [MAY_IMPORT_ALL, '^[^/]+\\.config\\.ts$'] },
  },
  {
    name: 'program-without-dev-dependencies',
    comment: 'What runs for users is installed for users',
    severity: 'error',
    from: { path: PROGRAM },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
  },
];

const hygieneRules: IForbiddenRuleType[] = [
  {
    name: 'room-without-arrows',
    comment: 'A new folder says first, in ROOMS and in docs/architecture.md, what it may import',
    severity: 'error',
    from: {
      path: OURS,
      pathNot: [TOP_OF_SRC, MAY_IMPORT_ALL, ...Object.keys(ROOMS).map((room) => `^${room}/`)],
    },
    to: {},
  },
  {
    name: 'no-cycles',
    comment: 'A cycle has no first file to read',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'A file that nothing imports and that imports nothing is left over',
    severity: 'error',
    from: { orphan: true, path: OURS },
    to: {},
  },
  {
    name: 'no-undeclared-packages',
    comment: 'Every package is named in package.json',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
  },
  {
    name: 'no-unresolvable',
    comment: 'Every import leads to something',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

export const FORBIDDEN = [...roomRules, ...homeRules, ...purityRules, ...hygieneRules];

const options: ICruiseOptions = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^(reports|coverage|var|\\.stryker-tmp|web/dist)/' },
  tsPreCompilationDeps: true,
  preserveSymlinks: true,
  enhancedResolveOptions: { conditionNames: ['node', 'import', 'default'], exportsFields: ['exports'] },
};

export default { forbidden: FORBIDDEN, options };
