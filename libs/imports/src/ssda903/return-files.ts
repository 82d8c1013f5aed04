import { ImportFault } from '../import-fault';

export const RETURN_FILES = ['header', 'episodes', 'missing'] as const;
export type ReturnFile = (typeof RETURN_FILES)[number];

export type FoundFiles = Readonly<{
  header: string;
  episodes: string;
  missing?: string;
  /** Year in which the return was made, where a name tells it. */
  year?: number;
}>;

const OTHER_MODULES = new Set(['sw', 'social', 'worker']);
const wordsOf = (name: string): readonly string[] => name.toLowerCase().match(/[a-z]+|\d+/g) ?? [];

const kindOf = (name: string): ReturnFile | undefined => {
  const words = wordsOf(name.replace(/\.csv$/i, ''));
  if (words.some((word) => OTHER_MODULES.has(word))) return undefined;
  return RETURN_FILES.find((kind) => words.includes(kind) || words.includes(kind.replace(/s$/, '')));
};

const yearIn = (names: readonly string[]): number | undefined => {
  const years = names.flatMap(wordsOf).filter((word) => /^20[12]\d$/.test(word));
  return years.length === 0 ? undefined : Number(years[0]);
};

const theOnly = (kind: ReturnFile, names: readonly string[]): string | undefined => {
  const found = names.filter((name) => /\.csv$/i.test(name) && kindOf(name) === kind);
  if (found.length < 2) return found[0];
  throw new ImportFault(
    'imports/two-files-alike',
    `the folder holds more than one ${kind} file: ${found.join(', ')}. Leave the one that is meant.`,
  );
};

/** Picks header, episodes and missing files by words in their names, e.g. `SSDA903_2025_episodes.csv`. */
export const findReturnFiles = (folderName: string, names: readonly string[]): FoundFiles => {
  const sorted = [...names].sort();
  const need = (kind: ReturnFile): string => {
    const name = theOnly(kind, sorted);
    if (name !== undefined) return name;
    throw new ImportFault(
      'imports/file-missing',
      `the folder has no ${kind}.csv of an SSDA903 return; names such as SSDA903_2025_${kind}.csv are understood too`,
    );
  };
  const files = { header: need('header'), episodes: need('episodes') };
  const missing = theOnly('missing', sorted);
  const year = yearIn([...Object.values(files), folderName]);
  return { ...files, ...(missing === undefined ? {} : { missing }), ...(year === undefined ? {} : { year }) };
};
