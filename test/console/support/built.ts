import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..', '..', '..');
const SOURCES = join(ROOT, 'libs', 'console', 'assets');
const MANIFEST = join(ROOT, 'dist', 'libs', 'console', 'assets', 'manifest.json');

const newestSource = (): number =>
  readdirSync(SOURCES, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((newest, { parentPath, name }) => Math.max(newest, statSync(join(parentPath, name)).mtimeMs), 0);

/** Styles and scripts as the sources have them now: templates name them by their content. */
export const buildAssets = (): void => {
  if (existsSync(MANIFEST) && statSync(MANIFEST).mtimeMs > newestSource()) return;
  const { status, stderr } = spawnSync('node', [join('deploy', 'local', 'build-console.mjs')], {
    ...{ cwd: ROOT, encoding: 'utf8' },
  });
  if (status !== 0) throw new Error(`the console’s styles and scripts could not be built: ${stderr}`);
};
