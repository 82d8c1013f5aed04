import type { DatabaseFile } from '../engine/database-file';

const SCHEMA = `
  CREATE TABLE postcodes (
    postcode TEXT PRIMARY KEY,
    gss      TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`;

export const postcodesFile = (file: string): DatabaseFile => ({
  file,
  kind: { applicationId: 0x4942_5043, version: 1, schema: SCHEMA },
});
