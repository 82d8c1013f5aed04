import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { Body, By } from '../support/exchange-in-process';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const BARNET = 'E09000003';
const OWNER: By = [HACKNEY, 'placing-practitioner', 'ann'];
const OWNER_LEAD: By = [HACKNEY, 'governance', 'olive'];
const MASH: By = [BARNET, 'mash', 'mia'];
const COLLEAGUE: By = [BARNET, 'mash', 'max'];
const LEAD: By = [BARNET, 'governance', 'lou'];
const REASON = { reason: 'She is here, hurt, and will not say her name', purpose: 'section-47' };

const folders = temporaryFolders();
let exchange: ExchangeInProcess;
beforeAll(async () => {
  exchange = await ExchangeInProcess.start(folders());
}, 30_000);
afterAll(() => exchange.stop());

type Child = Readonly<{ recordRef: string; placement: string }>;
/** Placed in Croydon; Barnet was never told. */
const aChild = async (localId: string): Promise<Child> => {
  const { body } = await exchange.post(OWNER, '/v1/placements', {
    child: { localId, forename: 'Ada', surname: 'Obi' },
    ...{ host: CROYDON, startsOn: '2026-03-02', notice: 'planned', address: '1 Old Street' },
  });
  return { recordRef: String(body['recordRef']), placement: String(body['id']) };
};
const open = ({ recordRef }: Child, by: By = MASH) =>
  exchange.post(by, `/v1/records/${recordRef}/break-glass`, REASON);
const end = (id: unknown, by: By) => exchange.post(by, `/v1/access/grants/${String(id)}/end`, {});
const chronology = ({ recordRef }: Child, by: By = MASH) =>
  exchange.get(by, `/v1/children/${recordRef}/chronology`);
const notice = ({ placement }: Child, by: By = MASH) =>
  exchange.get(by, `/v1/notices/by-id/placement/${placement}`);
type Entry = Readonly<{
  type: string;
  data: Readonly<{ urgency: string; duty?: string; links: { detail: string } }>;
}>;
const entriesOf = async (authority: string): Promise<readonly Entry[]> =>
  (await exchange.get([authority, 'duty-desk'], '/v1/inbox?limit=500')).body['entries'] as readonly Entry[];
const reviewsOf = async (by: By): Promise<readonly Body[]> =>
  (await exchange.get(by, '/v1/access/reviews')).body['reviews'] as readonly Body[];

