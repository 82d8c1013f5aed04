import type { ImportReport } from '@ibex/imports';

export type Progress = Readonly<{ done: number; of: number | undefined }>;

/** How far an upload has come. A report holds what the person's own file says, and nothing else. */
export type UploadState =
  | Readonly<{ phase: 'checking'; progress: Progress }>
  | Readonly<{ phase: 'checked'; report: ImportReport }>
  | Readonly<{ phase: 'sending'; report: ImportReport; progress: Progress }>
  | Readonly<{ phase: 'sent'; report: ImportReport }>
  | Readonly<{ phase: 'failed'; because: string; mend: string }>;

export type UploadedFile = Readonly<{ filename: string; data: Uint8Array }>;

export const MOST_FILES = 3;
export const MOST_BYTES = 20 * 1024 * 1024;

const isPart = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isFile = (value: unknown): value is UploadedFile =>
  isPart(value) && typeof value['filename'] === 'string' && value['data'] instanceof Uint8Array;

/** Files of a posted form; a field that was left empty is none. */
export const filesIn = (body: unknown): readonly UploadedFile[] => {
  const field = isPart(body) ? body['files'] : undefined;
  const parts: readonly unknown[] = Array.isArray(field) ? field : [field];
  return parts.filter(isFile).filter(({ filename, data }) => filename !== '' && data.byteLength > 0);
};

/** A name that is a name and no path. */
export const plainName = (filename: string): string =>
  (filename.split(/[/\\]/).at(-1) ?? '').replaceAll(/[^A-Za-z0-9._ -]/g, '_').slice(0, 100);

/** What is wrong with the choice of files, before anything is read. */
export const filesFault = (files: readonly UploadedFile[]): string | undefined => {
  if (files.length === 0) return 'Select the header, episodes and missing files of the return';
  const names = files.map(({ filename }) => plainName(filename));
  if (files.length > MOST_FILES) return `Select at most ${String(MOST_FILES)} files`;
  if (names.some((name) => !/^[^.].*\.csv$/i.test(name))) return 'The selected files must be CSV files';
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length)
    return 'The selected files must have different names';
  const large = files.find(({ data }) => data.byteLength > MOST_BYTES);
  return large ? `${plainName(large.filename)} must be smaller than 20 MB` : undefined;
};
