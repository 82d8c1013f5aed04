import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { StoredEvent } from './log-book';

const hexOf = (bits: string): string => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0');

/** A UUID in either of the two forms the protocol knows. */
export const uuidOf = (id: UUID | undefined): string => {
  const structured = id?.getStructured();
  if (!structured) return (id?.getString() ?? '').toLowerCase();
  const hex = hexOf(structured.getMostSignificantBits()) + hexOf(structured.getLeastSignificantBits());
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

export const nameOf = (identifier: StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export const identifierOf = (stream: string): StreamIdentifier =>
  new StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64'));

const newEventFrame = (event: StoredEvent): ReadResp => {
  const position = String(event.position);
  const recorded = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new UUID().setString(event.id))
    .setStreamIdentifier(identifierOf(event.stream))
    .setStreamRevision(String(event.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  recorded
    .getMetadataMap()
    .set('type', event.type)
    .set('content-type', event.contentType)
    .set('created', event.createdTicks);
  return new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position));
};

const frames = new WeakMap<StoredEvent, ReadResp>();
const bytes = new WeakMap<ReadResp, Buffer>();

/** An event is read many times and never changes: its frame is made and turned into bytes once. */
export const eventFrame = (event: StoredEvent): ReadResp => {
  const known = frames.get(event);
  if (known) return known;
  const frame = newEventFrame(event);
  frames.set(event, frame);
  bytes.set(frame, Buffer.from(frame.serializeBinary()));
  return frame;
};

export const serializeFrame = (frame: ReadResp): Buffer =>
  bytes.get(frame) ?? Buffer.from(frame.serializeBinary());

export const notFoundFrame = (stream: string): ReadResp =>
  new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream)));

export const confirmationFrame = (): ReadResp =>
  new ReadResp().setConfirmation(
    new ReadResp.SubscriptionConfirmation().setSubscriptionId(crypto.randomUUID()),
  );

export const checkpointFrame = (position: number): ReadResp =>
  new ReadResp().setCheckpoint(
    new ReadResp.Checkpoint().setCommitPosition(String(position)).setPreparePosition(String(position)),
  );

export const caughtUpFrame = (): ReadResp => new ReadResp().setCaughtUp(new ReadResp.CaughtUp());
export const fellBehindFrame = (): ReadResp => new ReadResp().setFellBehind(new ReadResp.FellBehind());
export const empty = (): Empty => new Empty();

type FilterOptions = ReadReq.Options.FilterOptions;

/** Which events a request lets through; regular expressions and prefixes as the server takes them. */
export const filterOf = (options: FilterOptions | undefined): ((event: StoredEvent) => boolean) => {
  if (!options) return () => true;
  const byStream = options.getStreamIdentifier();
  const expression = byStream ?? options.getEventType();
  const textOf = (event: StoredEvent): string => (byStream ? event.stream : event.type);
  const pattern = expression?.getRegex() ?? '';
  if (pattern !== '') {
    const regex = new RegExp(pattern);
    return (event) => regex.test(textOf(event));
  }
  const prefixes = expression?.getPrefixList() ?? [];
  return (event) => prefixes.some((prefix) => textOf(event).startsWith(prefix));
};
