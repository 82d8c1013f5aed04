/** Who may import whom. The table in libs/README.md is this file in words; test/architecture proves that each rule bites. */
const N = '^libs/notifications/src/';
const P = '^libs/projections/src/';
const SPEC = '\\.(int-|e2e-|browser-)?spec\\.ts$';
const npmTypes = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'];
const NEST = ['node_modules/@nestjs/', 'node_modules/rxjs/', 'node_modules/reflect-metadata/'];
const VALIDATION = ['node_modules/class-validator/', 'node_modules/class-transformer/'];
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: SPEC },
  to: { path: '^(libs|apps|test)/', pathNot: allowed },
});
const npm = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: SPEC },
  to: { dependencyTypes: npmTypes, ...(allowed ? { pathNot: allowed } : {}) },
});
/** A supporting lib sees the kernel, the runtime's barrel, facts through the notifications' barrel, and itself. */
const supporting = [
  'boroughs',
  'delivery',
  'identity',
  'access',
  'proof',
  'imports',
  'subscriptions',
  'agreements',
];
const AREAS = 'desk|tell|mash|registers|governance|operations';
const oneFolder = (name, folder, target) => ({
  name,
  severity: 'error',
  comment: `${target} is known to libs/adapters/src/${folder} alone`,
  from: { pathNot: `^libs/adapters/src/${folder}/|^test/` },
  to: { path: target },
});
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'an import that does not resolve matches no other rule',
      from: { path: '^(apps|libs|test)/' },
      to: { couldNotResolve: true },
    },
    only('kernel-alone', '^libs/kernel/', ['^libs/kernel/'], 'the kernel is the vocabulary; it knows nobody'),
    npm('kernel-no-npm', '^libs/kernel/'),
    only('domain-pure', `${N}([^/]+)/domain/`, ['^libs/kernel/', `${N}$1/domain/`, `${N}shared/domain/`]),
    npm('domain-no-npm', `${N}[^/]+/domain/`),
    only('contract-maps-own-facts', `${N}([^/]+)/contract/`, [
      '^libs/kernel/',
      `${N}$1/(domain|contract)/`,
      `${N}shared/(domain|contract)/`,
    ]),
    npm('contract-no-npm', `${N}[^/]+/contract/`),
    only(
      'api-scope',
      `${N}([^/]+)/(api/|[^/]+\\.module\\.ts$)`,
      ['^libs/kernel/', `${N}$1/`, `${N}shared/`, '^libs/runtime/src/index\\.ts$'],
      'the api speaks to its own rules and the runtime, never to a technology',
    ),
    npm('api-npm', `${N}[^/]+/(api/|[^/]+\\.module\\.ts$)`, [...NEST, ...VALIDATION]),
    {
      name: 'pure-barrel',
      severity: 'error',
      comment: 'what the relay and the views read must not drag Nest in',
      from: { path: `${N}index\\.ts$` },
      to: { path: 'node_modules/(@nestjs|class-)', reachable: true },
    },
    {
      name: 'deciders-stay-home',
      severity: 'error',
      comment: 'only the type itself runs its decider',
      from: {
        path: '^(apps|libs)/',
        pathNot: [
          SPEC,
          `${N}([^/]+)/(domain|api)/`,
          '^libs/[^/]+/src/(domain|record)/',
          '^libs/delivery/src/[^/]+/',
          '^libs/boroughs/src/[^/]+/',
          '^libs/identity/src/[^/]+/',
          '^libs/access/src/[^/]+/',
          '^libs/projections/src/completeness/silence/',
        ],
      },
      to: { path: '\\.decider\\.ts$' },
    },
    {
      name: 'types-are-strangers',
      severity: 'error',
      comment: 'one notification type never imports another',
      from: { path: `${N}([^/]+)/.+` },
      to: { path: `${N}[^/]+/.+`, pathNot: [`${N}$1/`, `${N}shared/`] },
    },
    {
      name: 'projections-are-strangers',
      severity: 'error',
      from: { path: `${P}([^/]+)/.+` },
      to: { path: `${P}[^/]+/.+`, pathNot: [`${P}$1/`, `${P}shared/`] },
    },
    {
      name: 'projections-see-facts-only',
      severity: 'error',
      comment: 'a view reads facts through the public barrel, never a decider or an api',
      from: { path: P },
      to: { path: N, pathNot: `${N}index\\.ts$` },
    },
    only('projections-scope', P, [P, '^libs/kernel/', `${N}index\\.ts$`, '^libs/runtime/src/index\\.ts$']),
    npm('projections-npm', P, [...NEST, ...VALIDATION, 'node_modules/kysely/']),
    ...supporting.map((lib) =>
      only(`${lib}-scope`, `^libs/${lib}/`, [
        `^libs/(${lib}|kernel)/`,
        `${N}index\\.ts$`,
        '^libs/runtime/src/index\\.ts$',
      ]),
    ),
    npm('supporting-npm', `^libs/(boroughs|delivery|access|subscriptions|agreements)/`, [
      ...NEST,
      ...VALIDATION,
    ]),
    npm('identity-npm', '^libs/identity/', [
      ...NEST,
      ...VALIDATION,
      'node_modules/(any-ascii|cmpstr|double-metaphone)/',
    ]),
    npm('proof-npm', '^libs/proof/', [...NEST, ...VALIDATION, '^(node:)?crypto$']),
    npm('imports-npm', '^libs/imports/', [
      ...NEST,
      ...VALIDATION,
      'node_modules/csv-parse/',
      '^(node:)?(fs|fs/promises|path|os|stream|stream/promises|string_decoder|crypto|readline)$',
    ]),
    only(
      'subscriber-scope',
      '^libs/subscriber/',
      ['^libs/(subscriber|kernel)/'],
      'a borough installs it alone',
    ),
    npm('subscriber-npm', '^libs/subscriber/', [
      '^(node:)?(crypto|fs/promises|path|timers/promises)$',
      'node_modules/eventsource-parser/',
    ]),
    only(
      'conformance-scope',
      '^libs/conformance/',
      [
        '^libs/(conformance|kernel)/',
        `${N}index\\.ts$`,
        '^libs/(delivery|runtime)/src/index\\.ts$',
        '^libs/adapters/src/(webhook|kafka)/index\\.ts$',
      ],
      'what the kit plays is built by what builds the real thing, through its doors',
    ),
    npm('conformance-npm', '^libs/conformance/', [
      '^(node:)?(child_process|fs/promises|http|timers/promises)$',
    ]),
    only(
      'sdk-scope',
      '^libs/sdk/',
      ['^libs/(sdk|subscriber|kernel)/', '^libs/adapters/src/(jose|kafka)/receiving\\.ts$'],
      'what a borough installs holds nothing of the server',
    ),
    npm('sdk-npm', '^libs/sdk/', ['^(node:)?crypto$', 'node_modules/openapi-fetch/']),
    only(
      'console-scope',
      '^libs/console/',
      ['^libs/(console|kernel)/', '^libs/(sdk|imports|runtime)/src/index\\.ts$'],
      'pages speak to the exchange by its HTTP API alone, as any client could',
    ),
    npm('console-npm', '^libs/console/src/', [
      ...NEST,
      'node_modules/(fastify|@fastify/[^/]+|nunjucks|@types/nunjucks)/',
      'node_modules/(@types/)?(d3-(scale|shape|chord)|write-excel-file)/',
      '^(node:)?(crypto|fs|fs/promises|os|path|stream|timers/promises|zlib)$',
    ]),
    npm('console-scripts-npm', '^libs/console/assets/', [
      'node_modules/(govuk-frontend|@ministryofjustice/frontend)/',
    ]),
    {
      name: 'areas-are-strangers',
      severity: 'error',
      comment: 'an area of the console stands on the frame and knows no other area',
      from: { path: `^libs/console/src/(${AREAS})/`, pathNot: SPEC },
      to: { path: '^libs/console/src/', pathNot: '^libs/console/src/(frame|$1)/' },
    },
    {
      name: 'frame-knows-no-area',
      severity: 'error',
      from: {
        path: '^libs/console/src/(frame|session|sign-in|server)/',
        pathNot: [SPEC, 'create-console\\.ts$'],
      },
      to: { path: `^libs/console/src/(areas\\.ts|home/|(${AREAS})/)` },
    },
    {
      name: 'templates-by-the-frame',
      severity: 'error',
      comment: 'whatever is rendered is escaped by one environment',
      from: { path: '^(libs|apps)/', pathNot: [SPEC, '^libs/console/src/frame/'] },
      to: { path: 'node_modules/nunjucks/' },
    },
    {
      name: 'sdk-is-for-others',
      severity: 'error',
      comment:
        'the house does not stand on what it gives away; the command line and specs may try it, and the console is a client like any',
      from: { path: '^(libs|apps)/', pathNot: [SPEC, '^libs/sdk/', '^libs/console/', '^apps/cli/'] },
      to: { path: '^libs/sdk/' },
    },
    {
      name: 'receiving-without-server',
      severity: 'error',
      comment: 'nothing of Nest stands behind the doors for receivers outside of the house',
      from: { path: '^libs/adapters/src/[^/]+/receiving\\.ts$|^libs/sdk/src/(index|webhook|kafka)\\.ts$' },
      to: { path: 'node_modules/(@nestjs|class-|rxjs|reflect-metadata)', reachable: true },
    },
    only(
      'runtime-generic',
      '^libs/runtime/',
      ['^libs/(runtime|kernel)/'],
      'the shell runs any decider, names none',
    ),
    only(
      'adapter-scope',
      '^libs/adapters/src/([^/]+)/',
      ['^libs/kernel/', '^libs/adapters/src/$1/'],
      'an adapter implements kernel ports and knows one technology',
    ),
    oneFolder('kafkajs-in-one-folder', 'kafka', 'node_modules/kafkajs'),
    oneFolder('eventstore-client-in-one-folder', 'eventstoredb', 'node_modules/@eventstore'),
    oneFolder('jose-in-one-folder', 'jose', 'node_modules/jose'),
    oneFolder('pg-in-one-folder', 'postgres', 'node_modules/pg/'),
    oneFolder('openid-client-in-one-folder', 'oidc', 'node_modules/openid-client'),
    oneFolder('oidc-provider-in-one-folder', 'trial-provider', 'node_modules/oidc-provider'),
    oneFolder('nodemailer-in-one-folder', 'smtp', 'node_modules/nodemailer'),
    oneFolder('node-sqlite-in-one-folder', 'sqlite', '^(node:)?sqlite$'),
    {
      name: 'barrels-only',
      severity: 'error',
      comment: 'from outside, a lib is its index (or api) file',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: {
        path: '^libs/[^/]+/src/.+',
        pathNot: [
          '^libs/$2/',
          '^libs/[^/]+/src/(index|api)\\.ts$',
          '^libs/sdk/src/(webhook|kafka)\\.ts$',
          '^libs/adapters/src/[^/]+/(index|receiving)\\.ts$',
        ],
      },
    },
    {
      name: 'apps-are-leaves',
      severity: 'error',
      from: { path: '^(libs|apps/([^/]+))/' },
      to: { path: '^apps/', pathNot: '^apps/$2/' },
    },
    {
      name: 'testing-in-specs-only',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [SPEC, '^libs/testing/'] },
      to: { path: '^(libs/testing|test)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    // packages that are ES modules alone have no other door
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
    exclude: { path: '^(dist|var)/' },
  },
};
