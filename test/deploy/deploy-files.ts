import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

export const ROOT = resolve(process.cwd());
export const textOf = (...path: readonly string[]): string => readFileSync(join(ROOT, ...path), 'utf8');
export const jsonOf = (...path: readonly string[]): unknown => JSON.parse(textOf(...path));
export const yamlOf = (text: string): unknown => parse(text, { merge: true });
export const documentsOf = (text: string): readonly unknown[] =>
  parseAllDocuments(text, { merge: true }).map((document) => document.toJS() as unknown);

export const filesIn = (folder: string, end: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end))
    .map((name) => join(folder, name));

/** Every setting that an app reads: what the settings classes declare, and what the command line takes. */
export const knownSettings = (): ReadonlySet<string> => {
  const places = [
    ...filesIn('libs/runtime/src/config', '.settings.ts'),
    ...filesIn('apps', 'config.ts').filter((name) => name.endsWith('src/config.ts')),
  ];
  const declared = /readonly (NODE_ENV|IBEX_[A-Z_]+)[!?]?[:=\s]/g;
  const taken = /process\.env\['(IBEX_[A-Z_]+)'\]/g;
  return new Set(
    places
      .map((place) => textOf(place))
      .flatMap((text) => [...text.matchAll(declared), ...text.matchAll(taken)])
      .flatMap(([, name]) => name ?? []),
  );
};

/** Settings that a text names, as `IBEX_…`. */
export const settingsIn = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(/\bIBEX_[A-Z]+(?:_[A-Z]+)*\b/g), ([name]) => name)),
];
