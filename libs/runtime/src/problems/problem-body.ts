import { HttpException } from '@nestjs/common';
import {
  FactTooLarge,
  IbexError,
  KeyDestroyed,
  Overtaken,
  RevisionConflict,
  StoreUnavailable,
} from '@ibex/kernel';
import { ProblemError } from './problem-error';
import type { FieldFault } from './problem-error';

/** RFC 9457. `type` is relative to the exchange; `code` is its last part, for programs. */
export type ProblemBody = Readonly<{
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  field?: string;
  mend?: string;
  errors?: readonly FieldFault[];
  instance?: string;
}>;

const TYPE = '/problems/';

export const toProblemBody = (problem: ProblemError): ProblemBody => {
  const { field, mend, errors } = problem.extras;
  return {
    type: `${TYPE}${problem.code}`,
    title: problem.title,
    status: problem.status,
    detail: problem.detail,
    code: problem.code,
    ...(field === undefined ? {} : { field }),
    ...(mend === undefined ? {} : { mend }),
    ...(errors === undefined ? {} : { errors }),
  };
};

const RETRY = { 'Retry-After': '2' };

/** Nobody knows yet whether the token is good: 401 would make a client throw away a good one. */
const issuerAway = (): ProblemError =>
  new ProblemError(
    503,
    'issuer-unreachable',
    'Not available',
    'Your token cannot be checked now: the keys of its issuer cannot be fetched.',
    { mend: 'Send the same request again later.', headers: RETRY },
  );

const ofIbex = (error: unknown): ProblemError | undefined => {
  if (error instanceof StoreUnavailable) {
    return new ProblemError(
      503,
      'store-unavailable',
      'Not available',
      'Nothing can be recorded or read now.',
      {
        mend: 'Send the same command with the same Idempotency-Key again later.',
        headers: RETRY,
      },
    );
  }
  if (error instanceof RevisionConflict || error instanceof Overtaken) {
    return new ProblemError(503, 'busy', 'Busy', 'Others are changing the same thing now.', {
      headers: RETRY,
    });
  }
  if (error instanceof IbexError && error.code === 'access/issuer-unreachable') return issuerAway();
  if (error instanceof FactTooLarge) {
    return new ProblemError(413, 'too-large', 'Too large', 'What was sent is more than one fact can hold.');
  }
  if (error instanceof KeyDestroyed) {
    return new ProblemError(
      409,
      'record-erased',
      'Record erased',
      'This record was erased: nothing can be added.',
    );
  }
  return undefined;
};

type Words = readonly [code: string, title: string, detail: string];
const BY_STATUS: Readonly<Record<number, Words>> = {
  400: [
    'request-not-valid',
    'Request not valid',
    'The request cannot be read: its body is not well-formed JSON.',
  ],
  404: ['not-found', 'Not found', 'There is nothing here that you may see.'],
  405: ['method-not-allowed', 'Method not allowed', 'This address does not take that method.'],
  408: ['too-slow', 'Too slow', 'The request took too long to arrive.'],
  413: ['too-large', 'Too large', 'The body is larger than 256 KiB.'],
  414: ['too-large', 'Too large', 'The address is too long.'],
  415: ['media-type', 'Media type not taken', 'Send the body as application/json.'],
  429: ['too-many-requests', 'Too many requests', 'You have sent too many requests for now.'],
  431: ['too-large', 'Too large', 'The headers are too large.'],
};

const statusOf = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
};

/** What the client is told of an error; undefined for one that nobody foresaw. Foreign error texts are never passed on. */
export const toProblem = (error: unknown): ProblemError | undefined => {
  if (error instanceof ProblemError) return error;
  const known = ofIbex(error);
  if (known) return known;
  const status = statusOf(error);
  const words = status === undefined ? undefined : BY_STATUS[status];
  return status !== undefined && words ? new ProblemError(status, ...words) : undefined;
};

export const unforeseen = (): ProblemError =>
  new ProblemError(500, 'unforeseen', 'Unforeseen fault', 'The exchange met a fault of its own.', {
    mend: 'Send the same command with the same Idempotency-Key again; quote the instance when you report it.',
  });
