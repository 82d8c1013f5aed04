import { setTimeout as pause } from 'node:timers/promises';
import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../../../../test/support/exchange-in-process';

const CAMDEN = 'E09000007';
const CROYDON = 'E09000008';
const desk = [CROYDON, 'duty-desk'] as const;
const folders = temporaryFolders();
let exchange: ExchangeInProcess;

beforeAll(async () => {
  exchange = await ExchangeInProcess.start(folders());
  for (const localId of ['C-1', 'C-2']) {
    await exchange.post([CAMDEN, 'duty-desk'], '/v1/missing-episodes', {
      child: { localId, forename: 'Tilly', surname: 'Invented', dateOfBirth: '2011-03-09' },
      ...{ kind: 'M', from: 'care', host: CROYDON, risk: 'high', lastSeen: { at: new Date().toISOString() } },
    });
  }
  await exchange.settled();
}, 60_000);
afterAll(() => exchange.stop());

type Item = Readonly<Record<string, unknown>>;
const standing = async (query = ''): Promise<readonly Item[]> =>
  (await exchange.get(desk, `/v1/inbox/standing${query}`)).body['items'] as readonly Item[];
const courses = (items: readonly Item[]): readonly unknown[] =>
  items.map(({ sequence, opened, acknowledged, actions, asked, answered }) => [
    ...[sequence, roleOf(opened), roleOf(acknowledged)],
    ...[(actions as readonly Item[]).map(({ action, role }) => [action, role]), asked, answered],
  ]);
const roleOf = (touched: unknown): unknown => (touched as Item | undefined)?.['role'];
const untouched = (sequence: number): readonly unknown[] => [sequence, undefined, undefined, [], 0, 0];

it('says of each entry that nobody of ours has touched it, and to look changes nothing', async () => {
  expect(courses(await standing())).toEqual([untouched(1), untouched(2)]);
  expect(courses(await standing())).toEqual([untouched(1), untouched(2)]);
});

it('says who took on, acted and asked, at once of one entry and soon of many', async () => {
  await exchange.get(desk, '/v1/inbox');
  await exchange.post(desk, '/v1/inbox/1/acknowledgement', {});
  await exchange.post(desk, '/v1/inbox/1/actions', { action: 'visited' });
  await exchange.post(desk, '/v1/inbox/1/queries', { text: 'Which school?' });
  const one = [1, undefined, 'duty-desk', [['visited', 'duty-desk']], 1, 0];
  expect(courses(await standing('?limit=1'))).toEqual([one]);
  // nothing that was answered says how far the view has to be
  const isThere = async (): Promise<boolean> => (await standing())[0]?.['asked'] === 1;
  for (let left = 200; left > 0 && !(await isThere()); left -= 1) await pause(25);
  expect(courses(await standing())).toEqual([one, untouched(2)]);
});

it('shows an authority its own entries alone', async () => {
  const others = await exchange.get([CAMDEN, 'duty-desk'], '/v1/inbox/standing?after=0');
  expect(JSON.stringify(others.body)).not.toContain('visited');
});

it('narrows duties to one notice', async () => {
  const [{ notice } = { notice: '' }] = await standing('?limit=1');
  const duties = await exchange.get(desk, `/v1/duties?notice=${String(notice)}`);
  const items = duties.body['items'] as readonly Readonly<{ notice: string }>[];
  expect([...new Set(items.map((each) => each.notice))]).toEqual([notice]);
  expect((await exchange.get(desk, '/v1/duties?notice=missing-none')).body['items']).toEqual([]);
});
