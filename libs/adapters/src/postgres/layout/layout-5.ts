/** Instants are ISO text in UTC, which sorts by time. The console's own: no reader of the views has anything to ask here. */
export const LAYOUT_5: readonly string[] = [
  `
  CREATE TABLE kept_things (
    kind    text COLLATE "C" NOT NULL,
    id      text COLLATE "C" NOT NULL,
    owner   text COLLATE "C" NOT NULL,
    login   text COLLATE "C",
    sealed  text NOT NULL,
    kept_at text COLLATE "C" NOT NULL,
    until   text COLLATE "C" NOT NULL,
    PRIMARY KEY (kind, id)
  );
  CREATE INDEX kept_things_by_owner ON kept_things (kind, owner, kept_at);
  CREATE INDEX kept_things_by_login ON kept_things (kind, login) WHERE login IS NOT NULL;
  CREATE INDEX kept_things_by_end ON kept_things (until);`,
];
