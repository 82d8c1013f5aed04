import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addHours, toEpochMs } from '@ibex/kernel';
import { Desk, eventually } from '../support/desk';
import type { Answer, Body, Entry, Listening } from '../support/desk';
import { ExchangeUnderTest } from '../support/exchange-under-test';
import { tokensOf } from '../support/tokens';

const CAMDEN = 'E09000007';
const CROYDON = 'E09000008';
const LEWISHAM = 'E09000023';
const BARNET = 'E09000003';
const KENT = 'E10000016';
const hoursAgo = (hours: number): string => addHours(new Date().toISOString(), -hours);

describe('Camden’s child goes missing from Croydon and may head for Lewisham or Kent', () => {
  const home = mkdtempSync(join(tmpdir(), 'ibex-missing-'));
  const tokens = tokensOf(home);
  const returnedAt = hoursAgo(1);
  let exchange: ExchangeUnderTest;
  let camden: Desk;
  let croydon: Desk;
  let lewisham: Desk;
  let atCroydon: Listening;
  let atLewisham: Listening;
  let heard: Entry;
  let reported: Answer;

  beforeAll(async () => {
    exchange = await ExchangeUnderTest.start(home, { IBEX_LOG_LEVEL: 'silent' });
    camden = new Desk(exchange.url, tokens, CAMDEN, 'duty-desk');
    croydon = new Desk(exchange.url, tokens, CROYDON, 'duty-desk');
    lewisham = new Desk(exchange.url, tokens, LEWISHAM, 'duty-desk');
    [atCroydon, atLewisham] = await Promise.all([croydon.listen(), lewisham.listen()]);
  }, 60_000);
  afterAll(async () => {
    atCroydon.hangUp();
    await exchange.stop();
    rmSync(home, { recursive: true, force: true });
  }, 20_000);

  const pathOf = (step: string): string => `/v1/missing-episodes/${String(reported.body['id'])}/${step}`;
  const recipients = async (): Promise<readonly Body[]> => {
    const { body } = await camden.get(`${heard.data.links.detail}/recipients`);
    return body['recipients'] as readonly Body[];
  };
  const dutiesOf = async (desk: Desk, { body }: Answer): Promise<readonly Body[]> => {
    const page = await desk.get(`/v1/duties?limit=500&atLeast=${String(body['position'])}`);
    return page.body['items'] as readonly Body[];
  };

  it('host and area at risk hear of it at once, by event', async () => {
    reported = await camden.post('/v1/missing-episodes', {
      child: { localId: 'CAM-2041', forename: 'Tilly', surname: 'Invented', dateOfBirth: '2011-03-09' },
      ...{ kind: 'M', from: 'care', host: CROYDON, areasAtRisk: [LEWISHAM, KENT], risk: 'high' },
      ...{ lastSeen: { at: hoursAgo(3) }, description: 'Red cap', lastSeenPlace: 'East Croydon' },
    });
    expect(reported).toMatchObject({ status: 201, body: { facts: ['MissingReported'] } });
    heard = await atCroydon.next();
    expect(heard).toMatchObject({
      ...{ sequence: 1, type: 'uk.ibex.missing.reported' },
      data: { capacity: 'host', urgency: 'urgent' },
    });
    expect(await atLewisham.next()).toMatchObject({
      sequence: 1,
      data: { capacity: 'area-at-risk', urgency: 'urgent' },
    });
    expect(JSON.stringify(heard)).not.toMatch(/Tilly|Invented|Red cap|CAM-2041/);
  });

  it('Croydon opens and acknowledges it, and Camden sees how far each of them got', async () => {
    expect(await croydon.get(heard.data.links.detail)).toMatchObject({
      status: 200,
      body: { child: { forename: 'Tilly' }, personal: { description: 'Red cap' } },
    });
    expect((await croydon.post(heard.data.links.acknowledgement, {})).status).toBe(200);
    const answer = await croydon.post(pathOf('acknowledge'), { response: 'staff-alerted' });
    expect(answer.status).toBe(201);
    const ladder = await eventually(
      recipients,
      (all) =>
        all.length === 3 && all.every(({ authority, state }) => authority === KENT || state !== 'queued'),
    );
    expect(ladder).toMatchObject([
      {
        ...{ authority: CROYDON, state: 'acknowledged', delivered: { channel: 'event-stream' } },
        ...{ opened: { role: 'duty-desk' }, acknowledged: { role: 'duty-desk', person: 'tester' } },
      },
      { authority: LEWISHAM, state: 'delivered', delivered: { channel: 'event-stream' } },
      { authority: KENT, state: 'to-be-told' },
    ]);
    expect(await dutiesOf(croydon, answer)).toMatchObject([{ kind: 'acknowledgement', state: 'met' }]);
  });

  it('Lewisham misses nothing and hears nothing twice when its line breaks', async () => {
    atLewisham.hangUp();
    await camden.post(pathOf('sighting'), { when: { at: hoursAgo(2) }, area: CROYDON, place: 'Station' });
    await camden.post(pathOf('found'), { when: { at: returnedAt }, foundBy: 'police', area: LEWISHAM });
    const again = await lewisham.listen(1);
    const types = [await again.next(), await again.next()].map(({ sequence, type }) => [sequence, type]);
    expect(types).toEqual([
      [2, 'uk.ibex.missing.sighted'],
      [3, 'uk.ibex.missing.found'],
    ]);
    const corrected = await camden.post(pathOf('correct'), { description: 'Blue cap' });
    expect(corrected.status).toBe(201);
    expect((await again.next()).sequence).toBe(4);
    again.hangUp();
  });

  it('the return interview is offered and held within the 72 hours that count from the return', async () => {
    const isInterview = ({ kind }: Body): boolean => kind === 'return-interview';
    const offered = await camden.post(pathOf('interview-offered'), { when: { at: returnedAt } });
    const open = (await dutiesOf(camden, offered)).find(isInterview);
    expect(open).toMatchObject({ state: 'open', owedBy: CAMDEN, startedAt: returnedAt });
    expect(toEpochMs(String(open?.['dueAt'])) - toEpochMs(returnedAt)).toBe(72 * 3_600_000);
    const held = await camden.post(pathOf('interview-held'), {
      ...{ when: { at: new Date().toISOString() }, heldBy: 'commissioned-provider' },
      narrative: 'In private',
    });
    expect((await dutiesOf(camden, held)).find(isInterview)).toMatchObject({ state: 'met', metLate: false });
    expect((await croydon.entryOf('missing.interview-held')).data.capacity).toBe('host');
  });

  it('an area that was only asked to look out learns nothing of the interview', async () => {
    const { body } = await lewisham.get(`/v1/notices/by-id/missing/${String(reported.body['id'])}`);
    expect((body['facts'] as readonly Body[]).map(({ type }) => type)).toEqual([
      ...['MissingReported', 'MissingSighted', 'MissingFound', 'MissingCorrected'],
    ]);
    const barnet = new Desk(exchange.url, tokens, BARNET, 'mash');
    expect((await barnet.get(heard.data.links.detail)).status).toBe(404);
  });

  it('Kent, which reads no mailbox here, is a task with a ready letter until it is told', async () => {
    const { body } = await camden.get('/v1/tasks');
    const tasks = body['tasks'] as readonly (Body & Readonly<{ id: string; links: { letter: string } }>)[];
    const task = tasks.find(({ message }) => message === 'uk.ibex.missing.reported');
    expect(task).toMatchObject({ recipient: KENT, recipientName: 'Kent', capacity: 'area-at-risk' });
    const path = String(task?.links.letter);
    const html = await camden.get(path, 'text/html');
    expect([html.status, html.type]).toEqual([200, 'text/html; charset=utf-8']);
    expect(html.text).toMatch(/<h1>Missing episode: Reported missing<\/h1>[^]*<bdi>Tilly Invented<\/bdi>/);
    const text = await camden.get(path, 'text/plain');
    expect(text.type).toBe('text/plain; charset=utf-8');
    expect(text.text).toMatch(/To: Kent, children’s services[^]*Name: Tilly Invented[^]*Host: Croydon/);
    expect((await croydon.get(path)).status).toBe(404);

    const done = { means: 'telephone', doneAt: new Date().toISOString(), note: 'Spoke to the night desk' };
    expect(await camden.post(`/v1/tasks/${String(task?.id)}/done`, done)).toMatchObject({
      status: 200,
      body: { repeated: false, means: 'telephone' },
    });
    const told = await eventually(recipients, (all) => all.some(({ state }) => state === 'told'));
    expect(told.find(({ authority }) => authority === KENT)).toMatchObject({
      state: 'told',
      taskId: task?.id,
    });
  });
});
