import { setTimeout as pause } from 'node:timers/promises';
import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../../../../test/support/exchange-in-process';
import type { Body, By } from '../../../../test/support/exchange-in-process';

const KENT = 'E10000016'; // reads no mailbox here

const folders = temporaryFolders();
let exchange: ExchangeInProcess;
/** Two London boroughs for each test, that nothing was told by or to before. */
let [owner, host, pairs] = ['', '', 0];
const london = (number: number): string => `E090000${String(number).padStart(2, '0')}`;
const OWNER = (): By => [owner, 'placing-practitioner', 'ann'];
const HOST = (): By => [host, 'duty-desk', 'hal'];

beforeAll(async () => {
  exchange = await ExchangeInProcess.start(folders());
}, 60_000);
afterAll(() => exchange.stop());
beforeEach(() => {
  pairs += 1;
  [owner, host] = [london(2 * pairs), london(2 * pairs + 1)];
});

type Placed = Readonly<{ id: string; recordRef: string }>;
const place = async (localId: string, at = host): Promise<Placed> => {
  const { body } = await exchange.post(OWNER(), '/v1/placements', {
    child: { localId, forename: 'Ada', surname: 'Obi' },
    ...{ host: at, startsOn: '2026-03-02', notice: 'planned', address: '1 Old Street' },
  });
  return { id: String(body['id']), recordRef: String(body['recordRef']) };
};
const go = async ({ id }: Placed, order: string, body: object, by: By = OWNER()): Promise<void> => {
  const { status } = await exchange.post(by, `/v1/placements/${id}/${order}`, body);
  expect(status).toBeLessThan(300);
};

type Told = Body & Readonly<{ reach: Readonly<Record<string, number>>; child?: Body }>;
const told = async (query = '', by: By = OWNER()): Promise<readonly Told[]> => {
  const { status, body } = await exchange.get(by, `/v1/notices/told${query}`);
  expect(status).toBe(200);
  return body['items'] as readonly Told[];
};
/** What is done in an inbox says nothing of how far views have to be. */
const until = async <T>(ask: () => Promise<T>, is: (found: T) => boolean): Promise<T> => {
  for (let left = 400; left > 0; left -= 1) {
    const found = await ask();
    if (is(found)) return found;
    await pause(25);
  }
  return ask();
};
const kinds = (items: readonly Told[]): readonly unknown[] => items.map(({ kind, state }) => [kind, state]);

it('shows an authority what it told, the latest first, and how far each has come', async () => {
  const placed = await place('H-1');
  await place('H-2', KENT);
  await exchange.get(HOST(), '/v1/inbox');
  await exchange.post(HOST(), '/v1/inbox/1/acknowledgement', {});
  // the question comes to the sender, about the same fact
  await exchange.post(HOST(), '/v1/inbox/1/queries', { text: 'Which school?' });
  await until(
    async () => (await exchange.get(OWNER(), '/v1/inbox')).text,
    (text) => text.includes('uk.ibex.delivery'),
  );
  const [letter, notice] = await until(
    () => told(),
    ([, one]) => one?.reach['acknowledged'] === 1,
  );
  const nobody = { delivered: 0, opened: 0, acknowledged: 0, toTell: 0, toldOtherwise: 0 };
  expect(notice).toMatchObject({
    ...{ notice: `placement-${placed.id}`, noticeId: placed.id, recordRef: placed.recordRef },
    ...{ notification: 'placement', kind: 'PlacementNotified', title: 'Placement notified' },
    ...{ recordOwner: owner, role: 'placing-practitioner', state: 'open', occurredAt: '2026-03-02' },
    child: { localId: 'H-1', surname: 'Obi' },
    reach: { ...nobody, told: 1, waiting: 0, delivered: 1, acknowledged: 1 },
  });
  expect(letter).toMatchObject({ reach: { ...nobody, told: 1, waiting: 0, toTell: 1 } });
  expect(JSON.stringify(notice)).not.toContain('Old Street');
});

it('shows each authority its own deeds alone: a host what it answered, without who the child is', async () => {
  const placed = await place('H-1');
  await go(placed, 'acknowledge', {}, HOST());
  expect(kinds(await told())).toEqual([['PlacementNotified', 'open']]);
  const [answer, ...others] = await told('', HOST());
  expect(others).toEqual([]);
  expect(answer).toMatchObject({ kind: 'PlacementAcknowledged', recordOwner: owner, role: 'duty-desk' });
  expect(answer?.reach).toMatchObject({ told: 1, waiting: 1 });
  expect(answer).not.toHaveProperty('child');
  expect(await told('', ['E09000033', 'mash'])).toEqual([]);
  expect((await exchange.get([owner, 'operator'], '/v1/notices/told')).status).toBe(403);
});

