import { pino } from 'pino';
import type { Level } from 'pino';
import { SafeLog } from './safe-log';

export type LogLevel = Level | 'silent';

/** The process's log on standard output, written without making anybody wait. */
export const createLog = (level: LogLevel): SafeLog =>
  new SafeLog(level, pino.destination({ dest: 1, sync: false, minLength: 0 }));

export const silentLog = (): SafeLog => new SafeLog('silent', { write: () => undefined });
