import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { exchangeAt } from '@ibex/subscriber';
import type { NoticeEvent } from '@ibex/subscriber';
import { InventedNotices } from '../notices/invented-notices';
import { Seed } from '../notices/seed';
import { StandInExchange, busyFor, goneFromSight } from './stand-in-exchange';

const invented = new InventedNotices(new Seed('s'), '2026-03-02T09:00:00.000Z');
const newNotice = () => invented.about(invented.record());
let exchange: StandInExchange;
let url = '';
beforeAll(async () => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  exchange = await StandInExchange.listen(port);
  url = `http://127.0.0.1:${String(port)}`;
});
afterAll(() => exchange.close());

const client = () => exchangeAt({ url, token: () => Promise.resolve('secret-token') });

describe('the stand-in for an exchange', () => {
  it('shows details, takes acknowledgements and has an empty mailbox, as the SDK asks for them', async () => {
    const notice = newNotice();
    exchange.knows(notice);
    const { details, acknowledgements, inbox } = client();
    const event = notice.event as NoticeEvent;
    expect(await details.fetch(event)).toMatchObject({ id: notice.entry.factId, type: 'PlacementNotified' });
    expect(await acknowledgements.acknowledge(event, {})).toMatchObject({ sequence: notice.entry.sequence });
    expect(await inbox.page({ after: 7 })).toEqual({ entries: [], next: 7 });
    const [asked] = exchange.askedAbout(notice, 'acknowledgement');
    expect(asked).toMatchObject({ hasToken: true, status: 200 });
    expect(asked?.idempotencyKey).toMatch(/^acknowledge-/);
  });

  it('breaks down as told, each time as the script says', async () => {
    const [busy, gone] = [newNotice(), newNotice()];
    for (const notice of [busy, gone]) exchange.knows(notice);
    exchange.onDetail(busy, (nth) => (nth === 1 ? busyFor(1, 503) : undefined));
    exchange.onDetail(gone, () => goneFromSight);
    const { details } = client();
    expect(await details.fetch(busy.event as NoticeEvent)).toMatchObject({ id: busy.entry.factId });
    expect(exchange.askedAbout(busy, 'detail').map(({ status }) => status)).toEqual([503, 200]);
    expect(await details.fetch(gone.event as NoticeEvent)).toBeUndefined();
  });

  it('lets nobody in without a token, keeps none, and knows no other notice', async () => {
    const stranger = newNotice();
    const path = `${url}/v1/notices/${stranger.entry.factId}`;
    const statuses = [
      (await fetch(path)).status,
      (await fetch(path, { headers: { authorization: 'Bearer secret-token' } })).status,
    ];
    expect(statuses).toEqual([401, 404]);
    expect(JSON.stringify(exchange.asked)).not.toContain('secret-token');
  });
});
