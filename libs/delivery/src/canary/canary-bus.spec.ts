import { FixedClock, MemoryMailbox } from '@ibex/adapters/memory';
import type { Arrival, BusEcho, BusMessage, NoticeSource, TakeArrival } from '@ibex/kernel';
import { aNewEntry } from '@ibex/testing';
import { CanaryBus, CanaryPlaces } from './canary-bus';
import { CANARY_MAILBOX } from './canary.events';

/** A bus that gives back what it is given, with the number as text, as in the header of a record. */
class Echo implements BusEcho, NoticeSource {
  readonly channel = 'kafka';
  readonly given: BusMessage[] = [];
  readonly settledPlaces: number[] = [];
  isAway = false;
  private take: TakeArrival | undefined;
  private end: () => void = () => undefined;

  async put(message: BusMessage): Promise<void> {
    if (this.isAway) throw new Error('the brokers are away');
    this.given.push(message);
    const { event } = message;
    await this.arrives({ event: { ...event, sequence: String(event.sequence) } });
  }
  async arrives(content: Arrival['content']): Promise<void> {
    await this.take?.({ lane: '0', place: this.settledPlaces.length, where: 'w', key: 'k', content });
  }
  hear(): NoticeSource {
    return this;
  }
  run(take: TakeArrival): Promise<void> {
    this.take = take;
    return new Promise((end) => (this.end = end));
  }
  settled(_: string, place: number): void {
    this.settledPlaces.push(place);
  }
  halt(): void {
    this.take = undefined;
  }
  close(): Promise<void> {
    this.halt();
    this.end();
    return Promise.resolve();
  }
}

describe('a canary on the bus', () => {
  const seen: string[] = [];
  const warned: string[] = [];
  const echo = new Echo();
  const mailbox = new MemoryMailbox(new FixedClock('2026-03-02T09:00:01.000Z'));
  const messages = {
    of: ({ entryId: id, sequence }: { entryId: string; sequence: number }) => ({ id, sequence }),
  };
  const orders = {
    seen: (canary: string, place: string) => Promise.resolve(void seen.push(`${canary} ${place}`)),
  };
  const log = { warn: (code: string) => warned.push(code) };
  const places = new CanaryPlaces(mailbox, orders as never, messages as never);
  const bus = new CanaryBus(places, log as never, echo);

  beforeAll(async () => {
    const entry = { authority: CANARY_MAILBOX, stream: 'canary-c-1', type: 'uk.ibex.canary' };
    await mailbox.deliver('router', [aNewEntry('e-1', entry)], 0);
  });
  const theEntry = async () => {
    const [entry] = await mailbox.read(CANARY_MAILBOX, 0, 1);
    if (!entry) throw new Error('it is there');
    return entry;
  };

  it('is put on the topic of its own mailbox, read from there and noted', async () => {
    await bus.put(await theEntry());
    expect(echo.given).toMatchObject([
      { authority: CANARY_MAILBOX, key: 'canary-c-1', event: { id: 'e-1' } },
    ]);
    expect([seen, echo.settledPlaces]).toEqual([['c-1 kafka'], [0]]);
  });

  it.each([
    ['of a mailbox that was set up anew', { event: { id: 'e-0', sequence: 1 } }],
    ['of a number that is not there', { event: { id: 'e-9', sequence: 9 } }],
    ['without a number', { event: { id: 'beat' } }],
    ['that is none', { unreadable: 'x', reason: 'not-an-event' }],
  ])('is not taken to be there for a message %s, which is passed', async (_, content) => {
    const before = echo.settledPlaces.length;
    await echo.arrives(content);
    expect([seen, echo.settledPlaces.length]).toEqual([['c-1 kafka'], before + 1]);
  });

  it('is missed while the brokers are away, and holds nobody up', async () => {
    echo.isAway = true;
    await bus.put(await theEntry());
    expect([seen, warned]).toEqual([['c-1 kafka'], ['canary-not-put']]);
  });

  it('is read no more once its reader has stopped', async () => {
    await bus.stop();
    await echo.arrives({ event: { id: 'e-1', sequence: 1 } });
    expect(seen).toEqual(['c-1 kafka']);
  });

  it('goes nowhere where there is no bus', async () => {
    const none = new CanaryBus(places, log as never);
    await none.put(await theEntry());
    expect([none.isWanted, seen]).toEqual([false, ['c-1 kafka']]);
  });
});
