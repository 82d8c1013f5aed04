import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const SPECS = ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e-spec.ts', '**/*.browser-spec.ts'];

export default tseslint.config(
  { ignores: ['dist/', 'var/', 'coverage/', '**/*.cjs', '**/*.mjs', '**/*.generated.ts', 'jest.config.js'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 8],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSNonNullExpression', message: 'prove that it is there, do not assert it' },
        {
          selector: 'CallExpression[callee.name="forwardRef"]',
          message: 'a circle of providers is a design fault, not a wiring one',
        },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { prefer: 'type-imports' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/**/*.ts'],
    ignores: ['apps/*/src/config.ts', 'apps/*/src/main.ts', ...SPECS],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'configuration is parsed once, in config.ts' },
      ],
    },
  },
  {
    files: [
      'libs/kernel/src/**/*.ts',
      'libs/notifications/src/*/{domain,contract}/**/*.ts',
      'libs/projections/src/*/*.projection.ts',
    ],
    ignores: SPECS,
    rules: {
      'no-restricted-globals': [
        'error',
        ...['Date', 'crypto', 'process', 'console', 'setTimeout', 'setInterval', 'fetch', 'performance'].map(
          (name) => ({
            name,
            message: 'rules are functions over data: what they need comes in as an argument',
          }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'rules are deterministic' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'AwaitExpression', message: 'rules are synchronous' },
        {
          selector: 'ClassDeclaration:not([superClass.name=/Error$/])',
          message: 'rules are functions over data, not classes',
        },
        { selector: 'TSNonNullExpression', message: 'prove that it is there, do not assert it' },
      ],
    },
  },
  {
    files: SPECS,
    ...jest.configs['flat/recommended'],
    rules: {
      ...jest.configs['flat/recommended'].rules,
      'jest/expect-expect': [
        'error',
        { assertFunctionNames: ['expect', '**.then', '**.refused', 'expect*', 'fc.assert'] },
      ],
      'jest/valid-expect': 'error',
      'jest/no-focused-tests': 'error',
      'jest/no-disabled-tests': 'error',
    },
  },
  {
    files: [...SPECS, 'libs/testing/**/*.ts', 'test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'max-lines': ['error', { max: 400 }] },
  },
  {
    files: ['apps/cli/**/*.ts', 'test/bench/**/*.ts', 'test/faults/**/*.ts', 'deploy/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
);
