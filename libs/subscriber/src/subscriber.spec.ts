import { ExchangeUnavailable } from './exchange/exchange-faults';
import type { InboxPage } from './exchange/inbox-reader';
import type { Gap } from './gaps/gap-watch';
import type { Notice } from './handling/notice';
import { TryLater } from './handling/notice';
import type { Trouble } from './handling/trouble';
import { MemoryQuarantine } from './keeping/memory-quarantine';
import { MemorySeenEvents } from './keeping/memory-seen-events';
import type { SeenEvents } from './keeping/seen-events.port';
import { MemoryNoticeSource } from './source/memory-notice-source';
import { Subscriber } from './subscriber';
import { anEvent, noting, until } from './subscriber.fixture';
import type { SubscriberOptions } from './subscriber.options';

const NOTIFIED = 'uk.ibex.placement.notified';

/** A subscriber on a memory source; stopped at the end of the test. */
const running: Subscriber[] = [];
const subscribe = (
  options: Partial<SubscriberOptions> & Pick<SubscriberOptions, 'handlers'>,
  source = new MemoryNoticeSource(),
): Readonly<{ source: MemoryNoticeSource; subscriber: Subscriber; quarantine: MemoryQuarantine }> => {
  const quarantine = new MemoryQuarantine();
  const subscriber = new Subscriber({
    source,
    quarantine,
    firstBackOffMs: 2,
    longestBackOffMs: 10,
    ...options,
  });
  running.push(subscriber);
  void subscriber.run();
  return { source, subscriber, quarantine };
};
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop()));
});

/** A promise that is kept when told. */
const gate = (): Readonly<{ opened: Promise<void>; open: () => void }> => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
};

