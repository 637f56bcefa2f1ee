import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser';

/**
 * The arrows of docs/architecture.md: what each room may import besides itself and the single files at the top
 * of `src` (refusals, orders, the hash), which every room of ours may use. Test and bench may import everything.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'src/money': [],
  'src/agreement': ['src/money'],
  'src/scenario': ['src/agreement', 'src/money'],
  'src/pricing': ['src/agreement', 'src/money'],
  'src/sharing': ['src/pricing', 'src/agreement', 'src/money'],
  'src/comparison': ['src/sharing', 'src/pricing', 'src/agreement', 'src/money'],
  'src/prioritisation': ['src/pricing', 'src/agreement', 'src/money'],
  'src/explanation': ['src/sharing', 'src/pricing', 'src/agreement', 'src/money'],
  'src/governance': ['src/agreement', 'src/money'],
  'src/access': [],
  data: ['src'],
  store: ['src'],
  scenarios: ['data', 'src'],
  rules: ['data', 'src'],
  api: ['store', 'rules', 'scenarios', 'data', 'src'],
};

const OURS = '^(src|data|scenarios|rules|store|verify|api|test|bench)/';
const TOP_OF_SRC = '^src/[^/]+\\.ts$';
const PROGRAM = '^(src|data|scenarios|rules|store|verify|api)/';

const roomRules = Object.entries(ROOMS).map(
  ([room, allowed]): IForbiddenRuleType => ({
    name: `arrow-from-${room.replace('/', '-')}`,
    comment: `${room} may import only: ${[...allowed, 'the top of src'].join(', ')}`,
    severity: 'error',
    from: { path: `^${room}/` },
    to: { path: OURS, pathNot: [TOP_OF_SRC, ...[room, ...allowed].map((folder) => `^${folder}/`)] },
  }),
);

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
  { of: 'queries', packages: '(kysely|pg)', home: '^store/' },
  { of: 'csv', packages: 'csv-stringify', home: '^api/csv/' },
];

const homeRules = HOMES.map(
  ({ of, packages, home }): IForbiddenRuleType => ({
    name: `home-of-${of}`,
    comment: `Only files at ${home} use it`,
    severity: 'error',
    from: { path: OURS, pathNot: [home, '^(test|bench)/'] },
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
    to: { path: [OURS, 'node_modules/'], pathNot: ['^verify/', 'node_modules/canonicalize/'] },
  },
  {
    name: 'program-without-tests',
    comment: 'Nothing that runs for users depends on tests, benchmarks or configuration',
    severity: 'error',
    from: { path: PROGRAM },
    to: { path: ['^(test|bench)/', '^[^/]+\\.config\\.ts$'] },
  },
  {
    name: 'verify-only-from-outside',
    comment: 'The program does not lean on its own checker',
    severity: 'error',
    from: { path: PROGRAM, pathNot: '^verify/' },
    to: { path: '^verify/' },
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
    comment: 'A new folder in src says first, in ROOMS and in docs/architecture.md, what it may import',
    severity: 'error',
    from: { path: '^src/', pathNot: [TOP_OF_SRC, ...Object.keys(ROOMS).map((room) => `^${room}/`)] },
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
  exclude: { path: '^(reports|coverage|var|\\.stryker-tmp)/' },
  tsPreCompilationDeps: true,
  preserveSymlinks: true,
  enhancedResolveOptions: { conditionNames: ['node', 'import', 'default'], exportsFields: ['exports'] },
};

export default { forbidden: FORBIDDEN, options };
