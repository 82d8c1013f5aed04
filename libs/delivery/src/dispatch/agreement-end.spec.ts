import { AgreementLens } from '@ibex/agreements';
import { MemoryCursors, MemoryFeedMemories, MemoryMailbox } from '@ibex/adapters/memory';
import { PlainDigests } from '@ibex/proof';
import type {
  BusMessage,
  ChannelMessage,
  ChannelOutcome,
  ChannelReceiver,
  Mailbox,
  NewEntry,
} from '@ibex/kernel';
import { CheckedBus } from '../channels/checked-bus';
import { toInboxMessage } from '../inbox/inbox.message';
import { CROYDON, aDepot, confirmed, someEntries, until } from '../../fixtures/relay';
import { Desk, aSubscription, pacing } from '../../fixtures/dispatch';

const ENTRIES = 24;
/** After how many messages the agreement ends: early, late and in between. */
const POINTS = [0, 1, 2, 5, 9, 14, 20, 23];

const agreement = { id: 'a-1', version: 1, clause: 'missing', tells: 'E09000012' };
/** Law opens every third, the agreement the others. */
const entries: readonly NewEntry[] = someEntries(ENTRIES).map((entry, at) =>
  at % 3 === 0 ? entry : { ...entry, agreement },
);
const cited = new Set(entries.flatMap((entry) => (entry.agreement ? [entry.entryId] : [])));

class Agreement {
  ended = false;
  isOpen = (): Promise<boolean> => Promise.resolve(!this.ended);
  over(mailbox: Mailbox): Mailbox {
    return new AgreementLens(this, new PlainDigests()).over(mailbox);
  }
}
const isEmpty = ({ event }: Pick<ChannelMessage, 'event'>): boolean =>
  event['type'] === 'uk.ibex.mailbox.withdrawn';
const toEvent = (entry: Parameters<typeof toInboxMessage>[0]) => toInboxMessage(entry, (type) => type);

/** Ends the agreement once so many have reached it, and keeps what it was handed before and after. */
class EndingEndpoint {
  readonly kind = 'webhook';
  readonly before: ChannelMessage[] = [];
  readonly after: ChannelMessage[] = [];

  constructor(
    private readonly agreed: Agreement,
    private readonly endsAfter: number,
  ) {
    if (endsAfter === 0) agreed.ended = true;
  }

  deliver(_: ChannelReceiver, message: ChannelMessage): Promise<ChannelOutcome> {
    (this.agreed.ended ? this.after : this.before).push(message);
    if (this.before.length >= this.endsAfter) this.agreed.ended = true;
    return Promise.resolve({ kind: 'taken' });
  }
}

describe.each(POINTS)('an agreement that ends after %d messages', (endsAfter) => {
  it('has a feed hand out nothing more of it, nor a replay, and no number is left out', async () => {
    const agreed = new Agreement();
    const endpoint = new EndingEndpoint(agreed, endsAfter);
    const mailbox = agreed.over(new MemoryMailbox());
    const desk = new Desk(mailbox, new MemoryCursors(), new MemoryFeedMemories());
    await desk.deliver(entries);
    const ports = { channel: endpoint, toEvent, pacing: { ...pacing, mostInFlight: 1 } };
    const feed = desk.feed(aSubscription(), ports);
    feed.start();
    const count = (): number => endpoint.before.length + endpoint.after.length;
    await until(() => count() === ENTRIES, 'all is handed out');
    await until(() => feed.state().settledUpTo === ENTRIES, 'all is settled');
    await feed.stop();
    const replay = desk.feed(aSubscription(), ports, { cursor: 'replay:1', after: 0, upTo: ENTRIES });
    replay.start();
    await until(() => count() === 2 * ENTRIES, 'all is handed out again');
    await replay.stop();

    const whole = endpoint.after.filter((message) => !isEmpty(message));
    expect(whole.filter(({ id }) => cited.has(id))).toEqual([]);
    const again = endpoint.after.slice(-ENTRIES);
    expect(again.filter(isEmpty)).toHaveLength(cited.size);
    const numbers = again.map(({ event }) => event['sequence']);
    expect(new Set(numbers)).toEqual(new Set(entries.map((_, at) => at + 1)));
  });

  it('has the bus get nothing more of it', async () => {
    const agreed = new Agreement();
    const depot = await aDepot(agreed.over(new MemoryMailbox()), entries);
    const after: BusMessage[] = [];
    if (endsAfter === 0) agreed.ended = true;
    const bus = {
      channel: 'bus',
      publish: async (messages: readonly BusMessage[]): Promise<void> => {
        if (agreed.ended) after.push(...messages);
        await depot.bus.publish(messages);
        if (depot.bus.held.length >= endsAfter) agreed.ended = true;
      },
    };
    const { mailbox } = depot;
    const checked = new CheckedBus({ bus, mailbox, toEvent });
    // read whole before the first batch leaves, so that what waits is what was read
    const relay = depot.relay({ bus: checked, sizes: { read: 500, batch: 2 } });
    relay.start(CROYDON);
    await until(() => confirmed(depot, CROYDON) === ENTRIES, 'all has left');
    await relay.stop(CROYDON);
    expect(after.filter(({ event }) => cited.has(event.id))).toEqual([]);
    expect(depot.bus.held.map(({ event }) => event.sequence)).toEqual(entries.map((_, at) => at + 1));
  });
});
