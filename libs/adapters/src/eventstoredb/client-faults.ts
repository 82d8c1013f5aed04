import { convertToCommandError, ErrorType, isCommandError } from '@eventstore/db-client';
import { StoreUnavailable } from '@ibex/kernel';
import type { StoreFault, RemoteStoreFault } from '@ibex/kernel';

type Answer =
  /** Another node or another moment may take it: repeat the call. */
  | 'retry'
  | 'no-stream'
  | 'conflict'
  | 'too-large'
  | Readonly<{ fault: StoreFault | RemoteStoreFault; because: string }>;

const failed = (because: string): Answer => ({ fault: 'store/failed', because });
const notAsked = failed('the event store answered with an error of something that was never asked for');

/** Every error of the client, and what it means behind the port. */
export const MEANING: Readonly<Record<ErrorType, Answer>> = {
  [ErrorType.UNAVAILABLE]: 'retry',
  [ErrorType.CANCELLED]: 'retry',
  [ErrorType.NOT_LEADER]: 'retry',
  [ErrorType.STREAM_NOT_FOUND]: 'no-stream',
  [ErrorType.WRONG_EXPECTED_VERSION]: 'conflict',
  [ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED]: 'too-large',
  [ErrorType.TIMEOUT]: {
    fault: 'store/timed-out',
    because: 'the event store did not confirm the write in time; repeat it with the same ids',
  },
  [ErrorType.DEADLINE_EXCEEDED]: {
    fault: 'store/timed-out',
    because: 'the event store did not answer within deadlineMs; repeat with the same ids',
  },
  [ErrorType.ACCESS_DENIED]: {
    fault: 'store/access-denied',
    because: 'the event store refuses us: see credentialsFile or userCertFile, and the rights of that user',
  },
  [ErrorType.STREAM_DELETED]: failed('the stream was deleted on the event store and cannot be used again'),
  [ErrorType.INVALID_ARGUMENT]: failed('the event store does not take an argument of the call'),
  [ErrorType.MISSING_REQUIRED_METADATA_PROPERTY]: failed('the event store misses the type of an event'),
  [ErrorType.UNSUPPORTED]: failed('the event store is too old for the call: 23.10 or later is needed'),
  [ErrorType.UNKNOWN]: failed('the event store answered with an error that it does not explain'),
  [ErrorType.NO_STREAM]: notAsked,
  [ErrorType.NOT_FOUND]: notAsked,
  [ErrorType.INVALID_TRANSACTION]: notAsked,
  [ErrorType.SCAVENGE_NOT_FOUND]: notAsked,
  [ErrorType.PERSISTENT_SUBSCRIPTION_FAILED]: notAsked,
  [ErrorType.PERSISTENT_SUBSCRIPTION_DOES_NOT_EXIST]: notAsked,
  [ErrorType.PERSISTENT_SUBSCRIPTION_EXISTS]: notAsked,
  [ErrorType.PERSISTENT_SUBSCRIPTION_DROPPED]: notAsked,
  [ErrorType.MAXIMUM_SUBSCRIBERS_REACHED]: notAsked,
  [ErrorType.USER_NOT_FOUND]: notAsked,
  [ErrorType.USER_CONFLICT]: notAsked,
};

export type ClientFault = Readonly<{ answer: Answer; error: unknown; maxAppendBytes?: number }>;

const PERMISSION_DENIED = 7;
const CERTIFICATE = /certificate|self[- ]signed|unable to verify|altname|ssl routines/i;

const codeOf = (error: object): unknown => ('code' in error ? error.code : undefined);

const toCommandError = (error: Error): Error => {
  try {
    return convertToCommandError(error);
  } catch {
    // The client stumbles over a refusal without the trailers it expects.
    return error;
  }
};

/** What the client throws when no leader is found, or when a call comes between one channel and the next. */
const BETWEEN_CHANNELS = /^Failed to discover|^Channel (?:has been|closed)/;

const answerTo = (error: Error): Answer => {
  if (!isCommandError(error)) return BETWEEN_CHANNELS.test(error.message) ? 'retry' : MEANING.unknown;
  if (error.type !== ErrorType.UNKNOWN) return MEANING[error.type];
  if (codeOf(error) === PERMISSION_DENIED) return MEANING[ErrorType.ACCESS_DENIED];
  return error.message.includes('No leader info') ? 'retry' : MEANING[ErrorType.UNKNOWN];
};

/** What an error of the client means. */
export const faultOf = (thrown: unknown): ClientFault => {
  const error = toCommandError(thrown instanceof Error ? thrown : new Error(String(thrown)));
  const answer = answerTo(error);
  const maxAppendBytes = 'maxAppendSize' in error ? Number(error.maxAppendSize) : undefined;
  return { answer, error, ...(maxAppendBytes === undefined ? {} : { maxAppendBytes }) };
};

const PASSING: readonly unknown[] = ['store/unreachable', 'store/timed-out'];

/** Whether a follower goes on by itself after this error: the server may be back, or answer better, in a moment. */
export const isPassing = (error: unknown): boolean => {
  if (error instanceof StoreUnavailable) return PASSING.includes(error.fault);
  const { answer } = faultOf(error);
  if (answer === MEANING[ErrorType.UNKNOWN]) return true;
  return typeof answer === 'object' ? PASSING.includes(answer.fault) : answer === 'retry';
};

/** The port's error for a fault that was not mended by repeating. */
export const unavailable = ({ answer, error }: ClientFault): StoreUnavailable => {
  if (error instanceof StoreUnavailable) return error;
  if (typeof answer === 'object') return new StoreUnavailable(answer.fault, answer.because, { cause: error });
  const isCertificate = error instanceof Error && CERTIFICATE.test(error.message);
  const because = isCertificate
    ? "the event store's certificate is not trusted: see tlsCaFile, and the name in the connection string"
    : 'the event store cannot be reached: see connectionString, and whether a leader is there';
  return new StoreUnavailable('store/unreachable', because, { cause: error });
};
