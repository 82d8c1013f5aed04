import { emptied } from '@ibex/kernel';
import type { FactDefinition, MailboxEntry } from '@ibex/kernel';
import { InboxMessages, toHeartbeat } from '@ibex/delivery';
import { LEGAL_BASES, definitions } from '@ibex/notifications';
import type { Seed } from './seed';

/** What a notice tells of its placement: the last part of its message type. */
export type Telling = 'notified' | 'changed' | 'supplied' | 'ended' | 'corrected' | 'withdrawn';
type Fields = Readonly<Record<string, unknown>>;

/** A record without a child: a reference made up for one run. `stream`: the notice about it. */
export type InventedRecord = Readonly<{ recordRef: string; stream: string }>;

export type Notice = Readonly<{
  id: string;
  type: string;
  record: InventedRecord;
  entry: MailboxEntry;
  /** As it leaves through every channel. */
  event: Fields;
}>;

const SENDER = 'E09000007';
const RECEIVER = 'E09000008';
const DUE_DAYS = 10;
const DAY_MS = 86_400_000;
const HEARTBEAT_EVERY_MS = 300_000;

const messages = new InboxMessages(definitions);

/** Fact and version behind a message type, as the notification types declare them. */
const toldBy = (type: string): Readonly<{ fact: string; title: string; version: number }> => {
  const facts = definitions.flatMap(({ facts: of }) => Object.entries<FactDefinition>(of));
  for (const [fact, { tells, title }] of facts)
    if ('message' in tells && tells.message === type) return { fact, title, version: tells.version };
  throw new Error(`no notification type tells ${type}`);
};

const basisOf = (telling: Telling): MailboxEntry['basis'] => {
  if (telling === 'ended') return LEGAL_BASES.endOfPlacement;
  return telling === 'corrected' || telling === 'withdrawn'
    ? LEGAL_BASES.accuracy
    : LEGAL_BASES.notifyAreaAuthority;
};

/** The detail that a link of a notice leads to, in the exchange's form: nothing personal, since there is nobody. */
export const detailOf = ({ entry, type }: Notice): Fields => {
  const { fact, title } = toldBy(type);
  return {
    id: entry.factId,
    notice: entry.stream,
    type: fact,
    title,
    recordRef: entry.recordRef,
    revision: entry.position,
    recordedAt: entry.recordedAt,
    by: { authority: entry.from, person: 'conformance', role: 'system' },
    data: { occurredAt: entry.occurredAt },
    sight: 'addressee',
  };
};

/** A mailbox of notices about nobody, built by what builds the real ones. */
export class InventedNotices {
  private records = 0;
  private last = 0;

  constructor(
    private readonly seed: Seed,
    /** When they were recorded, UTC. */
    private readonly at: string,
  ) {}

  record(): InventedRecord {
    this.records += 1;
    const of = `record ${String(this.records)}`;
    return { recordRef: this.seed.digest(of).slice(0, 43), stream: `placement-${this.seed.uuid(of)}` };
  }

  /** The next entry of the mailbox, about this record. */
  about(record: InventedRecord, telling: Telling = 'notified'): Notice {
    this.last += 1;
    return this.numbered(this.last, record, telling);
  }

  /** What no exchange ever sent: it has no number of its own in the mailbox. */
  forged(): Notice {
    return this.numbered(this.last + 1, this.record(), 'notified', ' forged');
  }

  /** What stands in place of an entry whose sharing agreement has ended: its number, and an id of its own. */
  emptied({ entry: whole, record }: Notice): Notice {
    const entry = emptied(whole, this.seed.uuid(`emptied ${whole.entryId}`));
    return { id: entry.entryId, type: entry.type, record, entry, event: messages.of(entry) };
  }

  /** A sign of life of a subscription: no child, no number, nobody to answer. */
  heartbeat(): Notice {
    const subscription = this.seed.uuid('subscription');
    const beat = { authority: RECEIVER, subscription, head: this.last, upTo: this.last };
    const event = toHeartbeat({ ...beat, at: this.at, everyMs: HEARTBEAT_EVERY_MS });
    const record = { recordRef: event.subject, stream: 'none' };
    return { ...this.forged(), id: event.id, type: event.type, record, event };
  }

  private numbered(sequence: number, record: InventedRecord, telling: Telling, mark = ''): Notice {
    const type = `uk.ibex.placement.${telling}`;
    const name = `${record.stream} ${String(sequence)}${mark}`;
    const entry: MailboxEntry = {
      entryId: this.seed.uuid(`entry ${name}`),
      factId: this.seed.uuid(`fact ${name}`),
      authority: RECEIVER,
      ...{ stream: record.stream, recordRef: record.recordRef, type, sequence, from: SENDER },
      messageVersion: toldBy(type).version,
      capacity: 'host',
      urgency: 'prompt',
      basis: basisOf(telling),
      duty: { text: 'Acknowledge', dueAt: new Date(Date.parse(this.at) + DUE_DAYS * DAY_MS).toISOString() },
      ...{ occurredAt: this.at.slice(0, 10), recordedAt: this.at, putAt: this.at, position: sequence },
    };
    return { id: entry.entryId, type, record, entry, event: messages.of(entry) };
  }
}

/** The same entry told in another way, e.g. with fields that nobody knows yet. */
export const retold = (notice: Notice, change: Fields): Notice => {
  const event = { ...notice.event, ...change };
  const type = typeof event.type === 'string' ? event.type : notice.type;
  return { ...notice, type, event };
};

/** Fields put into the content of a notice. */
export const withContent = (notice: Notice, content: Fields): Notice => {
  const { data } = notice.event;
  return retold(notice, { data: { ...(typeof data === 'object' ? data : {}), ...content } });
};
