import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { AppendReq, ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { BEGINNING } from '@ibex/kernel';
import type { Position, Revision } from '@ibex/kernel';
import type { WrittenEvent } from './fact-codec';
import type { ServerFilter } from './server-filter';

type Options = ReadReq.Options;
type FilterOptions = ReadReq.Options.FilterOptions;

const identifierOf = (stream: string): StreamIdentifier =>
  new StreamIdentifier().setStreamName(Buffer.from(stream));

const readOptions = (): Options =>
  new ReadReq.Options()
    .setResolveLinks(false)
    .setUuidOption(new ReadReq.Options.UUIDOption().setString(new Empty()))
    .setNoFilter(new Empty());

const request = (options: Options): ReadReq => new ReadReq().setOptions(options);

export type StreamPart = Readonly<{
  stream: string;
  from: Revision | 'end';
  direction: 'forwards' | 'backwards';
  count: number;
}>;

export const readStreamRequest = ({ stream, from, direction, count }: StreamPart): ReadReq => {
  const part = new ReadReq.Options.StreamOptions().setStreamIdentifier(identifierOf(stream));
  if (from === 'end') part.setEnd(new Empty());
  else part.setRevision(String(from));
  const { FORWARDS, BACKWARDS } = ReadReq.Options.ReadDirection;
  return request(
    readOptions()
      .setStream(part)
      .setCount(String(count))
      .setReadDirection(direction === 'forwards' ? FORWARDS : BACKWARDS),
  );
};

const filterOptions = ({ on, regex }: ServerFilter): FilterOptions => {
  const expression = new ReadReq.Options.FilterOptions.Expression().setRegex(regex);
  const options = new ReadReq.Options.FilterOptions();
  return on === 'stream' ? options.setStreamIdentifier(expression) : options.setEventType(expression);
};

/** The newest event that passes a filter. */
export const newestRequest = (filter: ServerFilter): ReadReq =>
  request(
    readOptions()
      .setAll(new ReadReq.Options.AllOptions().setEnd(new Empty()))
      .setCount('1')
      .setReadDirection(ReadReq.Options.ReadDirection.BACKWARDS)
      .setFilter(filterOptions(filter).setCount(new Empty()).setCheckpointintervalmultiplier(1)),
  );

/** A subscription to the log behind a position; a checkpoint comes after every `window` events. */
export const subscribeRequest = (after: Position, filter: ServerFilter, window: number): ReadReq => {
  const all = new ReadReq.Options.AllOptions();
  if (after === BEGINNING) all.setStart(new Empty());
  else
    all.setPosition(
      new ReadReq.Options.Position().setCommitPosition(String(after)).setPreparePosition(String(after)),
    );
  return request(
    readOptions()
      .setAll(all)
      .setSubscription(new ReadReq.Options.SubscriptionOptions())
      .setFilter(filterOptions(filter).setMax(window).setCheckpointintervalmultiplier(1)),
  );
};

const proposal = ({ id, type, data, envelope }: WrittenEvent): AppendReq => {
  const message = new AppendReq.ProposedMessage()
    .setId(new UUID().setString(id))
    .setData(data)
    .setCustomMetadata(envelope);
  message.getMetadataMap().set('type', type).set('content-type', 'application/json');
  return new AppendReq().setProposedMessage(message);
};

/** The messages of one append; `last` is the revision that the stream must stand at, -1 for a stream not there. */
export const appendRequests = (
  stream: string,
  last: Revision,
  events: readonly WrittenEvent[],
): readonly AppendReq[] => {
  const options = new AppendReq.Options().setStreamIdentifier(identifierOf(stream));
  if (last < 0) options.setNoStream(new Empty());
  else options.setRevision(String(last));
  return [new AppendReq().setOptions(options), ...events.map(proposal)];
};
