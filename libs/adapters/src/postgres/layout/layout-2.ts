/** `number` is also the order of writing; `at` is ISO text in UTC, which sorts by time. Own tries only: a second wall. */
const ATTEMPTS = `
  CREATE TABLE attempts (
    number          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subscription_id text COLLATE "C" NOT NULL,
    authority       text COLLATE "C" NOT NULL,
    sequence        bigint NOT NULL,
    at              text COLLATE "C" NOT NULL,
    outcome         text COLLATE "C" NOT NULL,
    reason          text COLLATE "C",
    status          integer,
    duration_ms     integer NOT NULL,
    more            integer NOT NULL
  );
  CREATE INDEX attempts_by_subscription ON attempts (subscription_id, number);
  CREATE INDEX attempts_by_time ON attempts (at);
  ALTER TABLE attempts ENABLE ROW LEVEL SECURITY;
  CREATE POLICY own_attempts ON attempts FOR SELECT USING (
    authority = (SELECT nullif(current_setting('ibex.authority', true), ''))
  );`;

const FEED_MEMORIES = `
  CREATE TABLE feed_memories (
    feed    text COLLATE "C" PRIMARY KEY,
    version bigint NOT NULL,
    memory  text NOT NULL
  );`;

export const LAYOUT_2: readonly string[] = [ATTEMPTS, FEED_MEMORIES];
