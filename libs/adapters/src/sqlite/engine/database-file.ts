import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EngineFault, engineFault, failureOf } from './faults';

/** What tells one kind of our files from another, and from anybody else's. */
export type FileKind = Readonly<{
  /** Big-endian letters in the SQLite header, e.g. 0x49424c47 for "IBLG". */
  applicationId: number;
  version: number;
  /** Creates the tables of a new file; runs in one transaction with the marks above. */
  schema: string;
}>;

export type DatabaseFile = Readonly<{ file: string; kind: FileKind }>;

/** A whole-file check takes about a second per GiB; larger files are checked page by page as they are read. */
const CHECKED_WHOLE_UP_TO_PAGES = 16_384;
const SYNCHRONOUS_FULL = 2;

const readPragma = (database: DatabaseSync, name: string): number | string => {
  const row = database.prepare(`PRAGMA ${name}`).get() ?? {};
  const value = Object.values(row)[0];
  return typeof value === 'number' || typeof value === 'string' ? value : '';
};

/** SQLite builds differ in what a reopened WAL file falls back to, so FULL is set on every connection and read back. */
export const insistOnFullSync = (database: DatabaseSync, file: string): void => {
  database.exec('PRAGMA synchronous = FULL');
  if (readPragma(database, 'synchronous') !== SYNCHRONOUS_FULL)
    throw new EngineFault('store/failed', `${file}: this SQLite does not keep synchronous=FULL`);
};

/** Throws EngineFault when the folder is not there. */
export const refuseNoFolder = (file: string): void => {
  if (!existsSync(dirname(file)))
    throw new EngineFault('store/failed', `${file}: its folder is not there; make it first`);
};

/** SQLite opens a file that it may not write all the same; writing what is there already brings that out at once. */
const refuseUnwritable = (database: DatabaseSync, { kind }: DatabaseFile): void =>
  database.exec(`PRAGMA user_version = ${kind.version}`);

const isBlank = (database: DatabaseSync): boolean =>
  readPragma(database, 'application_id') === 0 &&
  database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.['tables'] === 0;

const refuseForeign = (database: DatabaseSync, { file, kind }: DatabaseFile): void => {
  if (readPragma(database, 'application_id') !== kind.applicationId)
    throw engineFault('store/not-a-store', file);
  const version = readPragma(database, 'user_version');
  if (version !== kind.version)
    throw new EngineFault(
      'store/not-a-store',
      `${file}: it has layout ${version}, this programme reads layout ${kind.version}; use the release that wrote it`,
    );
};

const refuseDamaged = (database: DatabaseSync, file: string): void => {
  const pages = readPragma(database, 'page_count');
  if (typeof pages !== 'number' || pages > CHECKED_WHOLE_UP_TO_PAGES) return;
  if (readPragma(database, 'quick_check(1)') !== 'ok') throw engineFault('store/damaged', file);
};

const layOut = (database: DatabaseSync, { kind }: DatabaseFile): void =>
  database.exec(
    `BEGIN IMMEDIATE; ${kind.schema};
     PRAGMA application_id = ${kind.applicationId}; PRAGMA user_version = ${kind.version}; COMMIT`,
  );

const prepareForWriting = (database: DatabaseSync, target: DatabaseFile): void => {
  const blank = isBlank(database);
  if (!blank) refuseForeign(database, target);
  if (readPragma(database, 'journal_mode = WAL') !== 'wal')
    throw new EngineFault('store/failed', `${target.file}: this file system cannot hold a write-ahead log`);
  insistOnFullSync(database, target.file);
  if (blank) layOut(database, target);
  else {
    refuseDamaged(database, target.file);
    refuseUnwritable(database, target);
  }
};

/** Opens or makes the file, which nobody else may have open for writing. Throws EngineFault; a file that is not ours is not touched. */
export const openForWriting = (target: DatabaseFile): DatabaseSync => {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(target.file);
    prepareForWriting(database, target);
    return database;
  } catch (error) {
    database?.close();
    const failure = failureOf(error, target.file);
    throw new EngineFault(failure.fault, failure.message, { cause: error });
  }
};

/** A second connection that cannot write. The file must have been opened for writing before. */
export const openForReading = ({ file }: DatabaseFile): DatabaseSync => {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    insistOnFullSync(database, file);
    return database;
  } catch (error) {
    const failure = failureOf(error, file);
    throw new EngineFault(failure.fault, failure.message, { cause: error });
  }
};
