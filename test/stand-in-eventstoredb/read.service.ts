import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceError } from '@grpc/grpc-js';
import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { eventFrame, filterOf, nameOf, notFoundFrame } from './frames';
import type { LogBook, StoredEvent } from './log-book';
import type { Node } from './node';
import { send } from './read-call';
import type { ReadCall } from './read-call';
import { refusals } from './refusals';
import { Subscription } from './subscription';

const BACKWARDS = ReadReq.Options.ReadDirection.BACKWARDS;

type StreamOptions = ReadReq.Options.StreamOptions;

const forwards = (events: readonly StoredEvent[], options: StreamOptions): readonly StoredEvent[] => {
  if (options.hasEnd()) return [];
  const from = options.hasRevision() ? Number(options.getRevision()) : 0;
  return events.slice(Math.max(from - (events[0]?.revision ?? 0), 0));
};

const backwards = (events: readonly StoredEvent[], options: StreamOptions): readonly StoredEvent[] => {
  if (options.hasStart()) return events.slice(0, 1);
  const from = options.hasRevision() ? Number(options.getRevision()) : Infinity;
  return events.filter((event) => event.revision <= from).reverse();
};

/** Forwards from a position includes it, backwards does not. */
function* allPart(
  { log, indexFrom }: Pick<LogBook, 'log' | 'indexFrom'>,
  options: ReadReq.Options.AllOptions,
  step: 1 | -1,
): Generator<StoredEvent> {
  const position = Number(options.getPosition()?.getCommitPosition() ?? 0);
  const start = options.hasEnd() ? log.length : indexFrom(position);
  for (let index = step === 1 ? start : start - 1; ; index += step) {
    const event = log[index];
    if (!event) return;
    yield event;
  }
}

const readStream = async (
  node: Node,
  call: ReadCall,
  options: ReadReq.Options,
): Promise<ServiceError | undefined> => {
  const wanted = options.getStream();
  const stream = nameOf(wanted?.getStreamIdentifier());
  if (node.book.isTombstoned(stream)) return refusals.streamDeleted(stream);
  const events = node.book.eventsOf(stream);
  if (!events || !wanted) {
    await send(call, notFoundFrame(stream));
    return undefined;
  }
  const part = (options.getReadDirection() === BACKWARDS ? backwards : forwards)(events, wanted);
  for (const event of part.slice(0, Number(options.getCount()))) await send(call, eventFrame(event));
  return undefined;
};

const readAll = async (node: Node, call: ReadCall, options: ReadReq.Options): Promise<undefined> => {
  const passes = filterOf(options.getFilter());
  let left = Number(options.getCount());
  const all = options.getAll();
  if (!all) return undefined;
  for (const event of allPart(node.book, all, options.getReadDirection() === BACKWARDS ? -1 : 1)) {
    if (left <= 0 || call.cancelled) break;
    if (!passes(event)) continue;
    left -= 1;
    await send(call, eventFrame(event));
  }
  return undefined;
};

const refusePosition = (node: Node, options: ReadReq.Options): ServiceError | undefined => {
  const position = options.getAll()?.getPosition()?.getCommitPosition();
  if (position === undefined || node.book.isPosition(Number(position))) return undefined;
  return refusals.invalid(`Invalid position: ${position}`);
};

const refuse = (node: Node, call: ReadCall): ServiceError | undefined => {
  if (node.faults.notLeaderReads > 0) {
    node.faults.notLeaderReads -= 1;
    return node.notLeader();
  }
  const options = call.request.getOptions();
  return node.refusalOf(call.metadata) ?? (options && refusePosition(node, options));
};

const carryOut = async (node: Node, call: ReadCall): Promise<ServiceError | undefined> => {
  const options = call.request.getOptions();
  const refused = refuse(node, call);
  if (refused || !options) return refused;
  if (node.faults.slowReadsMs > 0) await pause(node.faults.slowReadsMs);
  if (options.hasSubscription()) return new Subscription(node, call, options).run();
  return options.hasStream() ? readStream(node, call, options) : readAll(node, call, options);
};

export const readFrom =
  (node: Node) =>
  (call: ReadCall): void => {
    call.on('error', () => undefined);
    carryOut(node, call).then(
      (refused) => (refused ? call.emit('error', refused) : call.end()),
      (error: unknown) => call.emit('error', refusals.invalid(String(error))),
    );
  };
