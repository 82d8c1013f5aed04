import type { DatabaseFile } from '../engine/database-file';

/** A destroyed key leaves its row without the key, so that it is never made anew. */
const SCHEMA = `
  CREATE TABLE keys (
    record_ref TEXT PRIMARY KEY,
    wrapped    BLOB
  ) STRICT;
  CREATE TABLE master_check (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    wrapped BLOB NOT NULL
  ) STRICT`;

/** Names of keys that are given to nobody in the ordinary way. A file of before has no such table yet. */
export const KEYS_APART = 'CREATE TABLE IF NOT EXISTS keys_apart (name TEXT PRIMARY KEY) STRICT';

export const keysFile = (file: string): DatabaseFile => ({
  file,
  kind: { applicationId: 0x4942_4b59, version: 1, schema: SCHEMA },
});

export type KeyRequest =
  | Readonly<{ kind: 'keep'; recordRef: string; wrapped: Uint8Array }>
  | Readonly<{ kind: 'destroy'; recordRef: string }>
  | Readonly<{ kind: 'set-apart' | 'give-back'; name: string }>
  | Readonly<{ kind: 'check'; wrapped: Uint8Array }>;

/** The wrapped key that the file holds: the one sent, or an earlier one; null once destroyed. */
export type KeptKey = Readonly<{ wrapped: Uint8Array | null }>;
