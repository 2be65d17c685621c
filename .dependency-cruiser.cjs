// The fences of ARCHITECTURE.md: the feature order, the files of a feature, and who may touch what.
// Lowest first. A feature may use those before it, never those after.
const featureOrder = [
  ...['live', 'limits', 'site', 'paces', 'outbox', 'notices', 'accounts', 'groups', 'people', 'mailings'],
  ...['links', 'campaigns', 'events', 'moves', 'segments', 'compositions', 'ladders', 'exchanges'],
  ...['messaging', 'greetings', 'coalitions', 'targets', 'compacts', 'common-ground', 'directory', 'reports'],
  ...['stewardship', 'home'],
];

// What each of a feature’s files may import of the others.
const files = {
  tables: ['tables'],
  // A read that needs a responsibility asks the policy, and may return what the contract describes.
  queries: ['queries', 'tables', 'policy', 'contract'],
  policy: ['policy'],
  actions: ['actions', 'queries', 'policy', 'tables', 'contract'],
  contract: ['contract'],
  views: ['views', 'queries', 'policy', 'contract'],
  entries: [],
  notices: [],
  handlers: ['handlers', 'actions', 'queries'],
  live: ['queries', 'contract'],
  routes: ['routes', 'actions', 'queries', 'policy', 'contract'],
  subjects: ['queries', 'tables', 'policy', 'contract'],
  audiences: ['queries', 'tables'],
  mailings: ['queries', 'tables', 'audiences'],
  waits: ['queries', 'tables'],
};

// What of a feature may import the folders within it.
const mounting = [
  ...[
    'routes',
    'handlers',
    'subjects',
    'entries',
    'audiences',
    'mailings',
    'notices',
    'live',
    'waits',
    'access',
  ],
  ...['fixtures', 'reported'],
];

const features = '^packages/features/src';
const fileOf = (names) => `${features}/.+/(${names.join('|')})\\.ts$`;
const notTested = '\\.test\\.ts$';
// What pages take of features besides types.
const webLeaves = `${features}/(lengths|slugs)\\.ts$`;

const orderRules = featureOrder.slice(0, -1).map((feature, index) => ({
  name: `${feature}-is-lower`,
  comment: 'A lower feature notes it in the journal; the higher one listens in its handlers.',
  severity: 'error',
  from: { path: `${features}/${feature}/` },
  to: { path: `${features}/(${[...featureOrder.slice(index + 1), 'demo'].join('|')})/` },
}));

const fileRules = Object.entries(files).map(([name, allowed]) => ({
  name: `file-${name}`,
  severity: 'error',
  comment: `${name}.ts imports nothing of a feature but: ${allowed.join(', ') || 'none'}.`,
  from: { path: fileOf([name]), pathNot: notTested },
  to: {
    path: fileOf([
      'tables',
      'queries',
      'policy',
      'actions',
      'contract',
      'entries',
      'notices',
      'handlers',
      'routes',
      'subjects',
      'fixtures',
    ]),
    pathNot: allowed.length > 0 ? fileOf(allowed) : [],
    ...(['policy', 'views'].includes(name) && { dependencyTypesNot: ['type-only'] }),
  },
}));

