import type { DatabaseSync } from 'node:sqlite';
import { extendedCodeOf, failureOf } from './faults';
import type { Failure } from './faults';
import type { Answer } from './write-protocol';

/** What one kind of writer does with its requests. Everything here runs in the writer's own thread. */
export interface WriteTasks {
  readonly file: string;
  readonly database: DatabaseSync;
  /** Requests of a batch, where the batch is packed. */
  unpack?(batch: unknown): readonly unknown[];
  /** Carries out one request inside the group's transaction; what it throws undoes the request. */
  perform(request: unknown): unknown;
  /** The transaction was undone: forget what was remembered of it. */
  undone?(): void;
  committed?(): void;
  close(): void;
}

// SQLITE_IOERR_FSYNC and SQLITE_IOERR_DIR_FSYNC
const FSYNC_FAILED: readonly number[] = [1034, 1290];

/** Runs requests in transactions that they share, so that one fsync serves all of them. */
export class GroupCommit {
  private readonly tasks: WriteTasks;
  private broken: Failure | undefined;

  constructor(tasks: WriteTasks) {
    this.tasks = tasks;
  }

  /** An answer per request, in order; each is true only once it is durable. */
  run(requests: readonly unknown[]): readonly Answer[] {
    const { broken } = this;
    if (broken) return requests.map(() => ({ failure: broken }));
    try {
      return this.commitTogether(requests);
    } catch (error) {
      const failure = this.undo(error);
      // One faulty request must not fail its neighbours: each then gets a transaction of its own.
      return requests.length === 1 ? [{ failure }] : requests.flatMap((request) => this.run([request]));
    }
  }

  private commitTogether(requests: readonly unknown[]): readonly Answer[] {
    const { database } = this.tasks;
    database.exec('BEGIN IMMEDIATE');
    const answers = requests.map((request) => ({ value: this.tasks.perform(request) }));
    database.exec('COMMIT');
    this.tasks.committed?.();
    return answers;
  }

  private undo(error: unknown): Failure {
    const failure = failureOf(error, this.tasks.file);
    if (this.tasks.database.isTransaction) this.tasks.database.exec('ROLLBACK');
    this.tasks.undone?.();
    // After a failed fsync the kernel may have dropped the pages: nothing more may be promised on this connection.
    if (failure.fault === 'store/damaged' || FSYNC_FAILED.includes(extendedCodeOf(error)))
      this.broken = failure;
    return failure;
  }
}
