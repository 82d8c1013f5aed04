import type { DatabaseFile } from '../engine/database-file';

/** Views come and go with their versions; mailboxes stay. Both move with a checkpoint in the same transaction. */
const SCHEMA = `
  CREATE TABLE view_copies (
    view       TEXT NOT NULL,
    generation INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    checkpoint INTEGER NOT NULL,
    live       INTEGER NOT NULL,
    tables     TEXT NOT NULL,
    PRIMARY KEY (view, generation)
  ) STRICT;
  CREATE TABLE mailbox_entries (
    authority  TEXT NOT NULL,
    sequence   INTEGER NOT NULL,
    entry_id   TEXT NOT NULL UNIQUE,
    fact_id    TEXT NOT NULL,
    stream     TEXT NOT NULL,
    record_ref TEXT NOT NULL,
    put_at     TEXT NOT NULL,
    entry      TEXT NOT NULL,
    PRIMARY KEY (authority, sequence)
  ) STRICT;
  CREATE INDEX mailbox_entries_by_fact ON mailbox_entries (fact_id);
  CREATE INDEX mailbox_entries_by_stream ON mailbox_entries (stream);
  CREATE INDEX mailbox_entries_by_record ON mailbox_entries (record_ref, authority);
  CREATE TABLE router_checkpoints (
    router   TEXT PRIMARY KEY,
    position INTEGER NOT NULL
  ) STRICT`;

export const viewsLayout = (file: string): DatabaseFile => ({
  file,
  kind: { applicationId: 0x4942_5657, version: 1, schema: SCHEMA },
});
