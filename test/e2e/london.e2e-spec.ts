import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SqlitePostcodes } from '@ibex/adapters/sqlite';
import { HttpExchangeClient, importSsda903, loadPostcodes } from '@ibex/imports';
import type { ImportReport } from '@ibex/imports';
import { csvOf, londonReturns, sharedData } from '../imports/shared-data';
import { ExchangeUnderTest } from '../support/exchange-under-test';
import { tokensOf } from '../support/tokens';

type Item = Readonly<Record<string, unknown>>;
type Followed = Readonly<{ head: number; followers: readonly Readonly<{ position?: number }>[] }>;
const CAMDEN = 'E09000007';
const DAY = '2025-03-31';

describe('the 33 returns of London through a real exchange', () => {
  const home = mkdtempSync(join(tmpdir(), 'ibex-london-'));
  const tokenOf = tokensOf(home);
  const postcodes = new SqlitePostcodes(join(home, 'postcodes.sqlite'));
  let exchange: ExchangeUnderTest;

  const clientOf = async (gss: string): Promise<HttpExchangeClient> =>
    new HttpExchangeClient({ url: exchange.url, token: await tokenOf(gss, 'system-client') });
  const importFrom = async (folder: string, authority: string): Promise<ImportReport> =>
    importSsda903({ folder, authority, client: await clientOf(authority), postcodes });

  const itemsOf = async (gss: string, path: string): Promise<readonly Item[]> => {
    const items: Item[] = [];
    let cursor: string | undefined;
    do {
      const url = `${exchange.url}${path}&limit=500${cursor === undefined ? '' : `&cursor=${cursor}`}`;
      const answer = await fetch(url, {
        headers: { authorization: `Bearer ${await tokenOf(gss, 'system-client')}` },
      });
      const page = (await answer.json()) as { items: readonly Item[]; next?: string };
      items.push(...page.items);
      cursor = page.next;
    } while (cursor !== undefined);
    return items;
  };
  /** Every view has handled what the log held when the last return was in. */
  const caughtUp = async (): Promise<void> => {
    const headers = { authorization: `Bearer ${await tokenOf(CAMDEN, 'operator')}` };
    const ask = async (): Promise<Followed> =>
      (await (await fetch(`${exchange.url}/v1/views`, { headers })).json()) as Followed;
    const { head } = await ask();
    while ((await ask()).followers.some(({ position = 0 }) => position < head)) await pause(100);
  };

  beforeAll(async () => {
    await loadPostcodes(sharedData('london-returns', 'postcodes-used.csv'), postcodes);
    exchange = await ExchangeUnderTest.start(home, { IBEX_LOG_LEVEL: 'error' });
    for (const { folder, gss } of londonReturns()) await importFrom(folder, gss);
    await caughtUp();
  }, 600_000);
  afterAll(async () => {
    await exchange.stop();
    await postcodes.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('give every borough its register of 31 March 2025, child for child: 5,373 in London, 706 in Croydon', async () => {
    const counts: string[] = [];
    let total = 0;
    for (const { gss } of londonReturns()) {
      const placed = await itemsOf(gss, `/v1/registers/placed-here?on=${DAY}`);
      total += placed.length;
      const byOwner = new Map<string, number>();
      for (const { placingAuthority } of placed)
        byOwner.set(String(placingAuthority), (byOwner.get(String(placingAuthority)) ?? 0) + 1);
      counts.push(...[...byOwner].map(([owner, count]) => `${gss} ${owner} ${String(count)}`));
    }
    const truth = csvOf('london-returns', 'truth', 'expected-register-2025-03-31.csv')
      .filter(({ host_gss: host }) => host?.startsWith('E09'))
      .map((row) => `${String(row['host_gss'])} ${String(row['placing_gss'])} ${String(row['count'])}`);
    expect(counts.sort()).toEqual(truth.sort());
    expect(total).toBe(5_373);
    expect(
      counts
        .filter((line) => line.startsWith('E09000008'))
        .reduce((sum, line) => sum + Number(line.split(' ')[2]), 0),
    ).toBe(706);
  }, 120_000);

  it('give every owner its children elsewhere, period for period: 13,328', async () => {
    const told: string[] = [];
    for (const { gss } of londonReturns())
      for (const item of await itemsOf(gss, '/v1/registers/placed-elsewhere?includeEnded=true')) {
        const host = item['host'] as { kind: string; gss?: string };
        const place = [
          host.kind === 'withheld' ? 'CON' : host.gss,
          item['localId'],
          item['startsOn'],
          item['endedOn'] ?? '',
        ];
        told.push([gss, ...place, item['placementType'], item['restricted'] === true ? '1' : '0'].join(' '));
      }
    const truth = csvOf('london-returns', 'truth', 'placements.csv').map((row) =>
      [
        row['placing_gss'],
        row['host_gss'],
        row['child'],
        row['start'],
        row['end'],
        row['place'],
        row['restricted'],
      ].join(' '),
    );
    expect(told.sort()).toEqual(truth.sort());
  }, 120_000);

  it('give every owner its missing episodes of children placed elsewhere', async () => {
    const told: string[] = [];
    for (const { gss } of londonReturns())
      for (const item of await itemsOf(gss, '/v1/missing-episodes?state=all'))
        told.push([gss, item['localId'], item['kind']].join(' '));
    const truth = csvOf('london-returns', 'truth', 'missing.csv')
      .filter((row) => row['host_gss'] !== row['placing_gss'])
      .map((row) => [row['placing_gss'], row['child'], row['type']].join(' '));
    expect(told.sort()).toEqual(truth.sort());
  }, 120_000);

  it('record nothing when the same file comes again, and only the difference when one row has changed', async () => {
    const folder = sharedData('london-returns', '202-camden');
    expect((await importFrom(folder, CAMDEN)).commands).toEqual({});

    const changed = join(home, '202-camden');
    cpSync(folder, changed, { recursive: true });
    const [open] = (await itemsOf(CAMDEN, `/v1/registers/placed-elsewhere?on=${DAY}`)).filter(
      ({ endedOn, restricted }) => endedOn === undefined && restricted === false,
    );
    const file = join(changed, 'episodes.csv');
    const rows = readFileSync(file, 'utf8').split('\n');
    const at = rows.findIndex(
      (row) => row.startsWith(`${String(open?.['localId'])},`) && row.split(',')[7] === '',
    );
    const cells = rows[at]?.split(',') ?? [];
    rows[at] = [...cells.slice(0, 7), '31/03/2025', 'E4A', ...cells.slice(9)].join(',');
    writeFileSync(file, rows.join('\n'));
    expect((await importFrom(changed, CAMDEN)).commands).toEqual({ 'placement/end': 1 });
  }, 120_000);
});
