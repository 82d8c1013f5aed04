import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { By } from '../support/exchange-in-process';
import { inventedChild } from '../support/invented-child';

const [CAMDEN, CROYDON, EALING, HACKNEY] = ['E09000007', 'E09000008', 'E09000009', 'E09000012'];
const HERE = '/v1/registers/placed-here';
const ELSEWHERE = '/v1/registers/placed-elsewhere';
const DAYS = ['2026-02-28', '2026-03-02', '2026-03-05', '2026-03-09', '2026-03-12'];

type Row = Readonly<Record<string, unknown>>;
const folders = temporaryFolders();
let exchange: ExchangeInProcess;
let children = 0;

const placing = (authority: string): By => [authority, 'placing-practitioner'];
const place = async (authority: string, host: string, startsOn: string): Promise<string> => {
  children += 1;
  const child = { localId: `C-${String(children)}`, ...inventedChild(children) };
  const body = { child, host, startsOn, notice: 'emergency', address: '1 Quiet Street' };
  const { body: answer } = await exchange.post(placing(authority), '/v1/placements', body);
  return String(answer['id']);
};
const rowsOf = async ([authority, role]: By, path: string): Promise<readonly Row[]> => {
  const { status, body } = await exchange.get([authority, role], path);
  expect([path, status]).toEqual([path, 200]);
  return body['items'] as readonly Row[];
};

beforeAll(async () => {
  exchange = await ExchangeInProcess.start(folders());
  const moving = await place(CAMDEN, CROYDON, '2026-03-01');
  await place(CAMDEN, CROYDON, '2026-03-02');
  await place(CAMDEN, EALING, '2026-03-03');
  await place(HACKNEY, CROYDON, '2026-03-04');
  const ending = await place(HACKNEY, CROYDON, '2026-03-04');
  await exchange.post(placing(CAMDEN), `/v1/placements/${moving}/change`, {
    ...{ host: EALING, changedOn: '2026-03-08', address: '2 Quiet Street', notice: 'planned' },
  });
  await exchange.post(placing(HACKNEY), `/v1/placements/${ending}/end`, { endedOn: '2026-03-10' });
}, 60_000);
afterAll(() => exchange.stop());

describe('registers, counted', () => {
  it.each(DAYS)('tell how many lines of the register each authority has on %s', async (on) => {
    const lines = await rowsOf([CROYDON, 'duty-desk'], `${HERE}?on=${on}`);
    const listed = new Map<unknown, number>();
    for (const { placingAuthorityName: name } of lines) listed.set(name, (listed.get(name) ?? 0) + 1);
    const counted = await rowsOf([CROYDON, 'duty-desk'], `${HERE}/counts?on=${on}`);
    expect(new Map(counted.map((row) => [row['placingAuthorityName'], row['placements']]))).toEqual(listed);
  });

  it.each(DAYS)('tell how many of the own children are where on %s', async (on) => {
    const listed = new Map<string, number>();
    for (const { host } of await rowsOf(placing(CAMDEN), `${ELSEWHERE}?on=${on}`))
      listed.set(JSON.stringify(host), (listed.get(JSON.stringify(host)) ?? 0) + 1);
    const counted = await rowsOf(placing(CAMDEN), `${ELSEWHERE}/counts?on=${on}`);
    expect(new Map(counted.map(({ host, placements }) => [JSON.stringify(host), placements]))).toEqual(
      listed,
    );
  });

  it('have the moved child with its new host, and the ended placement nowhere', async () => {
    const by = async (on: string): Promise<readonly unknown[]> =>
      (await rowsOf([CROYDON, 'mash'], `${HERE}/counts?on=${on}`)).map(({ placements }) => placements);
    expect([await by('2026-03-05'), await by('2026-03-12')]).toEqual([
      [2, 2],
      [1, 1],
    ]);
    const names = (await rowsOf(placing(CAMDEN), `${ELSEWHERE}/counts?on=2026-03-12`)).map(
      ({ host, placements }) => [(host as Row)['name'], placements],
    );
    expect(names).toEqual([
      ['Ealing', 2],
      ['Croydon', 1],
    ]);
  });

  it('tell nothing to others, nor to a role that may not read the lines', async () => {
    expect(await rowsOf([HACKNEY, 'mash'], `${HERE}/counts?on=2026-03-12`)).toEqual([]);
    expect(await rowsOf([CROYDON, 'mash'], `${ELSEWHERE}/counts?on=2026-03-12`)).toEqual([]);
    expect((await exchange.get(placing(CROYDON), `${HERE}/counts`)).status).toBe(403);
    const { status, body } = await exchange.get([CROYDON, 'mash'], `${HERE}/counts?on=2026-02-30`);
    expect([status, body['code']]).toEqual([422, expect.any(String)]);
  });
});

describe('duties, asked for on both sides', () => {
  it('are those that one owes and those that one is owed, each once', async () => {
    const clocks = async (scope: string): Promise<readonly unknown[]> =>
      (await rowsOf([CAMDEN, 'duty-desk'], `/v1/duties?limit=500&scope=${scope}`)).map(({ clock }) => clock);
    const [either, ...sides] = [
      await clocks('either'),
      await clocks('owed-by-us'),
      await clocks('owed-to-us'),
    ];
    expect(sides.map(({ length }) => length > 0)).toEqual([true, true]);
    expect(either.toSorted()).toEqual([...new Set(sides.flat())].toSorted());
  });
});
