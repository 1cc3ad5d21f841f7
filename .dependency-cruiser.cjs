/** The import rules of the house: which room may import which (CONTRIBUTING.md, "Layout"). One table; types apart. */
const ROOMS = ['core', 'ledger', 'negotiation', 'audit', 'server', 'components', 'app', 'cli', 'i18n'];

const MAY_IMPORT = {
  core: [],
  ledger: [],
  negotiation: ['core', 'ledger'],
  audit: ['core', 'ledger', 'negotiation'],
  server: ['core', 'ledger', 'negotiation', 'audit'],
  components: ['core', 'negotiation', 'audit', 'i18n'],
  app: ['components', 'server', 'core', 'ledger', 'negotiation', 'audit', 'i18n'],
  cli: ['core', 'ledger', 'negotiation', 'audit'],
  i18n: [],
};

const BELONGS = {
  core: 'The core is the mathematics and imports nothing: pass it plain data, and put what needs more into src/negotiation or src/server.',
  ledger:
    'The ledger is bytes and knows no negotiation: what gives events a meaning belongs in src/negotiation.',
  negotiation:
    'The domain is pure and knows core and ledger alone: input and output belong in src/server, what is shown in src/components.',
  audit: 'The audit also runs in a browser: reading files belongs in src/cli, the database in src/server.',
  server: 'The server knows no pages: what both need belongs in src/negotiation, the page itself in src/app.',
  components:
    'A component is given its data: a page of src/app reads them from a use case of src/server and passes them in (types of src/server/trpc may be imported).',
  app: 'A page lays out components and reads through use cases: what else it needs belongs in one of the rooms.',
  cli: 'The command line works on files without a server: what it shares with the server belongs in src/negotiation or src/audit.',
  i18n: 'Messages and formats import no room: what is shown belongs in src/components.',
};

const VALUES = { dependencyTypesNot: ['type-only'] };
const TESTS = '[.](test|prop[.]test|int[.]test)[.]tsx?$|^src/[^/]+/(testing|examples)/';

const roomRules = ROOMS.map((room) => {
  const allowed = [room, ...MAY_IMPORT[room]].join('|');
  return {
    name: `${room}-imports`,
    severity: 'error',
    comment: BELONGS[room],
    from: { path: `^src/${room}/`, pathNot: TESTS },
    to: { path: '^(src|prisma|scripts|e2e|bench)/', pathNot: `^src/(${allowed})/`, ...VALUES },
  };
});

/** Packages that run nowhere but on a server, or that a pure room has no business with. */
const packageRules = [
  {
    name: 'core-has-no-packages',
    comment: `${BELONGS.core} Packages and Node's own modules are no exception.`,
    from: { path: '^src/core/', pathNot: TESTS },
    to: { pathNot: '^src/core/', ...VALUES },
  },
  {
    name: 'pure-rooms-touch-no-machine',
    comment:
      'These rooms run in a browser too: files, sockets and clocks of Node belong in src/server or src/cli.',
    from: { path: '^src/(ledger|negotiation|audit|components)/', pathNot: TESTS },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'database-behind-one-door',
    comment: 'Prisma and pg are imported in src/server/db alone: add a query there and call it.',
    from: { path: '^src/', pathNot: `^src/server/db/|${TESTS}` },
    to: { path: 'node_modules/(@prisma|pg|prisma)/', ...VALUES },
  },
  {
    name: 'ui-knows-no-negotiation',
    comment: 'src/components/ui knows no negotiation: what shows one belongs in src/components/negotiation.',
    from: { path: '^src/components/ui/', pathNot: TESTS },
    to: { path: '^src/(core|negotiation|audit|ledger)/|^src/components/negotiation/', ...VALUES },
  },
].map((rule) => ({ severity: 'error', ...rule }));

module.exports = {
  forbidden: [
    ...roomRules,
    ...packageRules,
    {
      name: 'no-cycles',
      severity: 'error',
      comment:
        'Two files that import each other are one thing or three: move what both need into a file of its own.',
      from: {},
      to: { circular: true, viaOnly: VALUES },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      comment: 'What only tests use stays in tests: move what the product needs out of the test file.',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'no-barrels',
      severity: 'error',
      comment: 'No index.ts that re-exports: import from the file that holds the thing.',
      from: {},
      to: { path: '^src/.*/index[.]tsx?$' },
    },
    {
      name: 'imports-exist',
      severity: 'error',
      comment: 'This import leads nowhere.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^src/server/db/generated' },
    exclude: { path: '^src/server/db/generated/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
