import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

/** The house's own rules, for every file: sizes, names for what is exported, and who may print. */
const house = {
  'max-lines': ['error', { max: 300 }],
  'max-lines-per-function': ['error', { max: 60, skipComments: true }],
  'max-params': ['error', { max: 4 }],
  'no-console': 'error',
  eqeqeq: 'error',
  'no-restricted-syntax': [
    'error',
    {
      selector: 'ExportDefaultDeclaration',
      message: 'Give it a name: a default export has a different one in every file.',
    },
    { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' },
  ],
};

/** How the web may ask the api: by the names of its routes, whose paths apps/web/src/lib/api/paths.ts makes. */
const apiPaths = [
  'Literal[value=/\\u002Fapi\\u002Fv1/]',
  'TemplateElement[value.raw=/\\u002Fapi\\u002Fv1/]',
  'SvelteLiteral[value=/\\u002Fapi\\u002Fv1/]',
].map((selector) => ({
  selector,
  message: 'Name the route: `call` and `pathOf` encode what is put into its path.',
}));
const fetched = {
  selector:
    'CallExpression[callee.name="fetch"]:matches([arguments.0.type="TemplateLiteral"], [arguments.0.type="Literal"])',
  message: 'Ask the api by `call`, or fetch what `pathOf` gives.',
};

const recorded = {
  name: '@groundwork/database/journal',
  importNames: ['record'],
  message: 'Note it: journal.ts.',
};

/** Who stands how in which group is asked in one place, and which roles carry what is read from one table. */
const standing = {
  group: ['**/groups/tables', '**/groups/tables.ts'],
  importNames: ['memberships'],
  message: 'Ask by groups/standing.ts, or write by groups/members/actions.ts.',
};
const roles = [
  ':matches(ArrayExpression, BinaryExpression, CallExpression) > Literal[value=/^(organizer|steward)$/]',
  "TemplateElement[value.raw=/'(organizer|steward)'/]",
].map((selector) => ({
  selector,
  message: 'Ask for a responsibility: `may` in a policy, `carries` in a query (groups/standing.ts).',
}));

const said = 'Say it by @groundwork/words/dates, as everything else does.';
const dates = [
  { object: 'Intl', property: 'DateTimeFormat', message: said },
  { property: 'toLocaleDateString', message: said },
  { property: 'toLocaleTimeString', message: said },
];

// What is left out on purpose says so with a leading underscore.
const unused = ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }];

export default defineConfig(
  globalIgnores([
    '**/node_modules',
    '.tools',
    '.data*',
    '**/.migrations*',
    '**/build',
    '**/.svelte-kit',
    '**/coverage',
  ]),
  js.configs.recommended,
  { rules: house, linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    // A pattern that can take the square of what someone typed stops a whole site with one line of it.
    files: ['apps/**', 'packages/**'],
    ignores: ['**/*.test.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }],
      'regexp/no-super-linear-move': 'error',
    },
  },
  {
    // One clock, and one order of day and month, wherever a date is said.
    files: ['apps/web/src/**', 'apps/api/src/**', 'packages/**'],
    ignores: [
      '**/*.test.ts',
      'packages/words/src/**',
      'packages/features/src/site/{local-times,time-zones}.ts',
    ],
    rules: { 'no-restricted-properties': ['error', ...dates] },
  },
  {
    // What only names a role stays: who may be given which, and what a new one begins with.
    files: ['apps/{api,worker}/src/**/*.ts', 'packages/features/src/**/*.ts'],
    ignores: [
      '**/*.test.ts',
      '**/{access,contract,fixtures,tables,testing}.ts',
      '**/{access,demo,testing}/**',
      'packages/features/src/groups/responsibilities.ts',
    ],
    rules: { 'no-restricted-syntax': [...house['no-restricted-syntax'], ...roles] },
  },
  {
    files: ['apps/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [standing] }] },
  },
  {
    files: ['packages/features/src/**/*.ts'],
    ignores: ['packages/features/src/journal.ts', '**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [recorded], patterns: [standing] }] },
  },
  {
    // Hosts, and those whom a view is shared with, are members for as long as they are that: a foreign key.
    files: ['packages/features/src/{groups/**,demo/**,{campaigns,events,segments/people-views}/tables.ts}'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [recorded] }] },
  },
  {
    // What types alone can tell, .oxlintrc.json asks for.
    files: ['**/*.ts'],
    extends: [ts.configs.strict],
    rules: {
      // Records of what may be missing are typed so by noUncheckedIndexedAccess; deleting from them is fine.
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': unused,
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    extends: [svelte.configs.recommended, svelte.configs.prettier],
    languageOptions: { parserOptions: { parser: ts.parser }, globals: globals.browser },
    // TypeScript knows the names, and svelte-check the types.
    plugins: { '@typescript-eslint': ts.plugin },
    rules: {
      'no-undef': 'off',
      'no-restricted-syntax': 'off',
      'no-unused-vars': 'off',
      '@typescript-eslint/no-unused-vars': unused,
      // A space between two links is for those who read a page without its styles; Svelte takes away any other.
      'svelte/no-useless-mustaches': 'off',
      // A site stands at the root of its address, so a link needs no resolving.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['apps/web/src/**/*.ts'],
    ignores: ['apps/web/src/lib/api/paths.ts', 'apps/web/src/main.ts', '**/*.test.ts'],
    rules: { 'no-restricted-syntax': [...house['no-restricted-syntax'], ...apiPaths, fetched] },
  },
  {
    files: ['apps/web/src/**/*.svelte'],
    rules: { 'no-restricted-syntax': ['error', ...apiPaths, fetched] },
  },
  {
    files: [
      'scripts/**',
      'bench/**',
      'chaos/**',
      'attack/**',
      'apps/standalone/**',
      'apps/command/**',
      '*.config.*',
      '.*.cjs',
    ],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  {
    // Places where a framework asks for a default export.
    files: ['**/*.config.{js,ts}', '**/testing/server.ts', '**/.*.cjs'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // One claim may need a long story.
    files: [
      '**/*.test.ts',
      '**/*.contract.ts',
      '**/testing.ts',
      '**/testing/**',
      '**/fixtures.ts',
      'apps/api/src/access/**',
      '**/access.ts',
      'journeys/**',
    ],
    rules: { 'max-lines-per-function': 'off' },
  },
);
