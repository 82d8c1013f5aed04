// Three speeds, told by suffix: .spec.ts (no I/O), .int-spec.ts (a real file or server), .e2e-spec.ts (journeys).
// Nest 12 and jose 6 are ES modules, so Jest transforms them.
const esModules = [
  ...[
    '@nestjs',
    '@opentelemetry/otlp-exporter-base',
    'jose',
    'csv-parse',
    'kysely',
    'es-toolkit',
    'commander',
    'cookie',
  ],
  ...[
    'js-yaml',
    'eventsource-parser',
    'openapi-fetch',
    'any-ascii',
    'double-metaphone',
    'd3-[a-z-]+',
    'internmap',
  ],
  ...['openid-client', 'oauth4webapi', 'oidc-provider', 'write-excel-file'],
  // the console's static files, and what stands behind them
  ...['@fastify/static', 'content-disposition', 'glob', 'minimatch', 'path-scurry', 'lru-cache', 'minipass'],
  ...['@isaacs', 'brace-expansion', 'balanced-match'],
];
const shared = {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  transform: {
    '^.+\\.(ts|js)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2023',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
  moduleNameMapper: {
    // a .mjs, which Jest never turns into anything else
    '^(d3-(?:array|color|format|interpolate|path|time|time-format))$': '<rootDir>/node_modules/$1/dist/$1.js',
    '^@ibex/adapters/(.+)$': '<rootDir>/libs/adapters/src/$1',
    '^@ibex/([^/]+)$': '<rootDir>/libs/$1/src',
    '^@ibex/([^/]+)/(.+)$': '<rootDir>/libs/$1/src/$2',
  },
};
const suite = (name, suffix) => ({ ...shared, displayName: name, testMatch: [`**/*.${suffix}.ts`] });
const patient = (name, suffix) => ({
  ...suite(name, suffix),
  setupFilesAfterEnv: ['<rootDir>/test/support/patience.cjs'],
});
module.exports = {
  projects: [
    suite('unit', 'spec'),
    patient('integration', 'int-spec'),
    patient('journeys', 'e2e-spec'),
    // Only by npm run test:console: needs Chromium and fails by name without it.
    patient('console', 'browser-spec'),
    // Only by npm run test:engines: needs real servers and fails by name without them.
    patient('engines', 'engine-spec'),
  ],
};
