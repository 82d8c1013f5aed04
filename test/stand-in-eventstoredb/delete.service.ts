import type { handleUnaryCall, sendUnaryData, ServerUnaryCall, ServiceError } from '@grpc/grpc-js';
import { Metadata, status } from '@grpc/grpc-js';
import { DeleteReq, DeleteResp, TombstoneResp } from '@eventstore/db-client/generated/streams_pb';
import type { TombstoneReq } from '@eventstore/db-client/generated/streams_pb';
import type { Decision, Expected } from './commit-check';
import { empty, nameOf } from './frames';
import type { Node } from './node';
import { expectedVersionOf, refusals } from './refusals';

const CASE = DeleteReq.Options.ExpectedStreamRevisionCase;

const expectedOf = (options: DeleteReq.Options | TombstoneReq.Options | undefined): Expected => {
  const which = options?.getExpectedStreamRevisionCase();
  if (which === CASE.REVISION) return Number(options?.getRevision());
  if (which === CASE.NO_STREAM) return 'no-stream';
  return which === CASE.STREAM_EXISTS ? 'stream-exists' : 'any';
};

const wrongVersion = (stream: string, expected: Expected, current: number): ServiceError => {
  const metadata = new Metadata();
  metadata.set('exception', 'wrong-expected-version');
  metadata.set('stream-name', encodeURIComponent(stream));
  metadata.set('expected-version', String(expectedVersionOf(expected)));
  metadata.set('actual-version', String(current));
  const details = `Delete failed due to WrongExpectedVersion. Stream: ${stream}`;
  return Object.assign(new Error(details), { code: status.FAILED_PRECONDITION, details, metadata });
};

/** The refusal of a deletion, or the position of what it wrote. */
const outcomeOf = (
  decision: Decision,
  stream: string,
  expected: Expected,
): ServiceError | number | undefined => {
  if (decision.kind === 'deleted') return refusals.streamDeleted(stream);
  if (decision.kind === 'wrong-expected-version') return wrongVersion(stream, expected, decision.current);
  return decision.kind === 'written' ? decision.position : undefined;
};

type Deletion = DeleteReq | TombstoneReq;

/** Carries out a deletion and answers with the position of what it wrote. */
const answering =
  <Request extends Deletion, Response>(
    carryOut: (stream: string, expected: Expected) => Promise<Decision>,
    toResponse: (position: string | undefined) => Response,
  ) =>
  (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>): void => {
    const options = call.request.getOptions();
    const stream = nameOf(options?.getStreamIdentifier());
    const expected = expectedOf(options);
    void carryOut(stream, expected).then((decision) => {
      const outcome = outcomeOf(decision, stream, expected);
      if (outcome instanceof Error) callback(outcome);
      else callback(null, toResponse(outcome === undefined ? undefined : String(outcome)));
    });
  };

export const deleteFrom = (node: Node): handleUnaryCall<DeleteReq, DeleteResp> =>
  answering(
    (stream, expected) => node.book.softDelete(stream, expected),
    (at) => {
      if (at === undefined) return new DeleteResp().setNoPosition(empty());
      return new DeleteResp().setPosition(
        new DeleteResp.Position().setCommitPosition(at).setPreparePosition(at),
      );
    },
  );

export const tombstone = (node: Node): handleUnaryCall<TombstoneReq, TombstoneResp> =>
  answering(
    (stream, expected) => node.book.tombstone(stream, expected),
    (at) => {
      if (at === undefined) return new TombstoneResp().setNoPosition(empty());
      return new TombstoneResp().setPosition(
        new TombstoneResp.Position().setCommitPosition(at).setPreparePosition(at),
      );
    },
  );
