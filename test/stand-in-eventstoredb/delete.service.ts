import type { sendUnaryData, ServerUnaryCall, ServiceError } from '@grpc/grpc-js';
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

export const deleteFrom =
  (node: Node) =>
  (call: ServerUnaryCall<DeleteReq, DeleteResp>, callback: sendUnaryData<DeleteResp>): void => {
    const options = call.request.getOptions();
    const stream = nameOf(options?.getStreamIdentifier());
    const expected = expectedOf(options);
    void node.book.softDelete(stream, expected).then((decision) => {
      const outcome = outcomeOf(decision, stream, expected);
      if (outcome instanceof Error) return callback(outcome);
      if (outcome === undefined) return callback(null, new DeleteResp().setNoPosition(empty()));
      const at = String(outcome);
      const position = new DeleteResp.Position().setCommitPosition(at).setPreparePosition(at);
      return callback(null, new DeleteResp().setPosition(position));
    });
  };

export const tombstone =
  (node: Node) =>
  (call: ServerUnaryCall<TombstoneReq, TombstoneResp>, callback: sendUnaryData<TombstoneResp>): void => {
    const options = call.request.getOptions();
    const stream = nameOf(options?.getStreamIdentifier());
    const expected = expectedOf(options);
    void node.book.tombstone(stream, expected).then((decision) => {
      const outcome = outcomeOf(decision, stream, expected);
      if (outcome instanceof Error) return callback(outcome);
      if (outcome === undefined) return callback(null, new TombstoneResp().setNoPosition(empty()));
      const at = String(outcome);
      const position = new TombstoneResp.Position().setCommitPosition(at).setPreparePosition(at);
      return callback(null, new TombstoneResp().setPosition(position));
    });
  };
