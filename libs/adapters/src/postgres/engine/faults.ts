import { IbexError, StoreUnavailable } from '@ibex/kernel';
import type { RemoteStoreFault, StoreFault } from '@ibex/kernel';
import type { Place } from './place';

type Fault = StoreFault | RemoteStoreFault;
type Finding = Readonly<{ fault: Fault; mend: string }>;

const unreachable = (mend: string): Finding => ({ fault: 'store/unreachable', mend });
const denied = (mend: string): Finding => ({ fault: 'store/access-denied', mend });
const NOT_THERE = unreachable(
  'no connection to the database; see that it runs and that the host and port are right',
);
const CUT = unreachable(
  'the database has cut the connection; this one goes on by itself when the database is back',
);
const SLOW: Finding = {
  fault: 'store/timed-out',
  mend: 'the database did not answer in time; look for long transactions, slow disks or a slow network',
};
const FULL: Finding = {
  fault: 'store/disk-full',
  mend: 'the disk of the database is full; nothing of this write was kept; free some space and send it again',
};
const DAMAGED: Finding = {
  fault: 'store/damaged',
  mend: 'the database reports damaged data; keep it as it is and restore a backup beside it',
};
const FAILED: Finding = { fault: 'store/failed', mend: 'the database reported a failure' };

// PostgreSQL Appendix A, error codes: whole ones first, then by class (the first two characters)
const BY_STATE: Readonly<Record<string, Finding>> = {
  '28': denied('the database refuses the user or password'),
  '3D': denied('there is no such database; make it, owned by the user of the URL'),
  '42501': denied(
    'the user of the URL may not do this; it has to own the schema ibex and be let into the reader role',
  ),
  '08': CUT,
  '57': CUT,
  '57014': SLOW,
  '55P03': SLOW,
  '53300': unreachable(
    'the database has no connection left; raise its max_connections or lower the number of connections per process',
  ),
  '53': FAILED,
  '53100': FULL,
  '53200': { fault: 'store/failed', mend: 'the database is out of memory' },
  '25006': {
    fault: 'store/read-only',
    mend: 'the database takes no writes; name the primary server, not a standby',
  },
  '58': { fault: 'store/failed', mend: 'the database could not read or write a file; see its log' },
  XX001: DAMAGED,
  XX002: DAMAGED,
};

const BY_SYSTEM_CODE: Readonly<Record<string, Finding>> = {
  ECONNREFUSED: NOT_THERE,
  ENOTFOUND: NOT_THERE,
  EAI_AGAIN: NOT_THERE,
  EHOSTUNREACH: NOT_THERE,
  ENETUNREACH: NOT_THERE,
  ENOENT: NOT_THERE,
  ETIMEDOUT: NOT_THERE,
  ECONNRESET: CUT,
  EPIPE: CUT,
};

/** The client says these in words alone. */
const BY_WORDS: readonly (readonly [RegExp, Finding])[] = [
  [/timeout exceeded when trying to connect|connection timeout/i, NOT_THERE],
  [/Query read timeout/i, SLOW],
  [/Connection terminated|not queryable|closed the connection|Connection ended/i, CUT],
  [
    /SSL|certificate|self.signed/i,
    unreachable('no secure connection; see the sslmode and sslrootcert of the URL'),
  ],
  [/password must be a string|SASL/i, denied('the database asks for a password that the URL does not hold')],
];

const partOf = (error: unknown, part: 'code' | 'message'): string => {
  const value =
    typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[part] : undefined;
  return typeof value === 'string' ? value : '';
};

/** Five characters of PostgreSQL, or a code of the operating system. */
export const codeOf = (error: unknown): string => partOf(error, 'code');

const findingOf = (error: unknown): Finding => {
  const code = codeOf(error);
  const known =
    BY_STATE[code] ?? BY_SYSTEM_CODE[code] ?? (code.length === 5 ? BY_STATE[code.slice(0, 2)] : undefined);
  if (known) return known;
  const words = partOf(error, 'message');
  return BY_WORDS.find(([said]) => said.test(words))?.[1] ?? FAILED;
};

/** PostgreSQL's own messages may quote values, so only its code goes on, in the message and as the cause. */
export const unavailable = (error: unknown, { setting, name }: Place): Error => {
  if (error instanceof IbexError) return error;
  const { fault, mend } = findingOf(error);
  const code = codeOf(error);
  const message = `${setting} (${name}): ${mend}${code === '' ? '' : ` (${code})`}`;
  return new StoreUnavailable(fault, message, { cause: new Error(code === '' ? fault : code) });
};

/** Undone by the database because of others at work: the same again may well succeed. */
export const isOthersFault = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error));

/** True when the connection must not be used again. */
export const isConnectionLost = (error: unknown): boolean => {
  if (error instanceof IbexError) return false;
  const finding = findingOf(error);
  return finding === CUT || finding === NOT_THERE || (finding === SLOW && codeOf(error) === '');
};
