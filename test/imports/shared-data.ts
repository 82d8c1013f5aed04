import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DATA = join(__dirname, '..', '..', '..', 'shared', 'data');

/** Path below the shared data; fails by name, so that a suite without its data never passes silently. */
export const sharedData = (...path: readonly string[]): string => {
  const found = join(DATA, ...path);
  if (existsSync(found)) return found;
  throw new Error(
    `${path.join('/')} is not there: this suite reads the shared data beside the project, in ${DATA}`,
  );
};

/** Rows of a file of plain cells, none of them quoted. */
export const csvOf = (...path: readonly string[]): readonly Readonly<Record<string, string>>[] => {
  const lines = readFileSync(sharedData(...path), 'utf8').split(/\r?\n/);
  const [header = [], ...rows] = lines.filter((line) => line !== '').map((line) => line.split(','));
  return rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])));
};

/** London's GSS codes follow the borough names in order of the alphabet; the DfE number begins the folder's name. */
export const londonReturns = (): readonly Readonly<{ folder: string; gss: string }>[] => {
  const numbers = new Map(
    '201 301 302 303 304 305 202 306 307 308 203 204 205 309 310 311 312 313 206 207 314 208 209 315 316 317 318 210 319 211 320 212 213'
      .split(' ')
      .map((number, index) => [number, `E09${String(index + 1).padStart(6, '0')}`]),
  );
  return readdirSync(sharedData('london-returns'))
    .filter((name) => /^\d{3}-/.test(name))
    .map((name) => ({
      folder: sharedData('london-returns', name),
      gss: numbers.get(name.slice(0, 3)) ?? name,
    }));
};
