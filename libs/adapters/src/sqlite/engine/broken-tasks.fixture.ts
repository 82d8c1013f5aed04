import { DatabaseSync } from 'node:sqlite';
import type { WriteTasks } from './group-commit';

/** For specs: a writer whose thread ends in the middle of a request. */
export const openTasks = (): WriteTasks => ({
  file: 'broken',
  database: new DatabaseSync(':memory:'),
  perform: () => process.exit(1),
  close: () => undefined,
});
