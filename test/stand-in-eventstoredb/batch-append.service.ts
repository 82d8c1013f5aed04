import { setTimeout as pause } from 'node:timers/promises';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Message } from 'google-protobuf';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { Code } from '@eventstore/db-client/generated/code_pb';
import {
  AllStreamPosition,
  MaximumAppendSizeExceeded,
  StreamDeleted,
  Timeout,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { bytesOf, isRefusal, proposedOf } from './append.service';
import type { Decision, Expected } from './commit-check';
import { identifierOf, nameOf, uuidOf } from './frames';
import type { ProposedEvent } from './log-book';
import type { Node } from './node';

type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;
type Pending = {
  stream: string;
  expected: Expected;
  deadline: number;
  events: ProposedEvent[];
  bytes: number;
};

const CASE = BatchAppendReq.Options.ExpectedStreamPositionCase;

const expectedOf = (options: BatchAppendReq.Options): Expected => {
  const which = options.getExpectedStreamPositionCase();
  if (which === CASE.STREAM_POSITION) return Number(options.getStreamPosition());
  if (which === CASE.NO_STREAM) return 'no-stream';
  return which === CASE.STREAM_EXISTS ? 'stream-exists' : 'any';
};

const failure = (code: Code, typeName: string, details: Message): BatchAppendResp => {
  const any = new Any();
  any.pack(details.serializeBinary(), typeName);
  return new BatchAppendResp().setError(new Status().setCode(code).setMessage(typeName).setDetails(any));
};

const wrongVersion = (expected: Expected, current: number): BatchAppendResp => {
  const wrong = new WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentStreamRevision(String(current));
  if (expected === 'any') wrong.setExpectedAny(new Empty());
  else if (expected === 'no-stream') wrong.setExpectedNoStream(new Empty());
  else if (expected === 'stream-exists') wrong.setExpectedStreamExists(new Empty());
  else wrong.setExpectedStreamPosition(String(expected));
  return failure(Code.ALREADY_EXISTS, 'event_store.client.WrongExpectedVersion', wrong);
};

const success = (last: number, position: number | undefined): BatchAppendResp => {
  const said = new BatchAppendResp.Success().setCurrentRevision(String(last));
  if (position === undefined) said.setNoPosition(new Empty());
  else
    said.setPosition(
      new AllStreamPosition().setCommitPosition(String(position)).setPreparePosition(String(position)),
    );
  return new BatchAppendResp().setSuccess(said);
};

const toResponse = (decision: Decision, { stream, expected }: Pending): BatchAppendResp => {
  switch (decision.kind) {
    case 'written':
    case 'idempotent':
      return success(decision.last, decision.position);
    case 'deleted':
      return failure(
        Code.FAILED_PRECONDITION,
        'event_store.client.StreamDeleted',
        new StreamDeleted().setStreamIdentifier(identifierOf(stream)),
      );
    case 'write':
      return failure(Code.DEADLINE_EXCEEDED, 'event_store.client.Timeout', new Timeout());
    case 'wrong-expected-version':
      return wrongVersion(expected, decision.current);
  }
};

const addTo = (batch: Pending, request: BatchAppendReq): void => {
  for (const message of request.getProposedMessagesList()) {
    const event = proposedOf(message);
    if (isRefusal(event)) continue;
    batch.events.push(event);
    batch.bytes += bytesOf(event);
  }
};

/** Appends in pieces, many at once on one call, each told apart by its correlation id. */
class Batches {
  private readonly pending = new Map<string, Pending>();

  constructor(
    private readonly node: Node,
    private readonly call: Call,
  ) {}

  async take(request: BatchAppendReq): Promise<void> {
    const id = uuidOf(request.getCorrelationId());
    const options = request.getOptions();
    if (options) this.pending.set(id, this.begin(options));
    const batch = this.pending.get(id);
    if (!batch) return;
    addTo(batch, request);
    if (batch.bytes <= this.node.maxAppendBytes && !request.getIsFinal()) return;
    this.pending.delete(id);
    const response = await this.finish(batch);
    if (!response || this.call.cancelled) return;
    this.call.write(
      response.setCorrelationId(request.getCorrelationId()).setStreamIdentifier(identifierOf(batch.stream)),
    );
  }

  private begin(options: BatchAppendReq.Options): Pending {
    return {
      stream: nameOf(options.getStreamIdentifier()),
      expected: expectedOf(options),
      deadline: options.getDeadline()?.toDate().getTime() ?? Infinity,
      events: [],
      bytes: 0,
    };
  }

  private async finish(batch: Pending): Promise<BatchAppendResp | undefined> {
    const { stream, expected, events } = batch;
    if (batch.bytes > this.node.maxAppendBytes)
      return failure(
        Code.INVALID_ARGUMENT,
        'event_store.client.MaximumAppendSizeExceeded',
        new MaximumAppendSizeExceeded().setMaxappendsize(this.node.maxAppendBytes),
      );
    if (batch.deadline <= Date.now()) return toResponse({ kind: 'write', current: -1 }, batch);
    return this.withFault(batch, () => this.node.commit(stream, expected, events));
  }

  private async withFault(
    batch: Pending,
    commit: () => Promise<Decision>,
  ): Promise<BatchAppendResp | undefined> {
    const fault = this.node.faults.next();
    if (fault === 'drop-before-commit') return this.drop();
    if (fault === 'not-leader') {
      this.call.emit('error', this.node.notLeader());
      return undefined;
    }
    if (fault === 'wrong-expected-version')
      return wrongVersion(batch.expected, this.node.currentOf(batch.stream));
    const decision = await commit();
    if (fault === 'drop-after-commit') return this.drop();
    if (fault === 'late') await pause(this.node.faults.lateMs);
    return toResponse(decision, batch);
  }

  private drop(): BatchAppendResp | undefined {
    this.node.dropConnection(this.call.getPeer());
    return undefined;
  }
}

export const batchAppendTo =
  (node: Node) =>
  (call: Call): void => {
    const batches = new Batches(node, call);
    const refused = node.refusalOf(call.metadata);
    if (refused) {
      call.emit('error', refused);
      return;
    }
    let turns: Promise<void> = Promise.resolve();
    call.on('data', (request: BatchAppendReq) => {
      turns = turns.then(() => batches.take(request));
    });
    call.on('end', () => void turns.then(() => call.end()));
    call.on('error', () => undefined);
  };
