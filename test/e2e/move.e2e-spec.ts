import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, londonDateOf } from '@ibex/kernel';
import { Desk } from '../support/desk';
import type { Answer, Body } from '../support/desk';
import { ExchangeUnderTest } from '../support/exchange-under-test';
import { tokensOf } from '../support/tokens';

const CROYDON = 'E09000008';
const LEWISHAM = 'E09000023';
const BARNET = 'E09000003';
// yesterday, so that no date lies ahead whenever this runs
const DAY = addDays(londonDateOf(new Date().toISOString()), -1);

describe('a child with a protection plan moves from Croydon to Lewisham', () => {
  const home = mkdtempSync(join(tmpdir(), 'ibex-move-'));
  const tokens = tokensOf(home);
  let exchange: ExchangeUnderTest;
  let croydon: Desk;
  let lewisham: Desk;
  let barnet: Desk;
  let id: string;

  beforeAll(async () => {
    exchange = await ExchangeUnderTest.start(home, { IBEX_LOG_LEVEL: 'silent' });
    croydon = new Desk(exchange.url, tokens, CROYDON, 'placing-practitioner');
    lewisham = new Desk(exchange.url, tokens, LEWISHAM, 'duty-desk');
    barnet = new Desk(exchange.url, tokens, BARNET, 'duty-desk');
  }, 60_000);
  afterAll(async () => {
    await exchange.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const notify = (localId: string, more: object = {}): Promise<Answer> =>
    croydon.post('/v1/moves', {
      child: { localId, forename: 'Maya', surname: 'Invented', dateOfBirth: '2016-05-04' },
      ...{ cohort: 'child-protection-plan', planCategory: 'NEG', permanence: 'permanent' },
      ...{ fromAuthority: CROYDON, toAuthority: LEWISHAM, movedOn: DAY, newAddress: '3 New Road' },
      ...more,
    });
  const dutyOf = async (desk: Desk, key: string, { body }: Answer): Promise<Body | undefined> => {
    const { body: page } = await desk.get(`/v1/duties?limit=500&atLeast=${String(body['position'])}`);
    return (page['items'] as readonly Body[]).find(
      (duty) => duty['notice'] === `move-${id}` && duty['key'] === key,
    );
  };

  it('is notified: Lewisham reads who and where, and owes the conference', async () => {
    const notified = await notify('MOVE-1');
    expect(notified).toMatchObject({ status: 201, body: { facts: ['MoveNotified'], repeated: false } });
    id = String(notified.body['id']);
    const entry = await lewisham.entryOf('move.notified');
    expect(entry.data).toMatchObject({ capacity: 'receiving', urgency: 'prompt' });
    expect(JSON.stringify(entry)).not.toMatch(/Maya|Invented|New Road|MOVE-1/);
    expect(await lewisham.get(entry.data.links.detail)).toMatchObject({
      status: 200,
      body: { child: { forename: 'Maya' }, personal: { newAddress: '3 New Road' } },
    });
    expect(await dutyOf(lewisham, 'transfer-in-conference', notified)).toMatchObject({
      ...{ state: 'open', owedBy: LEWISHAM, owedTo: CROYDON, otherStarts: [] },
      ...{ startedAt: notified.body['recordedAt'], dueAt: entry.data.due },
    });
  });

  it('has its written information supplied: the second start of the clock stands beside the first', async () => {
    const body = { suppliedOn: DAY, kinds: ['plan', 'conference-minutes'], complete: true };
    const supplied = await croydon.post(`/v1/moves/${id}/supply-information`, body);
    expect(supplied.status).toBe(201);
    expect(await lewisham.entryOf('move.information-supplied')).toMatchObject({
      data: { capacity: 'receiving' },
    });
    expect(await dutyOf(lewisham, 'transfer-in-conference', supplied)).toMatchObject({
      state: 'open',
      otherStarts: [{ at: DAY, countedFrom: 'receipt of the written information (Bolton)' }],
    });
    expect(await dutyOf(croydon, 'written-information', supplied)).toMatchObject({ state: 'met' });
  });

  it('is accepted: Croydon is told, and keeps the case', async () => {
    const accepted = await lewisham.post(`/v1/moves/${id}/accept`, { acceptedOn: DAY });
    expect(accepted.status).toBe(201);
    expect((await croydon.entryOf('move.accepted')).data).toMatchObject({
      capacity: 'responsible',
      duty: 'Keep the case until responsibility is handed over.',
    });
    expect(await dutyOf(lewisham, 'transfer-in-conference', accepted)).toMatchObject({
      otherStarts: [{ at: DAY }, { at: DAY, countedFrom: 'acceptance of the referral (Tees)' }],
    });
  });

  it('is not handed over before the conference, and is after it', async () => {
    const handOver = { handedOverOn: DAY };
    expect(await croydon.post(`/v1/moves/${id}/hand-over`, handOver)).toMatchObject({
      status: 409,
      body: { code: 'move/hand-over-before-conference' },
    });
    const conference = { heldOn: DAY, conferenceOutcome: 'plan-continues-here' };
    const held = await lewisham.post(`/v1/moves/${id}/conference-held`, conference);
    expect(await dutyOf(lewisham, 'transfer-in-conference', held)).toMatchObject({
      state: 'met',
      metLate: false,
    });
    expect((await croydon.entryOf('move.conference-held')).data.urgency).toBe('prompt');
    expect((await croydon.post(`/v1/moves/${id}/hand-over`, handOver)).status).toBe(201);
    expect((await lewisham.entryOf('move.responsibility-handed-over')).data.duty).toBe(
      'You are responsible from now on: allocate the case.',
    );
  });

  it('reads the same to both sides, and is unknown to anybody else', async () => {
    const path = `/v1/notices/by-id/move/${id}`;
    const types = async (desk: Desk): Promise<readonly unknown[]> =>
      ((await desk.get(path)).body['facts'] as readonly Body[]).map(({ type }) => type);
    expect(await types(lewisham)).toEqual(await types(croydon));
    expect(await types(croydon)).toEqual([
      ...['MoveNotified', 'MoveInformationSupplied', 'MoveAccepted'],
      ...['TransferConferenceHeld', 'MoveResponsibilityHandedOver'],
    ]);
    const nowhere = await barnet.get('/v1/notices/by-id/move/00000000-0000-8000-8000-000000000000');
    expect(await barnet.get(path)).toEqual(nowhere);
    expect(nowhere.status).toBe(404);
    expect((await barnet.post(`/v1/moves/${id}/accept`, { acceptedOn: DAY })).status).toBe(404);
  });

  it('is recalled where it was posted in error', async () => {
    const lastOfLewisham = (await lewisham.entryOf('move.responsibility-handed-over')).sequence;
    const { body } = await notify('MOVE-2');
    const withdrawn = await croydon.post(`/v1/moves/${String(body['id'])}/withdraw`, {
      reason: 'wrong-authority',
    });
    expect(withdrawn.status).toBe(201);
    const recall = await lewisham.entryOf('move.withdrawn', lastOfLewisham);
    expect(recall.data).toMatchObject({
      urgency: 'prompt',
      duty: 'Remove what you were told from your records, then acknowledge.',
    });
    id = String(body['id']);
    expect(await dutyOf(lewisham, 'transfer-in-conference', withdrawn)).toBeUndefined();
  });

  it('keeps a protected address, and words that may hold it, from the other side', async () => {
    const protectedMove = { addressRestricted: true, narrative: 'Fled to 3 New Road' };
    const { body } = await notify('MOVE-3', protectedMove);
    const path = `/v1/moves/${String(body['id'])}`;
    const kinds = { suppliedOn: DAY, kinds: ['plan'], complete: false };
    await croydon.post(`${path}/supply-information`, { ...kinds, explanation: 'Sent to 3 New Road' });
    const told = await lewisham.entryOf('move.information-supplied', 4);
    const notice = await lewisham.get(`/v1/notices/by-id/move/${String(body['id'])}`);
    expect(notice.body['facts']).toHaveLength(2);
    for (const { text } of [notice, await lewisham.get(told.data.links.detail)]) {
      expect(text).toContain('MoveInformationSupplied');
      expect(text).not.toContain('New Road');
    }
  });
});
