import type { DatabaseFile } from '../engine/database-file';

/**
 * Positions are rowids, so the log is one table that grows at its end. Streams are numbered in the order they were
 * opened, so that the index of their facts grows near its end too: an append then touches few pages, and a commit
 * writes few. A random order (the streams' names) would touch a page of its own for every append.
 */
const SCHEMA = `
  CREATE TABLE streams (
    name   TEXT PRIMARY KEY,
    number INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE facts (
    position      INTEGER PRIMARY KEY,
    stream_number INTEGER NOT NULL,
    stream        TEXT NOT NULL,
    category      TEXT NOT NULL,
    revision      INTEGER NOT NULL,
    id            TEXT NOT NULL,
    type          TEXT NOT NULL,
    recorded_at   TEXT NOT NULL,
    data          TEXT NOT NULL,
    sealed        TEXT,
    metadata      TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX facts_by_stream ON facts (stream_number, revision)`;

export const logFile = (file: string): DatabaseFile => ({
  file,
  kind: { applicationId: 0x4942_4c47, version: 1, schema: SCHEMA },
});

/** A row in the order of COLUMNS. */
export type FactRow = readonly [
  position: number,
  stream: string,
  category: string,
  revision: number,
  id: string,
  type: string,
  recordedAt: string,
  data: string,
  sealed: string | null,
  metadata: string,
];
export const COLUMNS = 'position, stream, category, revision, id, type, recorded_at, data, sealed, metadata';
