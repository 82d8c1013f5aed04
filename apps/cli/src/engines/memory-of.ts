import { readFileSync } from 'node:fs';

const KIBIBYTE = 1024;

const statusOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
};

/** Resident memory of a process in bytes, as Linux tells it; zeros for no such process, or where it is not told. */
export const memoryOf = (pid: number): Readonly<{ now: number; peak: number }> => {
  const status = pid === 0 ? '' : statusOf(pid);
  const bytes = (field: string): number =>
    Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * KIBIBYTE;
  return { now: bytes('VmRSS'), peak: bytes('VmHWM') };
};