it('says what was put right, taken back or is over, and narrows to it', async () => {
  const [one, two, three] = [await place('H-1'), await place('H-2'), await place('H-3')];
  await go(one, 'correct', { startsOn: '2026-03-03' });
  await go(two, 'withdraw', { reason: 'duplicate' });
  await go(three, 'end', { endedOn: '2026-03-20' });
  expect(kinds(await told())).toEqual([
    ['PlacementEnded', 'over'],
    ['PlacementWithdrawn', 'over'],
    ['PlacementCorrected', 'open'],
    ['PlacementNotified', 'over'],
    ['PlacementNotified', 'recalled'],
    ['PlacementNotified', 'corrected'],
  ]);
  expect(kinds(await told('?state=recalled'))).toEqual([['PlacementNotified', 'recalled']]);
  expect(kinds(await told('?state=open'))).toEqual([['PlacementCorrected', 'open']]);
  expect(kinds(await told('?kind=PlacementEnded'))).toEqual([['PlacementEnded', 'over']]);
  expect(await told('?notification=missing')).toEqual([]);
  expect(await told('?notification=placement')).toHaveLength(6);
  expect((await exchange.get(OWNER(), '/v1/notices/told?state=lost')).status).toBe(422);
});

it('narrows to what was told of one child', async () => {
  const [one, other] = [await place('H-1'), await place('H-2')];
  await go(one, 'end', { endedOn: '2026-03-20' });
  const about = async (ref: string, by?: By) => (await told(`?recordRef=${ref}`, by)).map(({ kind }) => kind);
  expect(await about(one.recordRef)).toEqual(['PlacementEnded', 'PlacementNotified']);
  expect(await about(other.recordRef)).toEqual(['PlacementNotified']);
  expect(await about(one.recordRef, HOST())).toEqual([]);
  expect(await about('rec_nobody')).toEqual([]);
});

it('narrows to what was told since a London date', async () => {
  await place('H-1');
  const [{ recordedAt } = { recordedAt: '' }] = await told();
  const day = String(recordedAt).slice(0, 10);
  expect(await told(`?since=${String(Number(day.slice(0, 4)) - 1)}-01-01`)).toHaveLength(1);
  expect(await told(`?since=${String(Number(day.slice(0, 4)) + 1)}-01-01`)).toEqual([]);
});

it('gives every line once, page by page, while more is told', async () => {
  for (const id of ['H-1', 'H-2', 'H-3']) await place(id);
  const first = await exchange.get(OWNER(), '/v1/notices/told?limit=2');
  await place('H-4');
  const next = await exchange.get(OWNER(), `/v1/notices/told?limit=2&cursor=${String(first.body['next'])}`);
  const ids = [first, next].map(({ body }) =>
    (body['items'] as readonly Told[]).map(({ child }) => child?.['localId']),
  );
  expect(ids).toEqual([['H-3', 'H-2'], ['H-1']]);
  expect(next.body).not.toHaveProperty('next');
});

it('hides from a host, from the next question on, what it said of a record that was restricted since', async () => {
  const placed = await place('H-1');
  await go(placed, 'acknowledge', {}, HOST());
  expect(await told('', HOST())).toHaveLength(1);
  const label = { label: 'refuge', reason: 'Her father looks for her' };
  const restricted = await exchange.post(OWNER(), `/v1/records/${placed.recordRef}/restrictions`, label);
  expect(restricted.status).toBeLessThan(300);
  expect(await told('', HOST())).toEqual([]);
  // nobody is told any more, and the list says what happened instead of what a rule would say
  await go(placed, 'supply', { supplied: ['care-plan'] });
  expect((await told()).map(({ kind, reach }) => [kind, reach['told']])).toEqual([
    ['PlacementSupplied', 0],
    ['PlacementNotified', 1],
  ]);
});

it('is on record as a look at each record that it lists', async () => {
  const { recordRef } = await place('H-1');
  await told();
  const reads = await until(
    async () => (await exchange.get([owner, 'governance', 'bob'], '/v1/reads?scope=our-people')).text,
    (text) => text.includes('what-we-told'),
  );
  expect(reads).toContain('what-we-told');
  expect(reads).toContain(recordRef);
});
