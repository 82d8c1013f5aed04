import { temporaryFolders } from '@ibex/testing';
import { join } from 'node:path';
import { ExchangeInProcess } from '../../../../test/support/exchange-in-process';
import { ExchangeRefused, UnsafeAddress } from '../exchange/exchange-faults';
import type { InboxEvent } from '../exchange/inbox-reader';
import { exchangeAt } from '../handling/exchange-ports';
import type { Exchange } from '../handling/exchange-ports';
import type { Notice } from '../handling/notice';
import { FilePlace } from '../keeping/place-kept';
import { keptIn } from '../keeping/kept-in';
import type { Kept } from '../keeping/kept-in';
import { MemoryNoticeSource } from '../source/memory-notice-source';
import { Subscriber } from '../subscriber';
import { anEvent, until } from '../subscriber.fixture';
import { InboxNoticeSource } from './inbox-notice-source';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const KENT = 'E10000016';
const NOTIFIED = 'uk.ibex.placement.notified';
const HOST = [CROYDON, 'system-client'] as const;

const folders = temporaryFolders();
let exchange: ExchangeInProcess;
let url: string;
beforeAll(async () => {
  exchange = await ExchangeInProcess.start(folders());
  url = await exchange.listen();
}, 30_000);
afterAll(() => exchange.stop());

const place = async (localId: string): Promise<void> => {
  const child = { localId, forename: 'Ada', surname: 'Obi' };
  const stay = { host: CROYDON, startsOn: '2026-03-02', notice: 'emergency', address: '1 Old Street' };
  const answer = await exchange.post([HACKNEY, 'placing-practitioner'], '/v1/placements', { child, ...stay });
  expect(answer.status).toBe(201);
};
const exchangeFor = (authority: string): Required<Exchange> =>
  exchangeAt({ url, token: () => exchange.tokenOf([authority, 'system-client']) });

const subscribers: Subscriber[] = [];
afterEach(async () => {
  await Promise.all(subscribers.splice(0).map((each) => each.stop()));
});

/** A borough's subscriber on its mailbox, with what it keeps in a folder. */
const subscribe = (
  kept: Kept,
  handle: (notice: Notice) => Promise<void>,
  placedAt = kept.place,
): Subscriber => {
  const at = exchangeFor(CROYDON);
  const subscriber = new Subscriber({
    source: new InboxNoticeSource({ inbox: at.inbox, place: placedAt, waitS: 1, pageSize: 2 }),
    ...{ exchange: at, seen: kept.seen, quarantine: kept.quarantine },
    ...{ handlers: { [NOTIFIED]: handle }, fallback: handle },
  });
  subscribers.push(subscriber);
  return subscriber;
};
const entriesOf = async (): Promise<readonly InboxEvent[]> =>
  (await exchangeFor(CROYDON).inbox.page({ after: 0, limit: 500 })).entries;

