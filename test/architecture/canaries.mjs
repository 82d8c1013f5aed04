// Proves that every import rule bites: copies the sources aside, plants one wrong import per rule, and demands that each
// is reported under its rule. A rule without a canary, or a canary that is not caught, fails. Run: npm run canaries
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));

const N = 'libs/notifications/src';
const P = 'libs/projections/src';
/** [rule, file that imports, what it imports] */
const CANARIES = [
  ['no-circular', 'libs/kernel/src/canary-a.ts', './canary-b'],
  ['resolvable', 'libs/runtime/src/canary-lost.ts', 'no-such-package'],
  ['kernel-alone', 'libs/kernel/src/canary.ts', '@ibex/runtime'],
  ['kernel-no-npm', 'libs/kernel/src/canary-npm.ts', 'rxjs'],
  ['kernel-no-npm', 'libs/kernel/src/canary-core.ts', 'node:crypto'],
  ['domain-pure', `${N}/placement/domain/canary.ts`, '@ibex/runtime'],
  ['domain-pure', `${N}/placement/domain/canary-api.ts`, '../api/placement.handler'],
  ['domain-no-npm', `${N}/placement/domain/canary-npm.ts`, '@nestjs/common'],
  ['domain-no-npm', `${N}/placement/domain/canary-core.ts`, 'node:crypto'],
  ['contract-maps-own-facts', `${N}/placement/contract/canary.ts`, '../api/placement.handler'],
  ['contract-no-npm', `${N}/placement/contract/canary-npm.ts`, '@nestjs/common'],
  ['api-scope', `${N}/placement/api/canary.ts`, '@ibex/adapters/memory'],
  ['api-npm', `${N}/placement/api/canary-npm.ts`, 'kysely'],
  ['pure-barrel', `${N}/index.ts`, './placement/api/placement.controller'],
  ['deciders-stay-home', `${N}/canary.ts`, './placement/domain/placement.decider'],
  ['types-are-strangers', `${N}/missing/domain/canary.ts`, '../../placement/domain/placement.events'],
  ['projections-are-strangers', `${P}/duties/canary.ts`, '../commands/canary-target'],
  ['projections-see-facts-only', `${P}/duties/canary-api.ts`, '@ibex/notifications/api'],
  ['projections-scope', `${P}/duties/canary-scope.ts`, '@ibex/adapters/memory'],
  ['projections-npm', `${P}/duties/canary-npm.ts`, 'pino'],
  ...['boroughs', 'delivery', 'identity', 'access', 'proof', 'imports', 'subscriptions', 'agreements'].map(
    (lib) => [
      `${lib}-scope`,
      `libs/${lib}/src/canary.ts`,
      lib === 'proof' ? '@ibex/delivery' : '@ibex/proof',
    ],
  ),
  ['supporting-npm', 'libs/delivery/src/canary-npm.ts', 'kysely'],
  ['supporting-npm', 'libs/subscriptions/src/canary-npm.ts', 'kysely'],
  ['identity-npm', 'libs/identity/src/canary-npm.ts', 'kysely'],
  ['proof-npm', 'libs/proof/src/canary-npm.ts', 'kysely'],
  ['imports-npm', 'libs/imports/src/canary-npm.ts', 'kysely'],
  ['subscriber-scope', 'libs/subscriber/src/canary.ts', '@ibex/runtime'],
  ['subscriber-npm', 'libs/subscriber/src/canary-npm.ts', 'kafkajs'],
  ['conformance-scope', 'libs/conformance/src/canary.ts', '@ibex/subscriber'],
  ['conformance-scope', 'libs/conformance/src/canary-adapter.ts', '@ibex/adapters/memory'],
  ['conformance-npm', 'libs/conformance/src/canary-npm.ts', '@nestjs/common'],
  ['sdk-scope', 'libs/sdk/src/canary.ts', '@ibex/runtime'],
  ['sdk-npm', 'libs/sdk/src/canary-npm.ts', 'pino'],
  ['console-scope', 'libs/console/src/desk/canary.ts', '@ibex/delivery'],
  ['console-scope', 'libs/console/src/server/canary.ts', '@ibex/adapters/memory'],
  ['console-npm', 'libs/console/src/desk/canary-npm.ts', 'kysely'],
  ['console-npm', 'libs/console/src/session/canary-core.ts', 'node:http'],
  ['console-scripts-npm', 'libs/console/assets/scripts/canary.ts', 'rxjs'],
  ['areas-are-strangers', 'libs/console/src/desk/canary-area.ts', '../mash/mash.module'],
  ['frame-knows-no-area', 'libs/console/src/frame/canary.ts', '../areas'],
  ['templates-by-the-frame', 'libs/console/src/desk/canary-template.ts', 'nunjucks'],
  ['sdk-is-for-others', 'libs/runtime/src/canary-sdk.ts', '@ibex/sdk'],
  ['receiving-without-server', 'libs/adapters/src/kafka/receiving.ts', './kafka.module'],
  ['runtime-generic', 'libs/runtime/src/canary.ts', '@ibex/notifications'],
  ['adapter-scope', 'libs/adapters/src/memory/canary.ts', '@ibex/notifications'],
  ['adapter-scope', 'libs/adapters/src/memory/canary-other.ts', '@ibex/adapters/sqlite'],
  ['kafkajs-in-one-folder', 'libs/runtime/src/canary-kafka.ts', 'kafkajs'],
  ['eventstore-client-in-one-folder', 'libs/runtime/src/canary-esdb.ts', '@eventstore/db-client'],
  ['jose-in-one-folder', 'libs/runtime/src/canary-jose.ts', 'jose'],
  ['pg-in-one-folder', 'libs/runtime/src/canary-pg.ts', 'pg'],
  ['openid-client-in-one-folder', 'libs/console/src/sign-in/canary-oidc.ts', 'openid-client'],
  ['oidc-provider-in-one-folder', 'apps/exchange/src/canary-provider.ts', 'oidc-provider'],
  ['nodemailer-in-one-folder', 'libs/delivery/src/canary-mail.ts', 'nodemailer'],
  ['node-sqlite-in-one-folder', 'libs/runtime/src/canary-sqlite.ts', 'node:sqlite'],
  ['barrels-only', 'apps/exchange/src/canary.ts', '../../../libs/runtime/src/decision/order'],
  ['apps-are-leaves', 'libs/runtime/src/canary-app.ts', '../../../apps/exchange/src/main'],
  ['testing-in-specs-only', 'libs/runtime/src/canary-testing.ts', '@ibex/testing'],
];

