import type { DatabaseFile } from '../engine/database-file';

/** Positions are rowids, so that the log is one table in order of position; streams are found through one index. */
const SCHEMA = `
  CREATE TABLE facts (
    position    INTEGER PRIMARY KEY,
    stream      TEXT NOT NULL,
    category    TEXT NOT NULL,
    revision    INTEGER NOT NULL,
    id          TEXT NOT NULL,
    type        TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    data        TEXT NOT NULL,
    sealed      TEXT,
    metadata    TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX facts_by_stream ON facts (stream, revision, id)`;

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
