// Installs the dependencies (among them the Node 24 that every script runs on) when they are missing or older than the
// lock file, so that each npm script works in a fresh clone. `npm install --no-save` keeps to the lock file's versions like
// `npm ci`, and also works where the registry does not serve the builds of other platforms that the lock file leaves out. Plain JavaScript: it runs on whatever Node started npm.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const installed = join(root, 'node_modules', '.package-lock.json');
const runtime = join(root, 'node_modules', '.bin', 'node');
const isFresh =
  existsSync(installed) &&
  existsSync(runtime) &&
  statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
if (!isFresh) {
  process.stderr.write('Installing dependencies (first run only) …\n');
  const { status } = spawnSync(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  if (status !== 0) {
    process.stderr.write(
      'npm install failed: see above. Check the network or the registry settings of npm, then run the command again.\n',
    );
    process.exit(status ?? 1);
  }
}
