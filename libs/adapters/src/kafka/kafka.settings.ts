/** By user and password. The file is read at each connection, so that a changed password needs no restart. */
export type ScramSettings = Readonly<{
  mechanism: 'scram-sha-256' | 'scram-sha-512';
  username: string;
  passwordFile: string;
}>;

/** By access tokens of an OAuth 2 issuer (client credentials, RFC 6749 section 4.4). */
export type OauthSettings = Readonly<{
  mechanism: 'oauthbearer';
  tokenUrl: string;
  clientId: string;
  clientSecretFile: string;
  scope?: string;
}>;

/** Files in PEM, read at each connection. `certFile` and `keyFile` where the brokers know their clients by certificate. */
export type KafkaTls = Readonly<{
  caFile?: string;
  certFile?: string;
  keyFile?: string;
  /** Name in the brokers' certificate, when it is not the one they are reached by. */
  servername?: string;
}>;

/** What the client says of itself: connections, elections, retries. Never a message's content. */
export type KafkaLog = (entry: Readonly<{ level: 'error' | 'warn'; part: string; message: string }>) => void;

/** Where the brokers are and how they are spoken to. */
export type KafkaConnection = Readonly<{
  /** `host:port` of one or more brokers; the others are learnt from them. */
  brokers: readonly string[];
  /** Under which name the brokers log this client. */
  clientId: string;
  sasl?: ScramSettings | OauthSettings;
  /** Left out: not encrypted. */
  tls?: KafkaTls;
  /** How long one request, and one attempt to publish, may take. Default 10,000. */
  requestTimeoutMs?: number;
  /** Default: nowhere. */
  log?: KafkaLog;
}>;

export type KafkaSettings = KafkaConnection &
  Readonly<{
    /** CloudEvents in records: attributes as headers, or the whole event as JSON. */
    mode: 'binary' | 'structured';
    /** Default none. */
    compression?: 'none' | 'gzip';
  }>;

export const DEFAULT_REQUEST_TIMEOUT_MS = 10_000;

/** Topic of an authority's mailbox, by its GSS code. */
export const topicOf = (authority: string): string => `ibex.notices.${authority}`;
