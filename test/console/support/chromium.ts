import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const isRoot = (): boolean => process.getuid?.() === 0;

const found = (): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .concat('/usr/bin')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((file) => existsSync(file));

/** The browser of the system; installed from the Debian package when missing and root. Throws by name where there is none. */
export const chromiumPath = (): string => {
  const there = process.env['IBEX_CHROMIUM'] ?? found();
  if (there !== undefined) return there;
  if (isRoot() && existsSync('/usr/bin/apt-get')) {
    process.stderr.write('Installing the Debian package chromium …\n');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      ...{ stdio: ['ignore', 'ignore', 'inherit'], env },
    });
  }
  const installed = found();
  if (installed !== undefined) return installed;
  throw new Error(
    'Chromium is not installed: run "apt-get install chromium" as root, or set IBEX_CHROMIUM to the path of one',
  );
};

/** Chromium's own sandbox does not work for root. */
export const chromiumArguments = (): string[] => (isRoot() ? ['--no-sandbox'] : []);