const scratch = mkdtempSync(join(tmpdir(), 'ibex-canaries-'));
const cleanUp = () => rmSync(scratch, { recursive: true, force: true });

const plant = ([, file, target]) => {
  const path = join(scratch, file);
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, `import '${target}';\n`);
};

const copySources = () => {
  for (const part of [
    'apps',
    'libs',
    'tsconfig.json',
    'tsconfig.base.json',
    '.dependency-cruiser.cjs',
    'package.json',
  ])
    cpSync(join(root, part), join(scratch, part), { recursive: true });
  mkdirSync(join(scratch, 'node_modules'));
  mkdirSync(join(scratch, 'test'));
  for (const name of [
    'rxjs',
    '@nestjs',
    'kysely',
    'pino',
    'kafkajs',
    '@eventstore',
    'jose',
    'nodemailer',
    'nunjucks',
    'openid-client',
    'oidc-provider',
    'class-validator',
    'class-transformer',
    'typescript',
    '@types',
  ])
    symlinkSync(join(root, 'node_modules', name), join(scratch, 'node_modules', name));
  mkdirSync(join(scratch, 'node_modules', 'pg'));
  writeFileSync(join(scratch, 'node_modules', 'pg', 'package.json'), '{"name":"pg","main":"index.js"}');
  writeFileSync(join(scratch, 'node_modules', 'pg', 'index.js'), '');
  writeFileSync(join(scratch, 'libs/kernel/src/canary-b.ts'), "import './canary-a';\n");
  mkdirSync(join(scratch, P, 'commands'), { recursive: true });
  writeFileSync(join(scratch, P, 'commands', 'canary-target.ts'), 'export const target = 1;\n');
};

const cruise = () => {
  const cli = join(root, 'node_modules', '.bin', 'depcruise');
  const run = spawnSync(cli, ['apps', 'libs', '--output-type', 'json', '--preserve-symlinks'], {
    cwd: scratch,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return JSON.parse(run.stdout).summary.violations;
};

try {
  copySources();
  CANARIES.forEach(plant);
  const violations = cruise();
  const isCaught = ([rule, file]) => violations.some((v) => v.rule.name === rule && v.from === file);
  const missed = CANARIES.filter((canary) => !isCaught(canary));
  const bare = forbidden.map((rule) => rule.name).filter((name) => !CANARIES.some(([rule]) => rule === name));
  for (const [rule, file, target] of missed)
    process.stderr.write(`NOT CAUGHT ${rule}: ${file} -> ${target}\n`);
  for (const name of bare) process.stderr.write(`NO CANARY for rule ${name}\n`);
  process.stdout.write(
    `canaries: ${CANARIES.length - missed.length} of ${CANARIES.length} wrong imports caught, ${forbidden.length - bare.length} of ${forbidden.length} rules have one\n`,
  );
  process.exitCode = missed.length + bare.length > 0 ? 1 : 0;
} finally {
  cleanUp();
}
