// Builds when a source is newer than the last build, so that commands after the first start at once.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const stamp = join(root, 'dist', '.built');

const newestIn = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|json|njk|scss|svg)$/.test(entry.name))
    .reduce((newest, entry) => Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);

const settings = ['package-lock.json', 'tsconfig.base.json', 'tsconfig.build.json', 'nest-cli.json'];
const newest = Math.max(
  ...['apps', 'libs', 'test'].map((folder) => newestIn(join(root, folder))),
  ...settings.map((file) => statSync(join(root, file)).mtimeMs),
);
if (!existsSync(stamp) || statSync(stamp).mtimeMs < newest) {
  process.stderr.write('Building …\n');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, '');
}
