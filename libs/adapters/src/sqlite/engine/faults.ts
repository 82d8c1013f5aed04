import type { StoreFault } from '@ibex/kernel';

/** A fault as it crosses from a writer's thread: plain, with a message that names the file and the mend. */
export type Failure = Readonly<{ fault: StoreFault; message: string }>;

/** Thrown inside the engine; the port's side turns it into StoreUnavailable. */
export class EngineFault extends Error {
  readonly fault: StoreFault;

  constructor(fault: StoreFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}

// Primary result codes, sqlite.org/rescode.html
const FAULT_BY_CODE: Readonly<Record<number, StoreFault>> = {
  5: 'store/held-by-another-process',
  6: 'store/held-by-another-process',
  8: 'store/read-only',
  11: 'store/damaged',
  13: 'store/disk-full',
  14: 'store/read-only',
  26: 'store/not-a-store',
};

const MEND: Readonly<Record<StoreFault, string>> = {
  'store/closed': 'it is closed',
  'store/disk-full': 'the disk is full; nothing of this write was kept; free some space and send it again',
  'store/read-only':
    'it cannot be opened for writing; give this user the right to write the file and its folder',
  'store/held-by-another-process':
    'another process uses it; stop that process, or give this one its own folder',
  'store/damaged': 'it is damaged; keep the file as it is and restore a backup beside it',
  'store/not-a-store':
    'it is not a file of this kind; it was left untouched; name another folder or move it away',
  'store/failed': 'the database reported a failure',
};

const partOf = (error: unknown, part: 'errcode' | 'errstr'): unknown =>
  typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[part] : undefined;

/** SQLite's extended result code. */
export const extendedCodeOf = (error: unknown): number => {
  const code = partOf(error, 'errcode');
  return typeof code === 'number' ? code : 0;
};

const detailOf = (error: unknown): string => {
  const name = partOf(error, 'errstr');
  return typeof name === 'string' ? ` (${name})` : '';
};

/** SQLite's own message may quote values, so only its name for the result code is passed on. */
export const failureOf = (error: unknown, file: string): Failure => {
  if (error instanceof EngineFault) return { fault: error.fault, message: error.message };
  const fault = FAULT_BY_CODE[extendedCodeOf(error) & 0xff] ?? 'store/failed';
  return { fault, message: `${file}: ${MEND[fault]}${detailOf(error)}` };
};

export const engineFault = (fault: StoreFault, file: string, cause?: unknown): EngineFault =>
  new EngineFault(fault, `${file}: ${MEND[fault]}${detailOf(cause)}`, { cause });
