import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { Body } from '../support/exchange-in-process';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const BARNET = 'E09000003';
const KENT = 'E10000016';
/** Anything by which somebody could tell that the child is in Barnet now. */
const NEW_HOST = /E09000003|Barnet|2 New Street|EN5 1AA/;

const folders = temporaryFolders();
let exchange: ExchangeInProcess;
beforeAll(async () => {
  exchange = await ExchangeInProcess.start(folders());
}, 30_000);
afterAll(() => exchange.stop());

const order = async (path: string, body: object, authority = HACKNEY): Promise<Body> => {
  const role = authority === HACKNEY ? 'placing-practitioner' : 'duty-desk';
  const answer = await exchange.post([authority, role], `/v1/placements${path}`, body);
  expect(answer.body).not.toHaveProperty('title');
  return answer.body;
};
const place = (localId: string, host: string): Promise<Body> =>
  order('', {
    child: { localId, forename: 'Ada', surname: 'Obi' },
    ...{ host, startsOn: '2026-03-02', notice: 'emergency', address: '1 Old Street' },
  });
const toBarnet = { host: BARNET, changedOn: '2026-04-01', notice: 'planned', address: '2 New Street' };

type Fact = Readonly<{ id: string; type: string; data: Body }>;
const noticeOf = async (authority: string, id: unknown): Promise<readonly Fact[]> => {
  const answer = await exchange.get([authority, 'duty-desk'], `/v1/notices/by-id/placement/${String(id)}`);
  return (answer.body['facts'] ?? []) as readonly Fact[];
};
type Entry = Readonly<{ type: string; data: Readonly<{ links: Readonly<{ detail: string }> }> }>;
const detailsOf = async (authority: string): Promise<readonly string[]> => {
  const { body } = await exchange.get([authority, 'duty-desk'], '/v1/inbox?limit=500');
  const links = (body['entries'] as readonly Entry[]).map(({ data }) => data.links.detail);
  const answers = await Promise.all(links.map((link) => exchange.get([authority, 'duty-desk'], link)));
  return answers.map(({ text }) => text);
};
const chronologyOf = async (authority: string, recordRef: unknown): Promise<string> =>
  (await exchange.get([authority, 'duty-desk'], `/v1/children/${String(recordRef)}/chronology`)).text;

describe('a host whose child’s carer moved elsewhere', () => {
  let id: unknown;
  let recordRef: unknown;
  beforeAll(async () => {
    ({ id, recordRef } = await place('FH-1', CROYDON));
    await order(`/${String(id)}/change`, toBarnet);
    await order(`/${String(id)}/supply`, { supplied: ['care-plan'] });
    await order(`/${String(id)}/acknowledge`, { narrative: 'Barnet takes it on' }, BARNET);
  });

  it('reads in no message, notice or chronology where the child is now', async () => {
    const seen = [
      ...(await detailsOf(CROYDON)),
      JSON.stringify(await noticeOf(CROYDON, id)),
      await chronologyOf(CROYDON, recordRef),
    ];
    expect(seen).toHaveLength(4);
    for (const text of seen) {
      expect(text).toContain('E09000008');
      expect(text).not.toMatch(NEW_HOST);
    }
  });

  it('is told from when its own part is over, and that it was the host', async () => {
    const [notified, changed] = await noticeOf(CROYDON, id);
    expect(notified?.data).toMatchObject({ host: { kind: 'authority', gss: CROYDON } });
    expect(changed?.data).toEqual({
      ...{ by: HACKNEY, previousHost: { kind: 'authority', gss: CROYDON }, restricted: false },
      ...{ changedOn: '2026-04-01', occurredAt: '2026-04-01', notice: 'planned' },
      ...{ carePlan: 'pending', assessment: 'pending' },
    });
  });

  it('leaves the new host and the owner to read everything', async () => {
    for (const authority of [BARNET, HACKNEY]) {
      expect(JSON.stringify(await noticeOf(authority, id))).toContain('2 New Street');
      expect(await chronologyOf(authority, recordRef)).toMatch(NEW_HOST);
    }
  });

  it('learns of a recall, and nothing of what happened in between', async () => {
    await order(`/${String(id)}/withdraw`, { reason: 'wrong-child' });
    const facts = await noticeOf(CROYDON, id);
    expect(facts.map(({ type }) => type)).toEqual([
      'PlacementNotified',
      'PlacementChanged',
      'PlacementWithdrawn',
    ]);
    expect(JSON.stringify(facts)).not.toMatch(NEW_HOST);
    const chronology = await chronologyOf(CROYDON, recordRef);
    expect(chronology).toContain('PlacementWithdrawn');
    expect(chronology).not.toMatch(NEW_HOST);
    expect(chronology).not.toContain('PlacementAcknowledged');
  });
});

it('writes no letter that tells a former host outside the exchange where the child went', async () => {
  const { id } = await place('FH-2', KENT);
  await order(`/${String(id)}/change`, toBarnet);
  const { body } = await exchange.get([HACKNEY, 'placing-practitioner'], '/v1/tasks');
  const tasks = body['tasks'] as readonly Readonly<{ capacity: string; links: { letter: string } }>[];
  const former = tasks.find(({ capacity }) => capacity === 'previous-host');
  for (const accept of ['text/plain', 'text/html']) {
    const letter = await exchange.get(
      [HACKNEY, 'placing-practitioner'],
      String(former?.links.letter),
      accept,
    );
    expect(letter.text).toContain('Kent, children’s services');
    expect(letter.text).not.toMatch(NEW_HOST);
  }
});

describe('a fact of which nobody is told', () => {
  it.each([
    ['of a restricted placement', 'FH-3', { placementType: 'A3', postcode: 'N1 1AA' }],
    ['of a placement whose host is unknown', 'FH-4', { hostUnknown: true }],
  ])('%s is opened by its owner, and by nobody else', async (_which, localId, where) => {
    const { id } = await order('', {
      child: { localId },
      startsOn: '2026-03-02',
      notice: 'planned',
      ...where,
    });
    const [fact] = await noticeOf(HACKNEY, id);
    const path = `/v1/notices/${String(fact?.id)}`;
    expect(await exchange.get([HACKNEY, 'placing-practitioner'], path)).toMatchObject({
      status: 200,
      body: { id: fact?.id, type: 'PlacementNotified', sight: 'owner' },
    });
    expect(await exchange.get([HACKNEY, 'placing-practitioner'], `${path}/recipients`)).toMatchObject({
      status: 200,
      body: { recipients: [] },
    });
    expect((await exchange.get([CROYDON, 'duty-desk'], path)).status).toBe(404);
  });
});
