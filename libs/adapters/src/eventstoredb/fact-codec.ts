import { createHash } from 'node:crypto';
import { categoryOf, FactTooLarge, MAX_FACT_BYTES, StoreUnavailable } from '@ibex/kernel';
import type { FactMetadata, NewFact, Position, RecordedFact } from '@ibex/kernel';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb';

/** What goes beside the data of an event: everything of a fact that the server has no place of its own for. */
type Envelope = Readonly<{
  /** Only when the fact's id is not the event's. */
  factId?: string;
  recordedAt: string;
  sealed?: string;
  metadata: FactMetadata;
  /** Which attempt wrote it: tells the writer whether it was itself. */
  attempt: string;
}>;

export type WrittenEvent = Readonly<{ id: string; type: string; data: Buffer; envelope: Buffer }>;

/** A fact as recorded, and the attempt that recorded it. */
export type ReadFact = Readonly<{ fact: RecordedFact; attempt: string }>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NIL = '00000000-0000-0000-0000-000000000000';

/** The event's id: the fact's where that is a UUID as the server writes them, else one made of its digest (version 8). */
export const eventIdOf = (factId: string): string => {
  if (UUID.test(factId) && factId !== NIL) return factId;
  const bytes = createHash('sha256').update(factId).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/** Throws FactTooLarge. */
export const toEvent = (fact: NewFact, attempt: string): WrittenEvent => {
  const data = Buffer.from(JSON.stringify(fact.data));
  const metadata = JSON.stringify(fact.metadata);
  const bytes = data.length + Buffer.byteLength(metadata) + Buffer.byteLength(fact.sealed ?? '');
  if (bytes > MAX_FACT_BYTES) throw new FactTooLarge(fact.type, bytes, MAX_FACT_BYTES);
  const id = eventIdOf(fact.id);
  const { recordedAt, sealed } = fact;
  const envelope: Envelope = {
    ...(id === fact.id ? {} : { factId: fact.id }),
    recordedAt,
    ...(sealed === undefined ? {} : { sealed }),
    metadata: fact.metadata,
    attempt,
  };
  return { id, type: fact.type, data, envelope: Buffer.from(JSON.stringify(envelope)) };
};

/** Positions of the server are 64-bit; beyond 2^53 a JavaScript number would no longer tell neighbours apart. */
export const toPosition = (commitPosition: string): Position => {
  const position = Number(commitPosition);
  if (!Number.isSafeInteger(position))
    throw new StoreUnavailable(
      'store/failed',
      `position ${commitPosition} is beyond what can be counted safely`,
    );
  return position;
};

type Recorded = ReadResp.ReadEvent.RecordedEvent;

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

const parsed = (bytes: Uint8Array): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(textOf(bytes));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};

const isEnvelope = (
  value: Record<string, unknown> | undefined,
): value is Envelope & Record<string, unknown> =>
  typeof value?.['recordedAt'] === 'string' &&
  typeof value['metadata'] === 'object' &&
  typeof value['attempt'] === 'string';

const toFact = (event: Recorded, envelope: Envelope, data: Record<string, unknown>): RecordedFact => {
  const stream = textOf(event.getStreamIdentifier()?.getStreamName_asU8() ?? new Uint8Array());
  const open = {
    id: envelope.factId ?? event.getId()?.getString() ?? '',
    type: event.getMetadataMap().get('type') ?? '',
    data,
    metadata: envelope.metadata,
    recordedAt: envelope.recordedAt,
    stream,
    category: categoryOf(stream),
    revision: Number(event.getStreamRevision()),
    position: toPosition(event.getCommitPosition()),
  };
  return envelope.sealed === undefined ? open : { ...open, sealed: envelope.sealed };
};

/** The fact of an event; undefined for what others have written to the same server. */
export const ofEvent = (read: ReadResp.ReadEvent): ReadFact | undefined => {
  const event = read.getEvent();
  if (!event || event.getMetadataMap().get('type')?.startsWith('$') === true) return undefined;
  const envelope = parsed(event.getCustomMetadata_asU8());
  if (!isEnvelope(envelope)) return undefined;
  const data = parsed(event.getData_asU8());
  return data && { fact: toFact(event, envelope, data), attempt: envelope.attempt };
};

/** Where an event stands in the log, whoever wrote it. */
export const placeOf = (read: ReadResp.ReadEvent): Position =>
  toPosition(
    read.hasCommitPosition() ? read.getCommitPosition() : (read.getEvent()?.getCommitPosition() ?? ''),
  );
