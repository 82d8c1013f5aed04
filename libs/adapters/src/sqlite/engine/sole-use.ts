import { DatabaseSync } from 'node:sqlite';
import { engineFault } from './faults';

/**
 * Holds a lock that the operating system takes back when the process dies, however it dies. It stands on a file of
 * its own, so that readers of the store are not shut out by it.
 */
export const takeSoleUse = (file: string): DatabaseSync => {
  const lock = new DatabaseSync(`${file}.lock`, { timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    throw engineFault('store/held-by-another-process', file, error);
  }
};