describe('a subscriber', () => {
  it('hands a repeated event to its handler once, and settles the repeat', async () => {
    const { got, handler } = noting();
    const { source } = subscribe({ handlers: { [NOTIFIED]: handler } });
    source.send(anEvent(1), anEvent(2), anEvent(1), anEvent(2, 'child-2'));
    await until(() => source.settledUpTo === 4);
    expect(got).toEqual(['e-1', 'e-2']);
  });

  it('settles an event after its handler is through, not before', async () => {
    const { opened, open } = gate();
    const { source } = subscribe({ handlers: { [NOTIFIED]: () => opened } });
    source.send(anEvent(1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(source.settledUpTo).toBe(0);
    open();
    await until(() => source.settledUpTo === 1);
    expect(source.settledUpTo).toBe(1);
  });

  it('remembers an event before it settles it, so that a crash in between is not seen by the handler', async () => {
    const { got, handler } = noting();
    const source = new MemoryNoticeSource();
    const kept = new MemorySeenEvents();
    const crashed = gate();
    // dies after the event is on record: the checkpoint is never written
    const dying: SeenEvents = {
      has: (id) => kept.has(id),
      sequences: () => kept.sequences(),
      add: async (event) => {
        await kept.add(event);
        crashed.open();
        await new Promise(() => undefined);
      },
    };
    const { subscriber } = subscribe(
      { handlers: { [NOTIFIED]: handler }, seen: dying, stopWithinMs: 5 },
      source,
    );
    source.send(anEvent(1));
    await crashed.opened;
    await subscriber.stop();
    expect(source.settledUpTo).toBe(0);
    subscribe({ handlers: { [NOTIFIED]: handler }, seen: kept }, source);
    await until(() => source.settledUpTo === 1);
    expect(got).toEqual(['e-1']);
  });

  it('hands an event again when the crash came before it was remembered', async () => {
    const { got, handler } = noting();
    const source = new MemoryNoticeSource();
    const first = gate();
    const dies = async (notice: Notice): Promise<void> => {
      await handler(notice);
      first.open();
      await new Promise(() => undefined);
    };
    const { subscriber } = subscribe({ handlers: { [NOTIFIED]: dies }, stopWithinMs: 5 }, source);
    source.send(anEvent(1));
    await first.opened;
    await subscriber.stop();
    subscribe({ handlers: { [NOTIFIED]: handler } }, source);
    await until(() => source.settledUpTo === 1);
    expect(got).toEqual(['e-1', 'e-1']);
  });

  it('keeps the order of each child while a slow handler holds up one of them', async () => {
    const { got, handler } = noting();
    const { opened, open } = gate();
    const slow = async (notice: Notice): Promise<void> => {
      if (notice.id === 'e-1') await opened;
      await handler(notice);
    };
    const { source } = subscribe({ handlers: { [NOTIFIED]: slow } });
    const children = ['slow', 'b', 'slow', 'b', 'c', 'slow'];
    source.send(...children.map((child, at) => anEvent(at + 1, child)));
    await until(() => got.length === 3);
    expect([...got].sort()).toEqual(['e-2', 'e-4', 'e-5']);
    expect(source.settledUpTo).toBe(0);
    open();
    await until(() => source.settledUpTo === 6);
    expect(got.filter((id) => ['e-1', 'e-3', 'e-6'].includes(id))).toEqual(['e-1', 'e-3', 'e-6']);
    expect(got.indexOf('e-2')).toBeLessThan(got.indexOf('e-4'));
  });

  it('works on no more children at once than it was told', async () => {
    let now = 0;
    let most = 0;
    const busy = async (): Promise<void> => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now -= 1;
    };
    const { source } = subscribe({ handlers: { [NOTIFIED]: busy }, atOnce: 2 });
    source.send(...[1, 2, 3, 4, 5, 6].map((n) => anEvent(n, `child-${String(n)}`)));
    await until(() => source.settledUpTo === 6);
    expect(most).toBe(2);
  });

  it('takes no more from the source than it was told to hold', async () => {
    const { opened, open } = gate();
    const taken: number[] = [];
    const source = new MemoryNoticeSource();
    const run = source.run.bind(source);
    source.run = (take) =>
      run(async (arrival) => {
        await take(arrival);
        taken.push(arrival.place);
      });
    subscribe({ handlers: { [NOTIFIED]: () => opened }, mostWaiting: 2 }, source);
    source.send(...[1, 2, 3, 4].map((n) => anEvent(n)));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(taken).toEqual([0, 1]);
    open();
    await until(() => source.settledUpTo === 4);
    expect(taken).toEqual([0, 1, 2, 3]);
  });
});

describe('a handler that fails', () => {
  it('gets the event again after a while, before the next of the same child', async () => {
    const got: string[] = [];
    const flaky = ({ id, attempt }: Notice): Promise<void> => {
      got.push(`${id} ${String(attempt)}`);
      return id === 'e-1' && attempt < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve();
    };
    const { source, quarantine } = subscribe({ handlers: { [NOTIFIED]: flaky } });
    source.send(anEvent(1), anEvent(2), anEvent(3, 'other'));
    await until(() => source.settledUpTo === 3);
    expect(got.filter((each) => !each.startsWith('e-3'))).toEqual(['e-1 1', 'e-1 2', 'e-1 3', 'e-2 1']);
    // the other child did not wait for it
    expect(got.indexOf('e-3 1')).toBeLessThan(got.indexOf('e-1 3'));
    expect(await quarantine.list()).toEqual([]);
  });

  it('holds up nobody else, however many children are in trouble', async () => {
    const { got, handler } = noting();
    const troubled = (notice: Notice): Promise<void> =>
      notice.recordRef === 'well' ? handler(notice) : Promise.reject(new Error('not yet'));
    const { source } = subscribe({ handlers: { [NOTIFIED]: troubled }, atOnce: 2, firstBackOffMs: 60_000 });
    source.send(...[1, 2, 3, 4, 5].map((n) => anEvent(n, `in-trouble-${String(n)}`)));
    source.send(anEvent(6, 'well'), anEvent(7, 'well'));
    await until(() => got.length === 2, 1_000);
    expect([got, source.settledUpTo]).toEqual([['e-6', 'e-7'], 0]);
  });

  it('has a poisonous event set aside after so many attempts, with the fault’s name and not its words', async () => {
    const { got, handler } = noting();
    const troubles: string[] = [];
    const poisoned = (notice: Notice): Promise<void> =>
      notice.id === 'e-1' ? Promise.reject(new TypeError('Swift, Taylor')) : handler(notice);
    const { source, quarantine } = subscribe({
      handlers: { [NOTIFIED]: poisoned },
      attempts: 3,
      onTrouble: ({ what, id, attempts }: Trouble) => troubles.push(`${what} ${id} ${String(attempts)}`),
    });
    source.send(anEvent(1), anEvent(2));
    await until(() => source.settledUpTo === 2);
    expect(got).toEqual(['e-2']);
    const about = {
      id: 'e-1',
      key: 'child-1',
      sequence: 1,
      reason: 'handler-failed',
      fault: 'TypeError',
      attempts: 3,
    };
    const content = { event: anEvent(1) };
    expect(await quarantine.list()).toEqual([{ ...about, atUtc: expect.any(String) as string, content }]);
    expect(troubles).toEqual([
      'handler-failed e-1 1',
      'handler-failed e-1 2',
      'handler-failed e-1 3',
      'quarantined e-1 3',
    ]);
  });

  it('gets what was set aside again when it is redriven; what fails again stays', async () => {
    let mended = '';
    const { got, handler } = noting();
    const poisoned = (notice: Notice): Promise<void> =>
      notice.id === mended ? handler(notice) : Promise.reject(new Error('no'));
    const { source, subscriber } = subscribe({ handlers: { [NOTIFIED]: poisoned }, attempts: 1 });
    source.send(anEvent(1), anEvent(2, 'b'));
    await until(() => source.settledUpTo === 2);
    mended = 'e-2';
    expect(await subscriber.redrive()).toEqual({ handled: 1, failedAgain: 1, left: 0 });
    expect((await subscriber.quarantined()).map(({ id }) => id)).toEqual(['e-1']);
    expect(await subscriber.redrive(['e-2'])).toEqual({ handled: 0, failedAgain: 0, left: 0 });
    expect(got).toEqual(['e-2']);
  });

  it('is not to blame for an outage: that is waited out and counts for nothing', async () => {
    const got: number[] = [];
    let away = 5;
    const waits = ({ attempt }: Notice): Promise<void> => {
      got.push(attempt);
      away -= 1;
      if (away > 2) return Promise.reject(new TryLater());
      return away > 0 ? Promise.reject(new ExchangeUnavailable('test')) : Promise.resolve();
    };
    const { source, quarantine } = subscribe({ handlers: { [NOTIFIED]: waits }, attempts: 1 });
    source.send(anEvent(1));
    await until(() => source.settledUpTo === 1);
    expect(got).toEqual([1, 1, 1, 1, 1]);
    expect(await quarantine.list()).toEqual([]);
  });

  it('is not called again when only remembering failed', async () => {
    const { got, handler } = noting();
    const kept = new MemorySeenEvents();
    let failures = 2;
    const full: SeenEvents = {
      has: (id) => kept.has(id),
      sequences: () => kept.sequences(),
      add: (event) => {
        failures -= 1;
        return failures < 0 ? kept.add(event) : Promise.reject(new Error('disk full'));
      },
    };
    const { source } = subscribe({ handlers: { [NOTIFIED]: handler }, seen: full });
    source.send(anEvent(1));
    await until(() => source.settledUpTo === 1);
    expect([got, failures]).toEqual([['e-1'], -1]);
  });
});

describe('a message without a handler', () => {
  it('goes to the fallback', async () => {
    const { got, handler } = noting();
    const { source } = subscribe({ handlers: {}, fallback: handler });
    source.send(anEvent(1, 'a', { type: 'uk.ibex.brand-new' }), anEvent(2));
    await until(() => source.settledUpTo === 2);
    expect(got).toEqual(['e-1', 'e-2']);
  });

  it('is set aside when there is no fallback, and so is what is no notice: nothing is lost', async () => {
    const { source, quarantine } = subscribe({ handlers: {} });
    const odd = { ...anEvent(2), data: { kind: 'odd' } };
    source.send(anEvent(1), odd, { subject: 'x' });
    await until(() => source.settledUpTo === 3);
    const aside = (await quarantine.list()).map(({ id, reason, fault }) => [id, reason, fault]);
    expect(aside.sort()).toEqual([
      ['e-1', 'no-handler', 'NoHandler subscriber/no-handler'],
      ['e-2', 'not-a-notice', 'NotANotice subscriber/not-a-notice'],
      ['memory@2', 'not-a-notice', 'NotANotice subscriber/not-a-notice'],
    ]);
  });
});

describe('a missing number', () => {
  const pageOf = (after: number): InboxPage =>
    after >= 4 ? { entries: [], next: after } : { entries: [anEvent(after + 1)], next: after + 1 };

  it('is told once, and filled from the mailbox where there is one', async () => {
    const { got, handler } = noting();
    const gaps: Gap[] = [];
    let failures = 1;
    const inbox = {
      page: ({ after }: Readonly<{ after: number }>): Promise<InboxPage> => {
        failures -= 1;
        return failures < 0
          ? Promise.resolve(pageOf(after))
          : Promise.reject(new ExchangeUnavailable('test'));
      },
    };
    const { source } = subscribe({
      handlers: { [NOTIFIED]: handler },
      seen: Object.assign(new MemorySeenEvents(), { sequences: () => Promise.resolve([]) }),
      exchange: { inbox },
      gapAfterMs: 20,
      onGap: (gap) => gaps.push(gap),
    });
    source.send(anEvent(1), anEvent(5, 'b'));
    await until(() => got.length === 5);
    expect(gaps).toEqual([{ from: 2, to: 4 }]);
    expect([...got].sort()).toEqual(['e-1', 'e-2', 'e-3', 'e-4', 'e-5']);
  });
});

describe('stopping', () => {
  it('does not leave a redrive waiting: what was not begun stays set aside', async () => {
    const begun = gate();
    const source = new MemoryNoticeSource();
    let isPoison = true;
    const stuck = (): Promise<void> => {
      if (isPoison) return Promise.reject(new Error('no'));
      begun.open();
      return new Promise(() => undefined);
    };
    const { subscriber } = subscribe(
      { handlers: { [NOTIFIED]: stuck }, attempts: 1, stopWithinMs: 5 },
      source,
    );
    source.send(anEvent(1));
    await until(() => source.settledUpTo === 1);
    isPoison = false;
    const redriven = subscriber.redrive();
    await begun.opened;
    await subscriber.stop();
    expect(await redriven).toEqual({ handled: 0, failedAgain: 0, left: 1 });
    expect(await subscriber.redrive()).toEqual({ handled: 0, failedAgain: 0, left: 1 });
    expect(await subscriber.quarantined()).toHaveLength(1);
  });

  it('lets a handler at work finish, begins no other, and settles what is done', async () => {
    const { got, handler } = noting();
    const { opened, open } = gate();
    const begun = gate();
    const slow = async (notice: Notice): Promise<void> => {
      begun.open();
      await opened;
      await handler(notice);
    };
    const { source, subscriber } = subscribe({ handlers: { [NOTIFIED]: slow } });
    source.send(anEvent(1), anEvent(2), anEvent(3));
    await begun.opened;
    const stopped = subscriber.stop();
    open();
    await stopped;
    expect([got, source.settledUpTo]).toEqual([['e-1'], 1]);
  });

  it('tells a handler that does not end, and goes', async () => {
    let told = false;
    const begun = gate();
    const stuck = ({ signal }: Notice): Promise<void> => {
      signal.addEventListener('abort', () => (told = true));
      begun.open();
      return new Promise(() => undefined);
    };
    const { source, subscriber } = subscribe({ handlers: { [NOTIFIED]: stuck }, stopWithinMs: 10 });
    source.send(anEvent(1));
    await begun.opened;
    await subscriber.stop();
    expect([told, source.settledUpTo]).toEqual([true, 0]);
  });

  it('goes on where it was with what was not dealt with', async () => {
    const { got, handler } = noting();
    const source = new MemoryNoticeSource();
    const failing = subscribe({ handlers: { [NOTIFIED]: () => Promise.reject(new TryLater()) } }, source);
    source.send(anEvent(1), anEvent(2));
    await new Promise((resolve) => setTimeout(resolve, 10));
    await failing.subscriber.stop();
    subscribe({ handlers: { [NOTIFIED]: handler } }, source);
    await until(() => source.settledUpTo === 2);
    expect(got).toEqual(['e-1', 'e-2']);
  });
});
