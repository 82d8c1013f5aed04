import { StoreUnavailable } from '@ibex/kernel';
import { failureOf } from './faults';

/** Runs work on the main thread's connection; what the database reports becomes the port's error. */
export const orUnavailable = <T>(file: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    const { fault, message } = failureOf(error, file);
    throw new StoreUnavailable(fault, message, { cause: error });
  }
};