describe('a subscriber on the mailbox of a running exchange', () => {
  it('reads each notice with its detail as it comes, acknowledges it, and goes on there after a restart', async () => {
    const folder = folders();
    const kept = await keptIn(folder);
    const got: unknown[] = [];
    const first = subscribe(kept, async (notice) => {
      const { detail, data } = notice;
      const { acknowledgedAt, ...by } = await notice.acknowledge({ note: 'Duty desk has it' });
      // once more, as a handler that is run again would
      expect((await notice.acknowledge({ note: 'Duty desk has it' })).acknowledgedAt).toBe(acknowledgedAt);
      expect((await notice.acknowledge({ note: 'in other words' })).acknowledgedAt).toBe(acknowledgedAt);
      got.push([notice.sequence, data.from, detail?.type, detail?.child?.localId, by]);
    });
    const ended = first.run();
    await place('S-1');
    await place('S-2');
    await place('S-3');
    await until(() => got.length === 3, 20_000);
    await first.stop();
    await ended;
    const by = (sequence: number): object => ({ sequence, person: 'tester', role: 'system-client' });
    const heard = [1, 2, 3].map((n) => [n, HACKNEY, 'PlacementNotified', `S-${String(n)}`, by(n)]);
    expect([...got].sort()).toEqual(heard);
    expect(await kept.place.read()).toBe(3);
    await kept.close();

    const again = await keptIn(folder);
    const later: number[] = [];
    const second = subscribe(again, ({ sequence }) => Promise.resolve(void later.push(sequence)));
    void second.run();
    await place('S-4');
    await until(() => later.length > 0, 20_000);
    await second.stop();
    expect(later).toEqual([4]);
    await again.close();
  }, 60_000);

  it('hides what it has seen from the handler when the place was lost', async () => {
    const folder = folders();
    const kept = await keptIn(folder);
    const got: number[] = [];
    const handle = ({ sequence }: Notice): Promise<void> => Promise.resolve(void got.push(sequence));
    const head = (await entriesOf()).length;
    const first = subscribe(kept, handle);
    void first.run();
    await until(() => got.length === head, 20_000);
    await first.stop();
    const lost = await FilePlace.open(join(folder, 'lost', 'place.txt'));
    const second = subscribe(kept, handle, lost);
    void second.run();
    await until(async () => (await lost.read()) === head, 20_000);
    await second.stop();
    expect(got).toHaveLength(head);
    await Promise.all([kept.close(), lost.close()]);
  }, 60_000);

  it('ends, and says why, when its place is ahead of the mailbox', async () => {
    const kept = await keptIn(folders());
    await kept.place.move(9_999);
    const refused = new ExchangeRefused(400, 'inbox/cursor-ahead');
    await expect(subscribe(kept, () => Promise.resolve()).run()).rejects.toEqual(refused);
    await kept.close();
  }, 30_000);

  it('stops at once in the midst of a long poll', async () => {
    const kept = await keptIn(folders());
    const head = (await entriesOf()).length;
    await kept.place.move(head);
    const at = exchangeFor(CROYDON);
    const source = new InboxNoticeSource({ inbox: at.inbox, place: kept.place, waitS: 20 });
    const quarantine = kept.quarantine;
    const subscriber = new Subscriber({ source, quarantine, handlers: {} });
    const ended = subscriber.run();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const from = Date.now();
    await subscriber.stop();
    await ended;
    expect(Date.now() - from).toBeLessThan(2_000);
    await kept.close();
  }, 30_000);

  it('reads a number that a topic left out from the mailbox', async () => {
    const entries = await entriesOf();
    const [first, , third] = entries;
    const kept = await keptIn(folders());
    const source = new MemoryNoticeSource();
    const got: number[] = [];
    const gaps: unknown[] = [];
    const subscriber = new Subscriber({
      ...{ source, quarantine: kept.quarantine, seen: kept.seen, exchange: exchangeFor(CROYDON) },
      ...{ gapAfterMs: 50, onGap: (gap) => gaps.push(gap), handlers: {} },
      fallback: ({ sequence }) => Promise.resolve(void got.push(sequence)),
    });
    subscribers.push(subscriber);
    void subscriber.run();
    source.send(first ?? {}, third ?? {});
    await until(() => got.length === 3, 20_000);
    expect([got.toSorted(), gaps]).toEqual([[1, 2, 3], [{ from: 2, to: 2 }]]);
    await subscriber.stop();
    await kept.close();
  }, 30_000);
});

describe('the detail of a notice', () => {
  it('is not there for whom it is not, and the handler is told so', async () => {
    const [entry] = await entriesOf();
    const got: unknown[] = [];
    const source = new MemoryNoticeSource();
    const kept = await keptIn(folders());
    const subscriber = new Subscriber({
      ...{ source, quarantine: kept.quarantine, exchange: exchangeFor(KENT), handlers: {} },
      fallback: (notice) =>
        Promise.resolve(void got.push([notice.detail, 'whyNoDetail' in notice && notice.whyNoDetail])),
    });
    subscribers.push(subscriber);
    void subscriber.run();
    source.send(entry ?? {});
    await until(() => got.length === 1, 20_000);
    expect(got).toEqual([[undefined, 'not-yours-any-more']]);
    await subscriber.stop();
    await kept.close();
  }, 30_000);

  it('is not asked for at another address, whatever a link says', async () => {
    const { details } = exchangeFor(CROYDON);
    const { data } = anEvent(1);
    for (const detail of ['https://elsewhere.example/v1/notices/x', '//elsewhere.example/x']) {
      const event = anEvent(1, 'a', { data: { ...data, links: { ...data.links, detail } } });
      await expect(details.fetch(event)).rejects.toThrow(UnsafeAddress);
    }
  });

  it('is read as whom the token says', async () => {
    const [entry] = await entriesOf();
    const event = anEvent(1, 'a', { data: entry?.['data'] as never });
    const detail = await exchangeFor(HOST[0]).details.fetch(event);
    expect([detail?.sight, detail?.child]).toEqual([
      'addressee',
      { localId: 'S-1', forename: 'Ada', surname: 'Obi' },
    ]);
  });
});
