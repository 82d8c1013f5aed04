/** What went wrong between the client and the brokers, as far as it decides what to do next. */
export type ClientFault =
  'unreachable' | 'access-denied' | 'full' | 'unknown-topic' | 'too-large' | 'refused' | 'failed';

const BY_TYPE: Readonly<Record<string, ClientFault>> = {
  MESSAGE_TOO_LARGE: 'too-large',
  RECORD_LIST_TOO_LARGE: 'too-large',
  INVALID_RECORD: 'refused',
  INVALID_TIMESTAMP: 'refused',
  KAFKA_STORAGE_ERROR: 'full',
  LOG_DIR_NOT_FOUND: 'full',
  UNKNOWN_TOPIC_OR_PARTITION: 'unknown-topic',
  INVALID_TOPIC_EXCEPTION: 'unknown-topic',
  TOPIC_AUTHORIZATION_FAILED: 'access-denied',
  GROUP_AUTHORIZATION_FAILED: 'access-denied',
  CLUSTER_AUTHORIZATION_FAILED: 'access-denied',
  TRANSACTIONAL_ID_AUTHORIZATION_FAILED: 'access-denied',
  SASL_AUTHENTICATION_FAILED: 'access-denied',
  UNSUPPORTED_SASL_MECHANISM: 'access-denied',
  ILLEGAL_SASL_STATE: 'access-denied',
  LEADER_NOT_AVAILABLE: 'unreachable',
  NOT_LEADER_FOR_PARTITION: 'unreachable',
  REQUEST_TIMED_OUT: 'unreachable',
  BROKER_NOT_AVAILABLE: 'unreachable',
  REPLICA_NOT_AVAILABLE: 'unreachable',
  NETWORK_EXCEPTION: 'unreachable',
  NOT_ENOUGH_REPLICAS: 'unreachable',
  NOT_ENOUGH_REPLICAS_AFTER_APPEND: 'unreachable',
};

const BY_NAME: Readonly<Record<string, ClientFault>> = {
  KafkaJSSASLAuthenticationError: 'access-denied',
  KafkaJSConnectionError: 'unreachable',
  KafkaJSConnectionClosedError: 'unreachable',
  KafkaJSRequestTimeoutError: 'unreachable',
  KafkaJSBrokerNotFound: 'unreachable',
  KafkaJSNoBrokerAvailableError: 'unreachable',
  KafkaJSLockTimeout: 'unreachable',
  TimedOut: 'unreachable',
  TokenRefused: 'access-denied',
};

// Node's and OpenSSL's words for "not this certificate", on either side.
const TLS_REFUSED =
  /certificate|\bCERT_|ERR_TLS_CERT|ERR_SSL|SELF_SIGNED|UNABLE_TO_|alert number|\bSSL routines/i;

const textOf = (fault: object, field: 'type' | 'name' | 'code' | 'message'): string => {
  const value: unknown = Object.entries({ name: '', ...fault }).find(([name]) => name === field)?.[1];
  return typeof value === 'string' ? value : '';
};

/** The fault and what it was caused by, outermost first. */
const chainOf = (fault: unknown): readonly Error[] =>
  fault instanceof Error ? [fault, ...chainOf(fault.cause)] : [];

/** Kind of a fault: by the broker's own word where there is one, else by what became of the connection. */
export const clientFaultOf = (fault: unknown): ClientFault => {
  const chain = chainOf(fault);
  const typed = chain.map((each) => BY_TYPE[textOf(each, 'type')]).find((kind) => kind !== undefined);
  if (typed) return typed;
  if (chain.some(({ message }) => TLS_REFUSED.test(message))) return 'access-denied';
  return chain.map(({ name }) => BY_NAME[name]).find((kind) => kind !== undefined) ?? 'failed';
};

/** The broker's word or the error's name: fit for a message, since neither quotes anything. */
export const wordOf = (fault: unknown): string => {
  const chain = chainOf(fault);
  return chain.map((each) => textOf(each, 'type')).find(Boolean) ?? chain.at(-1)?.name ?? 'unknown';
};
