import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { By } from '../support/exchange-in-process';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const ANN: By = [HACKNEY, 'placing-practitioner', 'ann'];
const BOB: By = [HACKNEY, 'duty-desk', 'bob'];
const LEAD: By = [HACKNEY, 'governance', 'lead'];
const HOST: By = [CROYDON, 'duty-desk', 'hal'];
const FETCHES = '/v1/restricted-fetches';

const folders = temporaryFolders();
let exchange: ExchangeInProcess;
beforeAll(async () => {
  exchange = await ExchangeInProcess.start(folders());
}, 30_000);
afterAll(() => exchange.stop());

type Child = Readonly<{ recordRef: string; notice: string }>;
const aChild = async (localId: string, label?: string): Promise<Child> => {
  const { body } = await exchange.post(ANN, '/v1/placements', {
    child: { localId, forename: 'Ada', surname: 'Obi', homePostcode: 'E8 1EA' },
    ...{ host: CROYDON, startsOn: '2026-03-02', notice: 'planned', address: '1 Hidden Lane' },
    ...{ narrative: 'With her aunt' },
  });
  const recordRef = String(body['recordRef']);
  if (label !== undefined)
    await exchange.post(ANN, `/v1/records/${recordRef}/restrictions`, { label, reason: 'Threats' });
  return { recordRef, notice: `placement-${String(body['id'])}` };
};
const request = (child: object, by: By = ANN) =>
  exchange.post(by, FETCHES, { ...child, reason: 'Taking her to hospital' });
const approve = (id: unknown, by: By = BOB) => exchange.post(by, `${FETCHES}/${String(id)}/approval`, {});
const read = (id: unknown, by: By = ANN, key?: string) =>
  exchange.post(by, `${FETCHES}/${String(id)}/content`, {}, key);

describe('the address of a restricted child', () => {
  it('is read once by the one who asked, after another person has agreed, and its owner is told', async () => {
    const child = await aChild('RF-1', 'refuge');
    const asked = await request(child);
    expect(asked).toMatchObject({ status: 201, body: { facts: ['FetchRequested'] } });
    const { id } = asked.body;
    expect((await read(id)).body).toMatchObject({ code: 'fetch/not-approved' });
    expect((await approve(id, ANN)).body).toMatchObject({ code: 'fetch/same-person' });
    expect((await approve(id)).status).toBe(200);
    expect((await read(id, BOB)).body).toMatchObject({ code: 'fetch/not-yours' });
    expect(await read(id, ANN, 'once')).toMatchObject({
      status: 200,
      body: {
        ...{ recordRef: child.recordRef, homePostcode: 'E8 1EA' },
        facts: [
          { type: 'PlacementNotified', fields: { address: '1 Hidden Lane', narrative: 'With her aunt' } },
        ],
      },
    });
    for (const again of [await read(id, ANN, 'once'), await read(id)]) {
      expect(again).toMatchObject({ status: 409, body: { code: 'fetch/taken-already' } });
      expect(again.text).not.toContain('Hidden Lane');
    }
    const inbox = (await exchange.get(BOB, '/v1/inbox?limit=500')).text;
    expect(inbox).toContain('uk.ibex.access.whereabouts-fetched');
    expect((await exchange.get(LEAD, FETCHES)).body).toMatchObject({
      fetches: [{ id, phase: 'taken', person: 'ann', approvedBy: 'bob', reason: 'Taking her to hospital' }],
    });
  }, 60_000);

  it('is nobody else’s to ask for, approve, read or list, even where they were told of the child', async () => {
    const child = await aChild('RF-2', 'protected');
    const { body } = await request(child);
    expect((await request(child, HOST)).status).toBe(404);
    expect((await request({ recordRef: 'never-told-of' })).status).toBe(404);
    expect((await approve(body['id'], HOST)).status).toBe(404);
    expect((await read(body['id'], HOST)).status).toBe(404);
    expect((await exchange.get(HOST, FETCHES)).body).toEqual({ fetches: [] });
  }, 60_000);

  it('is asked for of a notice of that very record', async () => {
    const [child, other] = [await aChild('RF-3', 'refuge'), await aChild('RF-4', 'refuge')];
    expect((await request({ recordRef: child.recordRef, notice: other.notice })).status).toBe(404);
    const { body } = await request({ recordRef: child.recordRef });
    await approve(body['id']);
    expect((await read(body['id'])).body).toEqual({
      ...{ recordRef: child.recordRef, homePostcode: 'E8 1EA', facts: [] },
    });
  }, 60_000);

  it('needs no second person where it is not kept apart', async () => {
    for (const child of [await aChild('RF-5'), await aChild('RF-6', 'adoption')])
      expect((await request(child)).body).toMatchObject({ code: 'fetch/not-guarded' });
  }, 60_000);
});
