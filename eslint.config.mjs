import boundaries from 'eslint-plugin-boundaries'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Folders by what they are (docs/adr, "who may import whom"). The first that fits counts. */
const ELEMENTS = [
  { type: 'contract', pattern: 'types', mode: 'folder' },
  { type: 'engine', pattern: 'cloudfunctions/core', mode: 'folder' },
  { type: 'port', pattern: 'cloudfunctions/ports', mode: 'folder' },
  { type: 'feature', pattern: 'cloudfunctions/features/*', capture: ['noun'], mode: 'folder' },
  { type: 'entry', pattern: 'cloudfunctions/{api,jobs,push,health}', mode: 'folder' },
  { type: 'clientFeature', pattern: 'src/features/*', capture: ['noun'], mode: 'folder' },
  { type: 'client', pattern: 'src', mode: 'folder' },
  { type: 'local', pattern: 'local', mode: 'folder' },
  { type: 'tooling', pattern: '{config,bench,test}', mode: 'folder' },
]

/** A server feature's files that other features and the entries may import. */
const FRONT = [
  'queries.ts',
  'actions.ts',
  'deliver.ts',
  'workflow.ts',
  'timers.ts',
  'check.ts',
  'automatic.ts',
  'redo.ts',
]

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.data/', '.cache/', '.swc/', 'test/e2e/screenshots/'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.{ts,tsx}'] })),
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { boundaries, 'react-hooks': reactHooks },
    settings: {
      'boundaries/elements': ELEMENTS,
      'import/resolver': { typescript: { project: './tsconfig.json' } },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-globals': ['error', { name: 'event', message: 'Name it as a parameter.' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Interfaces here are plain objects of functions; none uses `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Text is spread to count characters as people do; PGlite's class carries its extensions as own fields.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'react-hooks/rules-of-hooks': 'error',
      'boundaries/no-unknown-files': 'off',
      'boundaries/element-types': [
        'error',
        {
          default: 'disallow',
          message: '${file.type} must not import ${dependency.type} (see CONTRIBUTING.md)',
          rules: [
            { from: 'contract', allow: 'contract' },
            // The engines know the ports' interfaces, to hand them on; the rule below keeps it at that.
            { from: 'engine', allow: ['contract', 'engine', 'port'] },
            { from: 'port', allow: ['contract', 'port', 'engine'] },
            { from: 'feature', allow: ['contract', 'engine', 'port', 'feature'] },
            { from: 'entry', allow: ['contract', 'engine', 'port', 'entry', 'feature'] },
            {
              from: 'clientFeature',
              allow: ['contract', 'client', ['clientFeature', { noun: '${from.noun}' }]],
            },
            { from: 'client', allow: ['contract', 'client'] },
            { from: 'local', allow: ['contract', 'engine', 'port', 'feature', 'entry', 'local', 'tooling'] },
            { from: 'tooling', allow: '*' },
          ],
        },
      ],
    },
  },
  {
    files: ['cloudfunctions/core/**'],
    rules: {
      'boundaries/entry-point': [
        'error',
        {
          default: 'allow',
          rules: [
            { target: 'port', disallow: '*' },
            { target: 'port', allow: 'ports.ts' },
          ],
        },
      ],
    },
  },
  {
    files: ['cloudfunctions/ports/**'],
    rules: {
      'boundaries/entry-point': [
        'error',
        {
          default: 'allow',
          rules: [
            { target: 'engine', disallow: '*' },
            { target: 'engine', allow: '{errors,log}.ts' },
          ],
          message: 'A port knows only errors and log of the core.',
        },
      ],
    },
  },
  {
    files: ['cloudfunctions/features/**'],
    rules: {
      'boundaries/entry-point': [
        'error',
        {
          default: 'allow',
          rules: [
            { target: 'feature', disallow: '*' },
            { target: 'feature', allow: 'queries.ts' },
          ],
          message: 'Another feature is asked only through its queries.ts.',
        },
      ],
    },
  },
  {
    files: ['cloudfunctions/{api,jobs,push,health}/**'],
    rules: {
      'boundaries/entry-point': [
        'error',
        {
          default: 'allow',
          rules: [
            { target: 'feature', disallow: '*' },
            { target: 'feature', allow: FRONT },
          ],
        },
      ],
    },
  },
  {
    files: ['cloudfunctions/features/**/{policy,workflow,present}.ts', 'src/features/**/view.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['kysely', 'pg', '@tarojs/*', 'react'], message: 'This file is pure.' }] },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'This file is pure: take the time as a parameter.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'This file is pure: take the time as a parameter.',
        },
        { selector: 'AwaitExpression', message: 'This file is pure.' },
      ],
    },
  },
  {
    files: ['cloudfunctions/**'],
    // The log and the length of a call are told in real time.
    ignores: [
      'cloudfunctions/core/{clock,log,gateway}.ts',
      'cloudfunctions/features/**/{policy,workflow,present}.ts',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time comes from ctx.now.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'Time comes from ctx.now.',
        },
        {
          selector: 'CallExpression[callee.property.name=/^(with|toSorted|toReversed|toSpliced)$/]',
          message: 'The cloud runs Node 18, which does not know it.',
        },
      ],
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/labels/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'Literal[value=/^(grid_worker|village_secretary|town_officer|department_officer|family_doctor|mediator|district_officer|system_administrator)$/]',
          message: 'A page never names a role: buttons come from can[].',
        },
        { selector: 'CatchClause', message: 'Only api/ and the action hook catch.' },
        {
          selector: "CallExpression[callee.property.name='callFunction']",
          message: 'Only api/ calls the server.',
        },
      ],
    },
  },
  // Not an action: the phone's own position.
  {
    files: ['src/api/**', 'src/hooks/**', 'src/features/area/choose/usePoint.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['local/**', 'bench/**', 'config/**', 'test/faults/**', 'cloudfunctions/core/log.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**', 'bench/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // What a stranger of a runtime gives is checked where it is used.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
)
