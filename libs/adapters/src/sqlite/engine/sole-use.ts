import { DatabaseSync } from 'node:sqlite';
import { refuseNoFolder } from './database-file';
import { EngineFault, failureOf } from './faults';

export type SoleUse = Readonly<{ release(): void }>;

/**
 * Holds a lock that the operating system takes back when the process dies, however it dies. It stands on a file of
 * its own, so that readers of the store are not shut out by it.
 */
const takeSoleUse = (file: string): SoleUse => {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(`${file}.lock`, { timeout: 0 });
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    const { fault, message } = failureOf(error, file);
    throw new EngineFault(fault, message, { cause: error });
  }
  const held = lock;
  return { release: () => held.close() };
};

/** Opens a file while nobody else has it; lets go again when it cannot be opened. */
export const holdingSoleUse = <T>(file: string, open: () => T): readonly [T, SoleUse] => {
  refuseNoFolder(file);
  const soleUse = takeSoleUse(file);
  try {
    return [open(), soleUse];
  } catch (error) {
    soleUse.release();
    throw error;
  }
};
