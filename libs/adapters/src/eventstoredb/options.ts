import type { BaseOptions } from '@eventstore/db-client';

/** Where the server is and how to be let in. Files are paths; nothing secret stands in the settings themselves. */
export type EventStoreDbOptions = Readonly<{
  /** `esdb://host:2113`, `esdb://a:2113,b:2113,c:2113` or `esdb+discover://name:2113`, with `?tls=false` for none. */
  connectionString: string;
  /** Certificate of the authority that signed the server's; absent: those the platform trusts. */
  tlsCaFile?: string;
  /** Certificate and key that say who we are (a user certificate); both or neither. */
  userCertFile?: string;
  userKeyFile?: string;
  /** One line, `name:password`. */
  credentialsFile?: string;
  /** Longest time for one call of the port. */
  deadlineMs?: number;
  keepAliveIntervalMs?: number;
  keepAliveTimeoutMs?: number;
}>;

export type Credentials = NonNullable<BaseOptions['credentials']>;

export const DEFAULT_DEADLINE_MS = 10_000;
