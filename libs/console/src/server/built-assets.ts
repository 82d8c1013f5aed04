import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { IbexError } from '@ibex/kernel';

/** Beside the running programme; where sources run as they are, beside the last build. */
const PLACES = [
  join(__dirname, '..', '..', 'assets'),
  join(__dirname, '..', '..', '..', '..', 'dist', 'libs', 'console', 'assets'),
];

/** Folder of the styles and scripts. Throws IbexError `console/not-built`. */
export const builtAssets = (): string => {
  const folder = PLACES.find((each) => existsSync(join(each, 'manifest.json')));
  if (folder !== undefined) return folder;
  throw new IbexError(
    'console/not-built',
    'the console’s styles and scripts are not built: run "node deploy/local/build-console.mjs"',
  );
};
