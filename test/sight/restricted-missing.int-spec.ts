import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { Body } from '../support/exchange-in-process';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const BRENT = 'E09000005';

const folders = temporaryFolders();
let exchange: ExchangeInProcess;
let id: unknown;
let recordRef: unknown;
beforeAll(async () => {
  exchange = await ExchangeInProcess.start(folders());
  const report = {
    child: { localId: 'RM-1', forename: 'Ada', surname: 'Obi', homePostcode: 'E8 1EA' },
    ...{ kind: 'M', from: 'care', restricted: true, host: CROYDON, policeForce: 'metropolitan' },
    ...{ lastSeen: { on: '2026-03-02' }, areasAtRisk: [BRENT] },
    ...{ description: 'Red cap', placementAddress: '1 Hidden Lane', circumstances: 'From the refuge' },
  };
  const answer = await exchange.post([HACKNEY, 'duty-desk'], '/v1/missing-episodes', report);
  ({ id, recordRef } = answer.body);
}, 30_000);
afterAll(() => exchange.stop());

const ask = async (authority: string, path: string): Promise<Body> =>
  (await exchange.get([authority, 'duty-desk'], path)).body;
const listOf = async (authority: string, scope: string): Promise<readonly Body[]> =>
  (await ask(authority, `/v1/missing-episodes?state=all&scope=${scope}`))['items'] as readonly Body[];

describe('a child missing from a restricted placement', () => {
  it('is on the list of its keeper by name', async () => {
    expect(await listOf(HACKNEY, 'ours')).toMatchObject([
      { noticeId: id, restricted: true, localId: 'RM-1', child: { forename: 'Ada', surname: 'Obi' } },
    ]);
  });

  it('is on the list of an area at risk without a name, a host or a force', async () => {
    const [item, ...others] = await listOf(BRENT, 'heading-here');
    expect(others).toEqual([]);
    expect(item).toMatchObject({ noticeId: id, restricted: true, responsible: HACKNEY });
    for (const field of ['child', 'localId', 'host', 'hostName', 'policeForce'])
      expect(item).not.toHaveProperty(field);
  });

  it('is on no list of its host, which finds neither the notice nor the record', async () => {
    expect(await listOf(CROYDON, 'here')).toEqual([]);
    expect((await ask(CROYDON, '/v1/inbox'))['entries']).toEqual([]);
    const paths = [`/v1/notices/by-id/missing/${String(id)}`, `/v1/children/${String(recordRef)}/chronology`];
    for (const path of paths) expect((await exchange.get([CROYDON, 'duty-desk'], path)).status).toBe(404);
  });

  it('is described to an area at risk, and nothing told there leads to the placement', async () => {
    const notice = await exchange.get([BRENT, 'mash'], `/v1/notices/by-id/missing/${String(id)}`);
    expect(notice.body).toMatchObject({
      sight: 'addressee',
      child: { forename: 'Ada', surname: 'Obi' },
      facts: [{ type: 'MissingReported', personal: { description: 'Red cap' } }],
    });
    const chronology = await exchange.get([BRENT, 'mash'], `/v1/children/${String(recordRef)}/chronology`);
    expect(chronology.text).toContain('Red cap');
    for (const { text } of [notice, chronology])
      expect(text).not.toMatch(/Hidden|refuge|E8 1EA|metropolitan|E09000008/);
  });
});
