import { setTimeout as pause } from 'node:timers/promises';
import type { sendUnaryData, ServerReadableStream, ServiceError } from '@grpc/grpc-js';
import { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { Decision, Expected } from './commit-check';
import { empty, nameOf, uuidOf } from './frames';
import type { ProposedEvent } from './log-book';
import type { Node } from './node';
import { refusals } from './refusals';

const CASE = AppendReq.Options.ExpectedStreamRevisionCase;

export const expectedOf = (options: AppendReq.Options): Expected => {
  const which = options.getExpectedStreamRevisionCase();
  if (which === CASE.REVISION) return Number(options.getRevision());
  if (which === CASE.NO_STREAM) return 'no-stream';
  return which === CASE.STREAM_EXISTS ? 'stream-exists' : 'any';
};

type Proposed = Readonly<{
  getId: AppendReq.ProposedMessage['getId'];
  getMetadataMap: AppendReq.ProposedMessage['getMetadataMap'];
  getData_asU8: () => Uint8Array;
  getCustomMetadata_asU8: () => Uint8Array;
}>;

/** An event as proposed; the server takes none without a type and a content type. */
export const proposedOf = (message: Proposed): ProposedEvent | ServiceError => {
  const type = message.getMetadataMap().get('type');
  const contentType = message.getMetadataMap().get('content-type');
  if (!type) return refusals.missingMetadata('type');
  if (!contentType) return refusals.missingMetadata('content-type');
  return {
    id: uuidOf(message.getId()),
    type,
    contentType,
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
};

export const isRefusal = (outcome: object): outcome is ServiceError => outcome instanceof Error;
export const bytesOf = (event: ProposedEvent): number =>
  event.data.length + event.metadata.length + 2 * event.type.length;

const toSuccess = (last: number, position: number | undefined): AppendResp => {
  const success = new AppendResp.Success().setCurrentRevision(String(last));
  if (position === undefined) success.setNoPosition(empty());
  else
    success.setPosition(
      new AppendResp.Position().setCommitPosition(String(position)).setPreparePosition(String(position)),
    );
  return new AppendResp().setSuccess(success);
};

const toWrongVersion = (expected: Expected, current: number): AppendResp => {
  const wrong = new AppendResp.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(empty());
  else wrong.setCurrentRevision(String(current));
  if (expected === 'any') wrong.setExpectedAny(empty());
  else if (expected === 'no-stream') wrong.setExpectedNoStream(empty());
  else if (expected === 'stream-exists') wrong.setExpectedStreamExists(empty());
  else wrong.setExpectedRevision(String(expected));
  return new AppendResp().setWrongExpectedVersion(wrong);
};

const answer = (decision: Decision, stream: string, expected: Expected): AppendResp | ServiceError => {
  switch (decision.kind) {
    case 'written':
    case 'idempotent':
      return toSuccess(decision.last, decision.position);
    case 'deleted':
      return refusals.streamDeleted(stream);
    case 'write':
      return refusals.invalid('nothing was decided');
    case 'wrong-expected-version':
      return toWrongVersion(expected, decision.current);
  }
};

type Call = ServerReadableStream<AppendReq, AppendResp>;

/** What was sent, or the refusal that reading it met. */
const readAppend = async (call: Call, maxAppendBytes: number): Promise<Request | ServiceError> => {
  let options: AppendReq.Options | undefined;
  const events: ProposedEvent[] = [];
  let bytes = 0;
  for await (const message of call as AsyncIterable<AppendReq>) {
    options ??= message.getOptions();
    const proposed = message.getProposedMessage();
    if (!proposed) continue;
    const event = proposedOf(proposed);
    if (isRefusal(event)) return event;
    bytes += bytesOf(event);
    if (bytes > maxAppendBytes) return refusals.maxAppendSize(maxAppendBytes);
    events.push(event);
  }
  if (!options) return refusals.invalid('an append begins with its options');
  return { stream: nameOf(options.getStreamIdentifier()), expected: expectedOf(options), events };
};

type Request = Readonly<{ stream: string; expected: Expected; events: readonly ProposedEvent[] }>;

const carryOut = async (node: Node, call: Call, request: Request): Promise<AppendResp | ServiceError> => {
  const { stream, expected, events } = request;
  const fault = node.faults.next();
  if (fault === 'drop-before-commit') return node.dropConnection(call.getPeer());
  if (fault === 'too-busy') return refusals.tooBusy();
  if (fault === 'not-leader') return node.notLeader();
  if (fault === 'wrong-expected-version') return toWrongVersion(expected, node.currentOf(stream));
  const decision = await node.commit(stream, expected, events);
  if (fault === 'drop-after-commit') return node.dropConnection(call.getPeer());
  if (fault === 'timed-out') return refusals.timedOut();
  if (fault === 'late') await pause(node.faults.lateMs);
  return answer(decision, stream, expected);
};

export const appendTo =
  (node: Node) =>
  (call: Call, callback: sendUnaryData<AppendResp>): void => {
    const work = async (): Promise<AppendResp | ServiceError> => {
      const refused = node.refusalOf(call.metadata);
      if (refused) return refused;
      const request = await readAppend(call, node.maxAppendBytes);
      return isRefusal(request) ? request : carryOut(node, call, request);
    };
    work().then(
      (outcome) => (isRefusal(outcome) ? callback(outcome) : callback(null, outcome)),
      (error: unknown) => callback(refusals.invalid(String(error))),
    );
  };
