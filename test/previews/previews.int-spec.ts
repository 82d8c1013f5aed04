import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVENT_STORE, POSTCODES } from '@ibex/kernel';
import type { EventStore, PostcodeDirectory } from '@ibex/kernel';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { By } from '../support/exchange-in-process';

const [CAMDEN, CROYDON, KENT] = ['E09000007', 'E09000008', 'E10000016'];
const camden: By = [CAMDEN, 'placing-practitioner'];
const REG_13 = 'Care Planning, Placement and Case Review (England) Regulations 2010, reg 13(4)';

const child = { localId: 'CAM-1', forename: 'Maya', surname: 'Okafor', dateOfBirth: '2012-05-14' };
const placement = {
  ...{ child, host: CROYDON, startsOn: '2026-03-02', notice: 'emergency' },
  narrative: 'Only the host should read this.',
};

describe('what an order would come to', () => {
  const home = mkdtempSync(join(tmpdir(), 'ibex-previews-'));
  let exchange: ExchangeInProcess;
  const head = () => exchange.part<EventStore>(EVENT_STORE).head();
  const preview = (action: string, body: object, more: object = {}, by: By = camden) =>
    exchange.post(by, '/v1/previews', { action, body, ...more });

  beforeAll(async () => {
    exchange = await ExchangeInProcess.start(home);
    const rows = [
      ['CR0 1EA', CROYDON],
      ['ME14 1XX', KENT],
      // a table older than April 2023
      ['CA3 8QP', 'E10000006'],
    ] as const;
    await exchange.part<PostcodeDirectory>(POSTCODES).load(
      (async function* () {
        await Promise.resolve();
        yield rows;
      })(),
    );
  }, 60_000);
  afterAll(async () => {
    await exchange.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('says who would be told and why, and records nothing', async () => {
    const before = await head();
    const { status, body } = await preview('placement/notify', placement);
    expect([status, await head()]).toEqual([200, before]);
    expect(body['told']).toEqual([
      {
        ...{ authority: CROYDON, capacity: 'host', urgency: 'prompt', member: true },
        basis: {
          text: 'The area authority is told in writing of a placement in its area, with the assessment and the care plan',
          source: REG_13,
        },
        duty: { text: 'Acknowledge, enter the child in your register and assess the risk in your area' },
      },
    ]);
    expect(body['facts']).toEqual([
      expect.objectContaining({ type: 'PlacementNotified', title: 'Placement notified' }),
    ]);
  });

  it('is what then happens', async () => {
    const foretold = (await preview('placement/notify', placement)).body;
    const { body } = await exchange.post(camden, '/v1/placements', placement);
    const notice = await exchange.get(camden, `/v1/notices/by-id/placement/${String(body['id'])}`);
    const [fact] = notice.body['facts'] as readonly Readonly<{ id: string; type: string; data: object }>[];
    const shown = foretold['facts'] as readonly Readonly<{ data: object }>[];
    expect(shown[0]?.data).toEqual(fact?.data);
    const ladder = await exchange.get(camden, `/v1/notices/${String(fact?.id)}/recipients`);
    const recipients = ladder.body['recipients'] as readonly Readonly<Record<string, unknown>>[];
    expect(recipients.map(({ authority, capacity }) => ({ authority, capacity }))).toEqual([
      { authority: CROYDON, capacity: 'host' },
    ]);
  });

  it('names who would have to be told by other means, and the duties that would begin', async () => {
    const { body } = await preview('placement/notify', { ...placement, host: KENT });
    expect(body['told']).toEqual([expect.objectContaining({ authority: KENT, member: false })]);
    const duties = body['duties'] as readonly Readonly<{ owedBy: string; text: string }>[];
    expect(duties.map(({ owedBy, text }) => [owedBy, text])).toContainEqual([
      CAMDEN,
      'Give the area authority a copy of the care plan',
    ]);
    // the notice itself does that
    expect(duties.map(({ text }) => text)).not.toContain(
      'Tell the area authority in writing of the placement',
    );
  });

  it('tells nobody of what is restricted', async () => {
    const { status, body } = await preview('placement/notify', { ...placement, restricted: true });
    expect([status, body['told']]).toEqual([200, []]);
  });

  it('tells nobody of a record that is restricted, whatever the notice says', async () => {
    const child = { localId: 'PV-KEPT', forename: 'Ada', surname: 'Obi' };
    const posted = await exchange.post(camden, '/v1/placements', { ...placement, child });
    const label = { label: 'refuge', reason: 'Threats' };
    await exchange.post(camden, `/v1/records/${String(posted.body['recordRef'])}/restrictions`, label);
    const { status, body } = await preview('placement/notify', { ...placement, child });
    expect([status, body['told']]).toEqual([200, []]);
  });

  it('is refused as the order itself would be', async () => {
    const opened = await exchange.post(camden, '/v1/placements', { ...placement, startsOn: '2026-02-02' });
    const id = String(opened.body['id']);
    const early = await preview('placement/end', { endedOn: '2026-01-01' }, { id });
    const really = await exchange.post(camden, `/v1/placements/${id}/end`, { endedOn: '2026-01-01' });
    expect([early.status, early.body]).toEqual([really.status, really.body]);
    const wrong = { ...placement, startsOn: '2026-02-30' };
    const fault = await preview('placement/notify', wrong);
    expect([fault.status, fault.body]).toEqual(
      await exchange.post(camden, '/v1/placements', wrong).then(({ status, body }) => [status, body]),
    );
  });

  it('keeps nothing of an earlier look: the same order goes in afterwards, once', async () => {
    const opened = await exchange.post(camden, '/v1/placements', { ...placement, startsOn: '2026-01-05' });
    const id = String(opened.body['id']);
    const end = { endedOn: '2026-02-01' };
    const looks = [await preview('placement/end', end, { id }), await preview('placement/end', end, { id })];
    expect(looks.map(({ status }) => status)).toEqual([200, 200]);
    expect((await exchange.post(camden, `/v1/placements/${id}/end`, end)).status).toBe(201);
    expect((await preview('placement/end', end, { id })).status).toBe(409);
  });

  it('shows of a notice that is there no more than who would be told', async () => {
    const opened = await exchange.post(camden, '/v1/placements', { ...placement, startsOn: '2026-01-06' });
    const end = await preview('placement/end', { endedOn: '2026-02-01' }, { id: opened.body['id'] });
    expect(end.body['facts']).toEqual([{ type: 'PlacementEnded', title: 'Placement ended' }]);
  });

  it('is the one 404 on a notice of somebody else', async () => {
    const opened = await exchange.post(camden, '/v1/placements', { ...placement, startsOn: '2026-01-07' });
    const stranger: By = ['E09000022', 'placing-practitioner'];
    const look = await preview(
      'placement/end',
      { endedOn: '2026-02-01' },
      { id: opened.body['id'] },
      stranger,
    );
    const nothing = await preview(
      'placement/end',
      { endedOn: '2026-02-01' },
      { id: '11111111-1111-8111-8111-111111111111' },
      stranger,
    );
    expect([look.status, look.text]).toEqual([404, nothing.text]);
  });

  it('asks for the role that the order asks for, and for an action that there is', async () => {
    const desk: By = [CAMDEN, 'duty-desk'];
    expect((await preview('placement/notify', placement, {}, desk)).status).toBe(403);
    expect((await preview('placement/praise', placement)).body).toMatchObject({ field: 'action' });
    expect((await preview('placement/end', { endedOn: '2026-02-01' })).body).toMatchObject({ field: 'id' });
  });

  describe('the area of a postcode', () => {
    const find = (postcodes: readonly string[], by: By = camden) =>
      exchange.post(by, '/v1/areas/find', { postcodes });

    it('is the authority that the table names, in any spelling', async () => {
      expect((await find(['cr01ea', 'ZZ1 1ZZ'])).body).toEqual({
        tableLoaded: true,
        areas: [
          { postcode: 'cr01ea', authorities: [CROYDON] },
          { postcode: 'ZZ1 1ZZ', authorities: [] },
        ],
      });
    });

    it('is any of those that followed an abolished one', async () => {
      const [area] = (await find(['CA3 8QP'])).body['areas'] as readonly object[];
      expect(area).toEqual({ postcode: 'CA3 8QP', authorities: ['E06000063', 'E06000064'] });
    });

    it('is asked for at most a hundred at a time, by those who tell', async () => {
      const many = Array.from({ length: 101 }, () => 'CR0 1EA');
      expect((await find(many)).status).toBe(422);
      expect((await find(['CR0 1EA'], [CAMDEN, 'operator'])).status).toBe(403);
    });
  });
});
