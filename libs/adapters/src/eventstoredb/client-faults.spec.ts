import {
  AccessDeniedError,
  CancelledError,
  DeadlineExceededError,
  ErrorType,
  InvalidArgumentError,
  InvalidTransactionError,
  LoginConflictError,
  LoginNotFoundError,
  MaxAppendSizeExceededError,
  NoStreamError,
  NotFoundError,
  NotLeaderError,
  PersistentSubscriptionDoesNotExistError,
  PersistentSubscriptionDroppedError,
  PersistentSubscriptionExistsError,
  PersistentSubscriptionFailedError,
  PersistentSubscriptionMaximumSubscribersReachedError,
  RequiredMetadataPropertyMissingError,
  ScavengeNotFoundError,
  StreamDeletedError,
  StreamNotFoundError,
  TimeoutError,
  UnavailableError,
  UnknownError,
  UnsupportedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { Metadata, status } from '@grpc/grpc-js';
import type { ServiceError } from '@grpc/grpc-js';
import { StoreUnavailable } from '@ibex/kernel';
import { faultOf, isPassing, unavailable } from './client-faults';

const raw = (code: status, trailers: Readonly<Record<string, string>> = {}, details = 'no'): ServiceError => {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
};
const { UNKNOWN } = status;
const trailers = {
  'leader-endpoint-host': '127.0.0.1',
  'leader-endpoint-port': '2113',
  'stream-name': 'placement-1',
  'scavenge-id': 's',
  'required-metadata-properties': 'type',
  'login-name': 'nobody',
};
const failure = raw(UNKNOWN, trailers);

describe('errors of the client', () => {
  it.each([
    [ErrorType.UNAVAILABLE, new UnavailableError(), 'retry', true],
    [ErrorType.CANCELLED, new CancelledError(), 'retry', true],
    [ErrorType.NOT_LEADER, new NotLeaderError(failure), 'retry', true],
    [ErrorType.STREAM_NOT_FOUND, new StreamNotFoundError(), 'no-stream', false],
    [
      ErrorType.WRONG_EXPECTED_VERSION,
      new WrongExpectedVersionError(null as never, { streamName: 's', current: 1n, expected: 0n }),
      'conflict',
      false,
    ],
    [
      ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED,
      MaxAppendSizeExceededError.fromMaxAppendSize(9),
      'too-large',
      false,
    ],
    [ErrorType.TIMEOUT, new TimeoutError(), 'store/timed-out', true],
    [ErrorType.DEADLINE_EXCEEDED, new DeadlineExceededError(), 'store/timed-out', true],
    [ErrorType.ACCESS_DENIED, new AccessDeniedError(), 'store/access-denied', false],
    [ErrorType.STREAM_DELETED, StreamDeletedError.fromStreamName('s'), 'store/failed', false],
    [ErrorType.INVALID_ARGUMENT, new InvalidArgumentError('x'), 'store/failed', false],
    [
      ErrorType.MISSING_REQUIRED_METADATA_PROPERTY,
      new RequiredMetadataPropertyMissingError(failure),
      'store/failed',
      false,
    ],
    [ErrorType.UNSUPPORTED, new UnsupportedError('batch', '21.10'), 'store/failed', false],
    [ErrorType.UNKNOWN, new UnknownError(), 'store/failed', true],
    [ErrorType.NO_STREAM, new NoStreamError(), 'store/failed', false],
    [ErrorType.NOT_FOUND, new NotFoundError(), 'store/failed', false],
    [ErrorType.INVALID_TRANSACTION, new InvalidTransactionError(), 'store/failed', false],
    [ErrorType.SCAVENGE_NOT_FOUND, new ScavengeNotFoundError(failure), 'store/failed', false],
    [
      ErrorType.PERSISTENT_SUBSCRIPTION_FAILED,
      new PersistentSubscriptionFailedError(failure),
      'store/failed',
      false,
    ],
    [
      ErrorType.PERSISTENT_SUBSCRIPTION_DOES_NOT_EXIST,
      new PersistentSubscriptionDoesNotExistError(failure),
      'store/failed',
      false,
    ],
    [
      ErrorType.PERSISTENT_SUBSCRIPTION_EXISTS,
      new PersistentSubscriptionExistsError(failure),
      'store/failed',
      false,
    ],
    [
      ErrorType.PERSISTENT_SUBSCRIPTION_DROPPED,
      new PersistentSubscriptionDroppedError(failure),
      'store/failed',
      false,
    ],
    [
      ErrorType.MAXIMUM_SUBSCRIBERS_REACHED,
      new PersistentSubscriptionMaximumSubscribersReachedError(failure),
      'store/failed',
      false,
    ],
    [ErrorType.USER_NOT_FOUND, new LoginNotFoundError(failure), 'store/failed', false],
    [ErrorType.USER_CONFLICT, new LoginConflictError(failure), 'store/failed', false],
  ])('%s is known for what it is', (type, error, meaning, passing) => {
    const { answer } = faultOf(error);
    expect(error.type).toBe(type);
    expect(typeof answer === 'object' ? answer.fault : answer).toBe(meaning);
    expect(isPassing(error)).toBe(passing);
  });

  it('has a meaning for every one there is', () => {
    const covered = 25;
    expect(Object.values(ErrorType)).toHaveLength(covered);
  });

  it.each([
    ['another node leads', raw(status.NOT_FOUND, { exception: 'not-leader', ...trailers }), 'retry'],
    ['a node that knows no leader', raw(UNKNOWN, {}, 'No leader info available in response'), 'retry'],
    ['a connection refused', raw(status.UNAVAILABLE), 'retry'],
    ['a call the server gave up', raw(status.CANCELLED, {}, 'Cancelled by the server'), 'retry'],
    ['no leader found at all', new Error('Failed to discover after 10 attempts.'), 'retry'],
    ['a call between two channels', new Error('Channel has been shut down'), 'retry'],
    ['an answer without its trailers', raw(status.NOT_FOUND, { exception: 'not-leader' }), 'store/failed'],
    ['a deadline', raw(status.DEADLINE_EXCEEDED), 'store/timed-out'],
    ['a write not confirmed', raw(status.ABORTED), 'store/timed-out'],
    ['wrong credentials', raw(status.UNAUTHENTICATED), 'store/access-denied'],
    ['a right that is missing', raw(status.PERMISSION_DENIED), 'store/access-denied'],
    ['an error nobody explains', raw(status.INTERNAL), 'store/failed'],
    ['something thrown that is no error', 'oops', 'store/failed'],
  ])('%s is told from the raw answer', (_, error, meaning) => {
    const { answer } = faultOf(error);
    expect(typeof answer === 'object' ? answer.fault : answer).toBe(meaning);
  });

  it('name the setting and the mend, and keep the cause', () => {
    const error = raw(status.UNAVAILABLE, {}, 'connect ECONNREFUSED');
    expect(unavailable(faultOf(error))).toMatchObject({
      fault: 'store/unreachable',
      message: expect.stringContaining('connectionString') as string,
    });
    const untrusted = raw(status.UNAVAILABLE, {}, 'self-signed certificate in certificate chain');
    expect(unavailable(faultOf(untrusted))).toMatchObject({
      fault: 'store/unreachable',
      message: expect.stringContaining('tlsCaFile') as string,
    });
  });

  it('are not wrapped twice', () => {
    const error = new StoreUnavailable('store/timed-out', 'late');
    expect(unavailable(faultOf(error))).toBe(error);
    expect(isPassing(error)).toBe(true);
    expect(isPassing(new StoreUnavailable('store/closed', 'closed'))).toBe(false);
  });
});
