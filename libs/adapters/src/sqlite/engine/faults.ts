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
  26: 'store/not-a-store',
};

const MEND: Readonly<Record<StoreFault, string>> = {
  'store/closed': 'it is closed',
  'store/disk-full': 'the disk is full; nothing of this write was kept; free some space and send it again',
  'store/read-only': 'it cannot be written; give this user the right to write the file and its folder',
  'store/held-by-another-process':
    'another process uses it; stop that process, or give this one its own folder',
  'store/damaged': 'it is damaged; keep the file as it is and restore a backup beside it',
  'store/not-a-store':
    'it is not a file of this kind; it was left untouched; name another folder or move it away',
  'store/failed': 'the database reported a failure',
};

const resultCode = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined;

const detailOf = (error: unknown): string => {
  const errstr = error instanceof Error && 'errstr' in error ? error.errstr : undefined;
  return typeof errstr === 'string' ? ` (${errstr})` : '';
};

/** SQLite's own message may quote values, so only its name for the result code is passed on. */
export const failureOf = (error: unknown, file: string): Failure => {
  if (error instanceof EngineFault) return { fault: error.fault, message: error.message };
  const fault = FAULT_BY_CODE[resultCode(error) ?? -1] ?? 'store/failed';
  return { fault, message: `${file}: ${MEND[fault]}${detailOf(error)}` };
};

export const engineFault = (fault: StoreFault, file: string, cause?: unknown): EngineFault =>
  new EngineFault(fault, `${file}: ${MEND[fault]}${detailOf(cause)}`, { cause });
