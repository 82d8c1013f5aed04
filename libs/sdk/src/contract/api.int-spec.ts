import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..', '..');

/** What would be written now. */
const writtenNow = (): string => {
  const script =
    "import('./deploy/local/sdk-types.mjs').then(async ({ typesOf, contract }) => process.stdout.write(await typesOf(contract())))";
  const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', script], {
    ...{ cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
};

it('the client’s types are those of the committed contract (else: npm run sdk:types)', () => {
  expect(readFileSync(join(__dirname, 'api.generated.ts'), 'utf8') === writtenNow()).toBe(true);
}, 60_000);
