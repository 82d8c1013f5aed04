import type { ChannelOutcome } from '@ibex/kernel';
import { codeOf } from './disk';

/** Why a file could not be dropped, in a word that quotes no path. */
export class DropFault extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'DropFault';
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'files/disk-full',
  EDQUOT: 'files/disk-full',
  EROFS: 'files/read-only',
  EACCES: 'files/not-let-in',
  EPERM: 'files/not-let-in',
  EBUSY: 'files/in-use',
  ETXTBSY: 'files/in-use',
  ELOOP: 'files/not-a-folder',
  ENOTDIR: 'files/not-a-folder',
  ENOENT: 'files/not-there',
};

/** Every fault of a disk is one that somebody mends: all of it is tried again. */
export const outcomeOf = (fault: unknown): ChannelOutcome => ({
  kind: 'later',
  reason: fault instanceof DropFault ? fault.reason : (REASONS[codeOf(fault)] ?? 'files/failed'),
});
