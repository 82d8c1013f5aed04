/** A reader sees what was sent to its authority and what it sent. */
const MAILBOX_WALL = `
  ALTER TABLE mailbox_entries ENABLE ROW LEVEL SECURITY;
  CREATE POLICY addressee_or_sender ON mailbox_entries FOR SELECT USING (
    authority = (SELECT nullif(current_setting('ibex.authority', true), ''))
    OR sender = (SELECT nullif(current_setting('ibex.authority', true), ''))
  );
  ALTER TABLE mailbox_heads ENABLE ROW LEVEL SECURITY;
  CREATE POLICY own_mailbox ON mailbox_heads FOR SELECT USING (
    authority = (SELECT nullif(current_setting('ibex.authority', true), ''))
  );`;

/**
 * Texts are compared byte by byte (COLLATE "C"), as in the embedded database. Generations are numbered for ever, so that
 * a copy that was dropped is never taken for another. `builder`: whose copy it is while it is being built.
 */
const VIEWS = `
  CREATE SEQUENCE view_generations;
  CREATE SEQUENCE instances AS integer CYCLE;
  CREATE TABLE view_copies (
    view       text COLLATE "C" NOT NULL,
    generation integer NOT NULL,
    version    integer NOT NULL,
    checkpoint bigint NOT NULL,
    live       boolean NOT NULL,
    tables     text NOT NULL,
    builder    integer,
    PRIMARY KEY (view, generation)
  );
  CREATE UNIQUE INDEX view_copies_live ON view_copies (view) WHERE live;`;

const MAILBOXES = `
  CREATE TABLE mailbox_heads (
    authority text COLLATE "C" PRIMARY KEY,
    head      bigint NOT NULL
  );
  CREATE TABLE mailbox_entries (
    authority  text COLLATE "C" NOT NULL,
    sequence   bigint NOT NULL,
    ordinal    bigint GENERATED ALWAYS AS IDENTITY,
    entry_id   text COLLATE "C" NOT NULL UNIQUE,
    fact_id    text COLLATE "C" NOT NULL,
    stream     text COLLATE "C" NOT NULL,
    record_ref text COLLATE "C" NOT NULL,
    sender     text COLLATE "C" NOT NULL,
    put_at     text COLLATE "C" NOT NULL,
    entry      text NOT NULL,
    PRIMARY KEY (authority, sequence)
  );
  CREATE INDEX mailbox_entries_fact ON mailbox_entries (fact_id);
  CREATE INDEX mailbox_entries_stream ON mailbox_entries (stream);
  CREATE INDEX mailbox_entries_record ON mailbox_entries (record_ref, authority);
  CREATE TABLE router_checkpoints (
    router   text COLLATE "C" PRIMARY KEY,
    position bigint NOT NULL
  );
  CREATE TABLE cursors (
    channel   text COLLATE "C" NOT NULL,
    authority text COLLATE "C" NOT NULL,
    sequence  bigint NOT NULL,
    PRIMARY KEY (channel, authority)
  );`;

/** A destroyed key leaves its row without the key, so that it is never made anew. */
const KEYS = `
  CREATE TABLE keys (
    record_ref text COLLATE "C" PRIMARY KEY,
    wrapped    bytea
  );
  CREATE TABLE master_check (
    one     integer PRIMARY KEY CHECK (one = 1),
    wrapped bytea NOT NULL
  );`;

const POSTCODES = `
  CREATE TABLE postcodes (
    postcode text COLLATE "C" PRIMARY KEY,
    gss      text COLLATE "C" NOT NULL
  );`;

/** A lease that was given up keeps its row, so that its token goes on growing. */
const LEASES = `
  CREATE TABLE lease_attendance (
    work_group text COLLATE "C" NOT NULL,
    holder     text COLLATE "C" NOT NULL,
    until      timestamptz NOT NULL,
    PRIMARY KEY (work_group, holder)
  );
  CREATE TABLE leases (
    work_group text COLLATE "C" NOT NULL,
    name       text COLLATE "C" NOT NULL,
    holder     text COLLATE "C",
    token      bigint NOT NULL,
    until      timestamptz NOT NULL,
    PRIMARY KEY (work_group, name)
  );`;

export const LAYOUT_1: readonly string[] = [VIEWS, MAILBOXES, MAILBOX_WALL, KEYS, POSTCODES, LEASES];