describe('a broken glass', () => {
  it('opens the record to the one who broke it, whole, and to nobody else', async () => {
    const child = await aChild('BG-1');
    expect([(await chronology(child)).status, (await notice(child)).status]).toEqual([404, 404]);
    const opened = await open(child);
    expect(opened).toMatchObject({
      status: 201,
      body: { recordRef: child.recordRef, facts: ['GlassBroken'] },
    });
    expect(String(opened.body['until']) > new Date().toISOString()).toBe(true);
    const seen = await notice(child);
    expect(seen).toMatchObject({ status: 200, body: { sight: 'grant', child: { surname: 'Obi' } } });
    expect(seen.text).toContain('1 Old Street');
    expect((await chronology(child)).text).toMatch(/PlacementNotified/);
    for (const by of [COLLEAGUE, LEAD, [CROYDON, 'governance', 'mia'] as const])
      expect((await notice(child, by)).body).not.toMatchObject({ sight: 'grant' });
  }, 60_000);

  it('is told to the owner at once, urgently, and to those who have to review it on the other side', async () => {
    const child = await aChild('BG-2');
    await open(child);
    const told = (await entriesOf(HACKNEY)).filter(({ type }) => type === 'uk.ibex.access.glass-broken');
    expect(told.at(-1)).toMatchObject({
      data: { urgency: 'urgent', links: { detail: '/v1/access/reviews' } },
    });
    const own = (await entriesOf(BARNET)).filter(({ type }) => type === 'uk.ibex.access.review-opened');
    expect(own.at(-1)).toMatchObject({
      data: { urgency: 'prompt', links: { detail: '/v1/access/reviews' } },
    });
  }, 60_000);

  it('is reviewed by both authorities, each once, by another person than the one who broke it', async () => {
    const child = await aChild('BG-3');
    const { body } = await open(child);
    const path = `/v1/access/reviews/${String(body['id'])}`;
    const found = { finding: 'justified', words: 'She was in danger' };
    expect((await reviewsOf(OWNER_LEAD))[0]).toMatchObject({
      ...{ id: body['id'], side: 'owner', recordRef: child.recordRef, isDue: true, isOpen: true },
      ...{ holder: { authority: BARNET, person: 'mia' }, purpose: 'section-47', reason: REASON.reason },
    });
    const [holder] = await reviewsOf(LEAD);
    expect(holder).toMatchObject({ side: 'holder', isDue: true, reason: REASON.reason });
    expect(holder).not.toHaveProperty('recordRef');
    expect((await exchange.post([BARNET, 'governance', 'mia'], path, found)).body).toMatchObject({
      code: 'grant/own-review',
    });
    expect((await exchange.post([CROYDON, 'governance', 'x'], path, found)).status).toBe(404);
    expect((await exchange.post(LEAD, path, found)).status).toBe(200);
    expect((await exchange.post(LEAD, path, found)).body).toMatchObject({ code: 'grant/reviewed-already' });
    expect(
      (await exchange.post(OWNER_LEAD, path, { finding: 'not-justified', words: 'We were on call' })).status,
    ).toBe(200);
    expect((await reviewsOf(OWNER_LEAD))[0]).toMatchObject({
      isDue: false,
      findings: [
        { authority: BARNET, person: 'lou', finding: 'justified', words: 'She was in danger' },
        { authority: HACKNEY, person: 'olive', finding: 'not-justified', words: 'We were on call' },
      ],
    });
    expect(await reviewsOf([CROYDON, 'governance', 'x'])).toEqual([]);
  }, 60_000);

  it.each([
    ['its holder', MASH],
    ['the owner', OWNER_LEAD],
  ])(
    'is ended early by %s, from the next request on',
    async (_who, by) => {
      const child = await aChild(`BG-4-${by[2] ?? ''}`);
      const { body } = await open(child);
      expect((await end(body['id'], COLLEAGUE)).status).toBe(404);
      expect((await end(body['id'], by)).status).toBe(200);
      expect((await exchange.getAtOnce(MASH, `/v1/notices/by-id/placement/${child.placement}`)).status).toBe(
        404,
      );
      expect((await chronology(child)).status).toBe(404);
      expect((await end(body['id'], by)).body).toMatchObject({ code: 'grant/not-open' });
    },
    60_000,
  );

  it('opens nothing of a restricted record, which answers like one that is not there', async () => {
    const child = await aChild('BG-5');
    const { body } = await open(child);
    const restrictions = `/v1/records/${child.recordRef}/restrictions`;
    await exchange.post(OWNER, restrictions, { label: 'protected', reason: 'Threats' });
    expect([(await chronology(child)).status, (await notice(child)).status]).toEqual([404, 404]);
    const closed = await open(child);
    const unknown = await open({ ...child, recordRef: 'never-told-of' });
    expect([closed.status, unknown.status]).toEqual([404, 404]);
    expect(closed.text.replaceAll(child.recordRef, '')).toBe(unknown.text.replaceAll('never-told-of', ''));
    expect((await end(body['id'], MASH)).status).toBe(200);
  }, 60_000);

  it('is not for a record of one’s own, nor for those who only post', async () => {
    const child = await aChild('BG-6');
    expect((await open(child, [HACKNEY, 'mash', 'ann'])).body).toMatchObject({ code: 'grant/own-record' });
    expect((await open(child, [BARNET, 'placing-practitioner', 'p'])).status).toBe(403);
    const bare = await exchange.post(MASH, `/v1/records/${child.recordRef}/break-glass`, {
      purpose: 'curious',
    });
    expect(bare.status).toBe(422);
  }, 60_000);
});

describe('one broken glass after the other', () => {
  const GLUTTON: By = [BARNET, 'mash', 'gus'];
  const PER_DAY = 10;

  it('ends at so many on a day, for whatever is asked, and its authority is told once', async () => {
    const children = [];
    for (let at = 0; at <= PER_DAY; at += 1) children.push(await aChild(`BG-many-${String(at)}`));
    for (const child of children.slice(0, PER_DAY)) expect((await open(child, GLUTTON)).status).toBe(201);
    const [first, last] = [children[0], children.at(-1)];
    if (!first || !last) throw new Error('no children');
    for (const child of [last, { ...last, recordRef: 'never-told-of' }]) {
      const refused = await open(child, GLUTTON);
      expect([refused.status, refused.body['code']]).toEqual([429, 'grant/limit-reached']);
    }
    expect((await notice(last, GLUTTON)).status).toBe(404);
    expect((await notice(first, GLUTTON)).status).toBe(200);
    expect((await open(last, COLLEAGUE)).status).toBe(201);
    const told = (await entriesOf(BARNET)).filter(({ type }) => type.endsWith('emergency-limit-reached'));
    expect(told).toMatchObject([{ data: { urgency: 'urgent', links: { detail: '/v1/access/reviews' } } }]);
    expect((await entriesOf(HACKNEY)).filter(({ type }) => type.endsWith('limit-reached'))).toEqual([]);
    expect((await reviewsOf(LEAD)).length).toBeGreaterThan(PER_DAY);
  }, 60_000);

  it('is answered again where it was sent again', async () => {
    const child = await aChild('BG-again');
    const again = (key: string) =>
      exchange.post([BARNET, 'mash', 'pat'], `/v1/records/${child.recordRef}/break-glass`, REASON, key);
    const answers = [];
    for (let at = 0; at < PER_DAY; at += 1) answers.push(await again(`pat-${String(at)}`));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect((await again('pat-0')).status).toBeLessThan(300);
    expect((await again('pat-new')).status).toBe(429);
  }, 60_000);
});
