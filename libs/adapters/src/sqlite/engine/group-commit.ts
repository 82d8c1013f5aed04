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
  /** False for what nobody misses when the power fails, because it is then made anew: it need not wait for the disk. */
  isLasting?(request: unknown): boolean;
  /** The transaction was undone: forget what was remembered of it. */
  undone?(): void;
  committed?(): void;
  close(): void;
}

// SQLITE_IOERR_FSYNC and SQLITE_IOERR_DIR_FSYNC
const FSYNC_FAILED: readonly number[] = [1034, 1290];

/**
 * Runs requests in transactions that they share, so that one fsync serves all of them. A group may arrive in parts:
 * `add` carries out a part inside the open transaction, `commit` makes all of them durable and gives the answers.
 */
export class GroupCommit {
  private readonly tasks: WriteTasks;
  private requests: unknown[] = [];
  private values: unknown[] = [];
  private fault: Readonly<{ error: unknown }> | undefined;
  private broken: Failure | undefined;
  /** Whether the open transaction will be synced when it is committed. */
  private isSynced = true;

  constructor(tasks: WriteTasks) {
    this.tasks = tasks;
  }

  get size(): number {
    return this.requests.length;
  }

  add(requests: readonly unknown[]): void {
    this.requests.push(...requests);
    if (this.broken || this.fault) return;
    try {
      if (!this.tasks.database.isTransaction) this.begin(requests);
      for (const request of requests) this.values.push(this.tasks.perform(request));
    } catch (error) {
      this.fault = { error };
    }
  }

  /** An answer per request, in order; each is true only once it is durable. */
  commit(): readonly Answer[] {
    const { requests, values, fault, broken } = this;
    [this.requests, this.values, this.fault] = [[], [], undefined];
    if (broken) return requests.map(() => ({ failure: broken }));
    try {
      if (fault) throw fault.error;
      this.tasks.database.exec('COMMIT');
      if (!this.isSynced && this.areLasting(requests)) this.sync();
    } catch (error) {
      const failure = this.undo(error);
      // One faulty request must not fail its neighbours: each then gets a transaction of its own.
      return requests.length === 1 ? [{ failure }] : requests.flatMap((request) => this.run([request]));
    }
    this.tasks.committed?.();
    return values.map((value) => ({ value }));
  }

  run(requests: readonly unknown[]): readonly Answer[] {
    this.add(requests);
    return this.commit();
  }

  /** With `synchronous` NORMAL a commit is whole or not there after a power failure, but it may not be there. */
  private begin(requests: readonly unknown[]): void {
    const isSynced = this.areLasting(requests);
    if (isSynced !== this.isSynced)
      this.tasks.database.exec(`PRAGMA synchronous = ${isSynced ? 'FULL' : 'NORMAL'}`);
    this.isSynced = isSynced;
    this.tasks.database.exec('BEGIN IMMEDIATE');
  }

  private areLasting(requests: readonly unknown[]): boolean {
    return requests.some((request) => this.tasks.isLasting?.(request) ?? true);
  }

  /** One more commit, of nothing new, brings everything before it to the disk as well. */
  private sync(): void {
    const { database } = this.tasks;
    const version = Object.values(database.prepare('PRAGMA user_version').get() ?? {})[0];
    database.exec(
      `PRAGMA synchronous = FULL; BEGIN IMMEDIATE; PRAGMA user_version = ${String(version)}; COMMIT`,
    );
    this.isSynced = true;
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