module.exports = {
  forbidden: [
    ...orderRules,
    ...fileRules,
    {
      name: 'policy-knows-types-of-queries-only',
      severity: 'error',
      from: { path: fileOf(['policy']), pathNot: notTested },
      to: { path: fileOf(['tables', 'actions', 'handlers', 'routes', 'subjects', 'fixtures']) },
    },
    {
      name: 'parents-do-not-know-children',
      comment: 'What two folders need lies in their parent; only its doors mount what lies in the folders.',
      severity: 'error',
      from: {
        path: `${features}/(.+)/[^/]+\\.ts$`,
        pathNot: [fileOf(mounting), notTested],
      },
      // What is typed is read there; it knows nothing of the feature that keeps it.
      to: { path: `${features}/$1/[^/]+/`, pathNot: `${features}/compositions/body/` },
    },
    {
      name: 'doors-are-not-for-features',
      comment: 'Only a door opens a door: nobody else calls what is there for the api and the worker.',
      severity: 'error',
      from: {
        path: features,
        pathNot: [
          fileOf(['routes', 'handlers', 'access']),
          `${features}/(api|routes|handlers|subjects|testing|testing/access)\\.ts$`,
          notTested,
        ],
      },
      to: { path: fileOf(['routes', 'handlers', 'subjects']) },
    },
    {
      name: 'only-notices-and-mailings-promise-mail',
      comment: 'Whoever tells somebody calls tell, and whoever writes to many starts a mailing.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: [`${features}/(outbox|notices|mailings)/`, notTested] },
      to: { path: `${features}/outbox/promises\\.ts$` },
    },
    {
      name: 'entries-are-leaves',
      comment: 'Through journal.ts every feature stands on the entries of all.',
      severity: 'error',
      from: { path: fileOf(['entries']) },
      to: { path: '^(apps|packages)/', pathNot: `${features}/kinds\\.ts$` },
    },
    {
      name: 'fixtures-are-for-tests',
      severity: 'error',
      from: {
        path: '^(apps|packages)',
        pathNot: [
          notTested,
          'fixtures\\.ts$',
          '/testing(/|\\.ts$)',
          '/access(/|\\.ts$)',
          `${features}/demo/`,
        ],
      },
      to: { path: ['fixtures\\.ts$', 'testing\\.ts$', '/access\\.ts$'] },
    },
    {
      name: 'ground-knows-no-feature',
      comment: 'What every feature stands on stands on none of them.',
      severity: 'error',
      from: {
        path: `${features}/(addresses|checks|context|copying|errors|http|journal|keyset|kinds|lengths|paging|policy|searches|slugs|subject|texts|work)\\.ts$`,
      },
      to: { path: `${features}/[^/]+/` },
    },
    {
      name: 'packages-know-no-app',
      severity: 'error',
      comment: 'But tests go through the real door.',
      from: { path: '^packages', pathNot: `${features}/testing(/ground)?\\.ts$` },
      to: { path: '^apps' },
    },
    {
      name: 'web-knows-contracts-and-words-only',
      severity: 'error',
      comment: 'But its process is one like the others.',
      from: { path: '^apps/web', pathNot: '^apps/web/src/main\\.ts$' },
      to: {
        path: '^packages',
        pathNot: ['^packages/words/', `${features}/(.*contract|api)\\.ts$`, webLeaves],
      },
    },
    {
      name: 'the-process-of-the-web-knows-no-product',
      severity: 'error',
      from: { path: '^apps/web/src/main\\.ts$' },
      to: { path: '^packages', pathNot: '^packages/(processes|settings|metrics)/' },
    },
    {
      name: 'web-takes-types-of-contracts',
      severity: 'error',
      from: { path: '^apps/web' },
      to: { path: `${features}/`, pathNot: webLeaves, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'lengths-and-slugs-are-leaves',
      comment: 'Pages carry them to the browser: they import nothing.',
      severity: 'error',
      from: { path: webLeaves },
      to: {},
    },
    {
      name: 'patches-are-for-those-named',
      comment:
        'packages/patches/README.md: what changes things that are not ours lies there, and is used here only.',
      severity: 'error',
      from: {
        path: '^(apps|packages)/',
        pathNot: [
          '^apps/(api|command|worker)/src/main\\.ts$',
          '^apps/standalone/src/standalone\\.ts$',
          '^packages/database/src/(database|listening|embedded/program)\\.ts$',
          '^packages/processes/src/process\\.ts$',
          '^packages/queue/src/backend\\.ts$',
          '^packages/patches/',
        ],
      },
      to: { path: '^packages/patches/' },
    },
    {
      name: 'only-queue-knows-bullmq',
      severity: 'error',
      from: { pathNot: '^packages/queue/' },
      to: { path: 'node_modules/bullmq' },
    },
    {
      name: 'only-queue-and-live-know-redis',
      severity: 'error',
      from: { pathNot: '^packages/(queue|live)/' },
      to: { path: 'node_modules/ioredis' },
    },
    {
      name: 'only-metrics-knows-prometheus',
      severity: 'error',
      from: { pathNot: '^packages/metrics/' },
      to: { path: 'node_modules/prom-client' },
    },
    {
      name: 'only-files-knows-buckets',
      severity: 'error',
      from: { pathNot: '^packages/files/' },
      to: { path: 'node_modules/s3mini' },
    },
    {
      name: 'only-inbox-knows-how-mail-is-read',
      severity: 'error',
      from: { pathNot: '^packages/inbox/' },
      to: { path: 'node_modules/(imapflow|postal-mime)/' },
    },
    {
      name: 'only-backups-knows-how-an-archive-is-sealed',
      severity: 'error',
      from: { pathNot: '^packages/backups/' },
      to: { path: 'node_modules/(age-encryption|tar-stream)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-drawers',
      comment: 'A folder is a plural noun that people in the field say; a drawer is where things are lost.',
      severity: 'error',
      from: {},
      to: {
        path: '^(apps|packages)/.*/(core|common|shared|utils?|helpers?|managers?|services?|misc)(/|\\.[a-z]+$)',
      },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^\\$(app|env)', '^\\./\\$types', 'build/handler'] },
    },
    {
      name: 'no-undeclared',
      severity: 'error',
      comment: 'What a package imports stands in its package.json.',
      from: {},
      // The tools that the root brings for everyone.
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown'],
        pathNot: 'node_modules/(vitest|drizzle-kit|fast-check)/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/build/', '\\.svelte-kit'] },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.svelte', '.mjs', '.cjs', '.json'],
    },
  },
};
