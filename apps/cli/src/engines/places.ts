import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const rootAbove = (folder: string): string => {
  if (existsSync(join(folder, 'deploy', 'local', 'postgres.mjs'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('deploy/local is not there: run this within the repository');
  return rootAbove(above);
};

/** The repository's folder, whether this runs from source or from dist. */
export const REPOSITORY = rootAbove(__dirname);

/** A compiled file. Throws, with the mend, when it is not there. */
export const builtFile = (...path: readonly string[]): string => {
  const file = join(REPOSITORY, 'dist', ...path);
  if (existsSync(file)) return file;
  throw new Error(`${path.join('/')} is not built: run "npm run build" first`);
};

export const localScript = (name: string): string => join(REPOSITORY, 'deploy', 'local', name);
