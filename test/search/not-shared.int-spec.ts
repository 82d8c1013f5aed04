import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const newFolder = temporaryFolders();
let exchange: ExchangeInProcess;
let recordRef: string;
let notice: string;
beforeAll(async () => {
  exchange = await ExchangeInProcess.start(newFolder());
  const child = { localId: 'NS-1', forename: 'Ada', surname: 'Obi' };
  const placement = { host: CROYDON, startsOn: '2026-03-02', notice: 'emergency', address: '1 Old Street' };
  const { body } = await exchange.post([HACKNEY, 'placing-practitioner'], '/v1/placements', {
    ...{ child, ...placement },
  });
  recordRef = String(body['recordRef']);
  notice = `placement-${String(body['id'])}`;
}, 30_000);
afterAll(() => exchange.stop());

const decide = (authority: string, more: object = {}) =>
  exchange.post([authority, 'duty-desk'], '/v1/decisions-not-to-share', {
    ...{ recordRef, authority: 'E09000004', reason: 'The father works there', ...more },
  });

describe('a decision not to share', () => {
  it('is on record with its reason, for the authority that made it', async () => {
    expect((await decide(HACKNEY)).status).toBe(201);
    expect((await decide(HACKNEY, { notice })).status).toBe(201);
    const list = await exchange.get([HACKNEY, 'governance'], '/v1/decisions-not-to-share');
    const decision = {
      recordRef,
      authority: 'E09000004',
      reason: 'The father works there',
      role: 'duty-desk',
    };
    expect(list.body['decisions']).toEqual([
      expect.objectContaining({ ...decision, notice }),
      expect.not.objectContaining({ notice }),
    ]);
    const others = await exchange.get([CROYDON, 'governance'], '/v1/decisions-not-to-share');
    expect(others.body['decisions']).toEqual([]);
  });

  it('is the owner’s alone, about its own record and a notice of it', async () => {
    expect((await decide(CROYDON)).status).toBe(404);
    expect((await decide(HACKNEY, { recordRef: 'nobodys-record-at-all' })).status).toBe(404);
    expect((await decide(HACKNEY, { notice: 'placement-of-somebody-else' })).status).toBe(404);
    expect((await decide(HACKNEY, { authority: HACKNEY })).status).toBe(409);
    expect((await decide(HACKNEY, { reason: undefined })).status).toBe(422);
  });
});
