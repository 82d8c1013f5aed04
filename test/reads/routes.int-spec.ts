import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { Body, By } from '../support/exchange-in-process';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const KENT = 'E10000016';
const newFolder = temporaryFolders();
let exchange: ExchangeInProcess;
const places: Record<string, string> = {};
const practitioner: By = [HACKNEY, 'placing-practitioner'];

beforeAll(async () => {
  exchange = await ExchangeInProcess.start(newFolder());
  const child = { localId: 'RR-1', forename: 'Ada', surname: 'Obi' };
  const placement = { child, startsOn: '2026-03-02', notice: 'emergency', address: '1 Old Street' };
  const placed = await exchange.post(practitioner, '/v1/placements', { ...placement, host: CROYDON });
  await exchange.post(practitioner, '/v1/placements', {
    ...{ ...placement, host: KENT, child: { ...child, localId: 'RR-2' } },
  });
  const missing = await exchange.post(practitioner, '/v1/missing-episodes', {
    ...{ child, kind: 'M', from: 'care', host: CROYDON, lastSeen: { at: '2026-03-04T19:00:00Z' } },
  });
  places['missing'] = `${String(missing.status)} ${missing.text}`;
  places['chronology'] = `/v1/children/${String(placed.body['recordRef'])}/chronology`;
  places['notice'] = `/v1/notices/by-id/placement/${String(placed.body['id'])}`;
  const { body } = await exchange.get(practitioner, '/v1/tasks');
  places['letter'] = `/v1/tasks/${String((body['tasks'] as readonly Body[])[0]?.['id'])}/letter`;
}, 30_000);
afterAll(() => exchange.stop());

const looks = async (): Promise<readonly string[]> => {
  const { body } = await exchange.get([HACKNEY, 'governance'], '/v1/reads?limit=500');
  return (body['reads'] as readonly Body[]).map(
    ({ what, authority }) => `${String(what)} by ${String(authority)}`,
  );
};
/** The ledger trails the log by a moment. */
const looked = async (what: string): Promise<boolean> => {
  const until = Date.now() + 20_000;
  while (Date.now() < until) {
    if ((await looks()).includes(what)) return true;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return false;
};

type Shown = Readonly<{ path: () => string | undefined; what: string; by: By }>;

describe('whatever shows something of a child is on record', () => {
  it.each<readonly [string, Shown]>([
    ['the whole of a notice', { path: () => places['notice'], what: 'notice', by: [HACKNEY, 'mash'] }],
    [
      'the whole of a notice, at its recipient',
      { path: () => places['notice'], what: 'notice', by: [CROYDON, 'duty-desk'] },
    ],
    [
      'where children are placed',
      {
        path: () => '/v1/registers/placed-elsewhere',
        what: 'register-placed-elsewhere',
        by: [HACKNEY, 'mash'],
      },
    ],
    [
      'who is placed here',
      { path: () => '/v1/registers/placed-here', what: 'register-placed-here', by: [CROYDON, 'mash'] },
    ],
    [
      'the same as a file',
      {
        path: () => '/v1/registers/placed-here?format=csv',
        what: 'register-placed-here',
        by: [CROYDON, 'governance'],
      },
    ],
    ['duties', { path: () => '/v1/duties?state=all', what: 'duties', by: [CROYDON, 'duty-desk'] }],
    ['a letter', { path: () => places['letter'], what: 'letter', by: [HACKNEY, 'duty-desk'] }],
    [
      'the course of a child',
      { path: () => places['chronology'], what: 'child-chronology', by: [CROYDON, 'mash'] },
    ],
  ])('%s', async (_, { path, what, by }) => {
    const answer = await exchange.get(by, path() ?? '', '*/*');
    expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, '']);
    expect(await looked(`${what} by ${by[0]}`)).toBe(true);
  });

  it('missing children', async () => {
    expect(places['missing']).toMatch(/^201/);
    expect((await exchange.get([CROYDON, 'mash'], '/v1/missing-episodes?scope=here')).status).toBe(200);
    expect(await looked(`missing-episodes by ${CROYDON}`)).toBe(true);
  });
});
