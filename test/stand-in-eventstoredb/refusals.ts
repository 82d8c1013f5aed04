import { Metadata, status } from '@grpc/grpc-js';
import type { ServiceError } from '@grpc/grpc-js';
import type { Expected } from './commit-check';

const refusal = (
  code: status,
  details: string,
  trailers: Readonly<Record<string, string>> = {},
): ServiceError => {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
};

/** The numbers by which the server names expectations that are no revision. */
export const expectedVersionOf = (expected: Expected): number => {
  if (expected === 'any') return -2;
  if (expected === 'stream-exists') return -4;
  return expected === 'no-stream' ? -1 : expected;
};

/** The server's refusals, with the codes, the words and the trailers by which its clients tell them apart. */
export const refusals = {
  notLeader: (host: string, port: number): ServiceError =>
    refusal(status.NOT_FOUND, 'Leader info available', {
      exception: 'not-leader',
      'leader-endpoint-host': host,
      'leader-endpoint-port': String(port),
    }),
  streamDeleted: (stream: string): ServiceError =>
    refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
      exception: 'stream-deleted',
      'stream-name': encodeURIComponent(stream),
    }),
  maxAppendSize: (limit: number): ServiceError =>
    refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': String(limit),
    }),
  missingMetadata: (property: string): ServiceError =>
    refusal(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing`, {
      exception: 'missing-required-metadata-property',
      'required-metadata-properties': 'type,content-type',
    }),
  accessDenied: (): ServiceError =>
    refusal(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' }),
  timedOut: (): ServiceError => refusal(status.ABORTED, 'Operation timed out: the write was not confirmed'),
  tooBusy: (): ServiceError => refusal(status.UNAVAILABLE, 'Server Is Too Busy'),
  notReady: (): ServiceError => refusal(status.UNAVAILABLE, 'Server Is Not Ready'),
  invalid: (what: string): ServiceError => refusal(status.INVALID_ARGUMENT, what),
} as const;
