import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { Answer, Body } from '../support/exchange-in-process';

const CROYDON = 'E09000008';
const LAMBETH = 'E09000022';
const MERTON = 'E09000024';
const BARNET = 'E09000003';
const KENT = 'E10000016';
const GROUP = [CROYDON, LAMBETH, MERTON];

const folders = temporaryFolders();
let exchange: ExchangeInProcess;
beforeAll(async () => {
  exchange = await ExchangeInProcess.start(folders());
}, 30_000);
afterAll(() => exchange.stop());

const terms = (change: object = {}) => ({
  ...{ title: 'South London neighbours', purpose: 'Find missing children sooner' },
  ...{ legalBasis: 'Children Act 2004 s11', parties: GROUP, from: '2020-01-01', to: '2099-12-31' },
  clauses: [{ id: 'missing', types: ['missing'] }],
  ...change,
});
const govern = (authority: string, path: string, body: object): Promise<Answer> =>
  exchange.post([authority, 'governance'], `/v1/agreements${path}`, body);
const sign = (authority: string, id: unknown, version = 1): Promise<Answer> =>
  govern(authority, `/${String(id)}/signature`, { version, name: `Lead of ${authority}` });
const agree = async (change: object = {}, parties: readonly string[] = GROUP): Promise<string> => {
  const { body } = await govern(parties[0] ?? CROYDON, '', terms({ parties, ...change }));
  for (const authority of parties) expect((await sign(authority, body['id'])).status).toBe(200);
  return String(body['id']);
};

let children = 0;
const report = async (change: object = {}, authority = LAMBETH): Promise<Body> => {
  children += 1;
  const answer = await exchange.post([authority, 'duty-desk'], '/v1/missing-episodes', {
    child: { localId: `AG-${String(children)}`, forename: 'Ada', surname: 'Obi', dateOfBirth: '2011-05-01' },
    ...{ kind: 'M', from: 'home', lastSeen: { at: new Date(Date.now() - 3_600_000).toISOString() } },
    ...{ description: 'Red cap', placementAddress: '1 Hidden Lane', lastSeenPlace: 'Hidden Park' },
    ...change,
  });
  expect(answer.body).not.toHaveProperty('title');
  return answer.body;
};

type Entry = Readonly<{
  id: string;
  type: string;
  sequence: number;
  subject: string;
  data: Readonly<{
    agreement?: Body;
    basis: Body;
    links: Readonly<{ detail: string; acknowledgement: string }>;
  }>;
}>;
const inboxOf = async (authority: string, after = 0): Promise<readonly Entry[]> => {
  const { body } = await exchange.get([authority, 'duty-desk'], `/v1/inbox?limit=500&after=${String(after)}`);
  return body['entries'] as readonly Entry[];
};
const headOf = async (authority: string): Promise<number> => (await inboxOf(authority)).at(-1)?.sequence ?? 0;
const detailOf = (authority: string, { data }: Entry): Promise<Answer> =>
  exchange.get([authority, 'duty-desk'], data.links.detail);

describe('a sharing agreement', () => {
  it('is in force once every party has signed it, and shows who did when', async () => {
    const parties = [BARNET, MERTON];
    const { body } = await govern(BARNET, '', terms({ parties }));
    const id = String(body['id']);
    const shown = async () => (await exchange.get([MERTON, 'duty-desk'], `/v1/agreements/${id}`)).body;
    expect(await shown()).toMatchObject({
      state: 'proposed',
      versions: [{ awaiting: parties, signatures: [] }],
    });
    await sign(BARNET, id);
    expect((await sign(BARNET, id)).body).toMatchObject({
      type: expect.stringContaining('signed-already') as string,
    });
    await sign(MERTON, id);
    expect(await shown()).toMatchObject({
      ...{ id, state: 'in-force', versionInForce: 1, parties },
      versions: [
        {
          awaiting: [],
          signatures: [
            { authority: BARNET, person: 'tester', role: 'governance', name: `Lead of ${BARNET}` },
            { authority: MERTON, person: 'tester', role: 'governance', name: `Lead of ${MERTON}` },
          ],
        },
      ],
    });
    const list = await exchange.get([BARNET, 'governance'], '/v1/agreements');
    expect((list.body['agreements'] as readonly Body[]).map((one) => one['id'])).toEqual([id]);
  });

  it('is the one 404 for whoever is no party', async () => {
    const id = await agree({}, [CROYDON, MERTON]);
    expect((await exchange.get([KENT, 'governance'], `/v1/agreements/${id}`)).status).toBe(404);
    for (const path of ['signature', 'withdrawal', 'end'])
      expect(
        (
          await govern(
            KENT,
            `/${id}/${path}`,
            path === 'signature' ? { version: 1, name: 'n' } : { because: 'other' },
          )
        ).status,
      ).toBe(404);
    await govern(MERTON, `/${id}/end`, { because: 'other' });
  });

  it('is refused with a type that is not known, naming those that are', async () => {
    const answer = await govern(CROYDON, '', terms({ clauses: [{ id: 'c', types: ['gossip'] }] }));
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('placement, move, missing');
  });
});

describe('what is told under an agreement', () => {
  let id: string;
  let after: number;
  let told: Body;
  beforeAll(async () => {
    id = await agree();
    after = await headOf(MERTON);
    told = await report();
  });
  const entriesSince = () => inboxOf(MERTON, after);

  it('reaches the parties, each entry citing its clause', async () => {
    const [entry, ...others] = await entriesSince();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      type: 'uk.ibex.missing.reported',
      data: {
        urgency: 'urgent',
        capacity: 'addressee',
        from: LAMBETH,
        agreement: { id, version: 1, clause: 'missing', tells: LAMBETH },
        basis: { text: 'Told under the sharing agreement “South London neighbours”, clause missing' },
      },
    });
  });

  it('shows whom to look for, and nothing that leads to where the child lives', async () => {
    const [entry] = await entriesSince();
    if (!entry) throw new Error('nothing was told');
    const detail = await detailOf(MERTON, entry);
    expect(detail.body).toMatchObject({
      sight: 'addressee',
      child: { forename: 'Ada', surname: 'Obi' },
      personal: { description: 'Red cap' },
    });
    expect(detail.text).not.toMatch(/Hidden/);
  });

  it('opens neither the record nor its chronology', async () => {
    const path = `/v1/children/${String(told['recordRef'])}/chronology`;
    expect((await exchange.get([MERTON, 'duty-desk'], path)).status).toBe(404);
  });

  it('is in the ladder that the sender sees, by its clause', async () => {
    const [entry] = await entriesSince();
    const path = `/v1/notices/${entry?.data.links.detail.split('/').at(-1) ?? ''}/recipients`;
    const { body } = await exchange.get([LAMBETH, 'duty-desk'], path);
    expect(body['recipients']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          authority: MERTON,
          state: 'opened',
          agreement: expect.anything() as unknown,
        }),
      ]),
    );
  });

  it('is nothing of what is restricted', async () => {
    const head = await headOf(MERTON);
    await report({ from: 'care', restricted: true, host: BARNET });
    expect(await inboxOf(MERTON, head)).toEqual([]);
  });

  it('ends with the agreement: at the next request, in every way in which it could be read', async () => {
    const [entry] = await entriesSince();
    if (!entry) throw new Error('nothing was told');
    const asked = await exchange.post([MERTON, 'duty-desk'], `/v1/inbox/${String(entry.sequence)}/queries`, {
      text: 'Which school?',
    });
    expect(asked.status).toBeLessThan(300);
    await govern(CROYDON, `/${id}/withdrawal`, { because: 'legal-advice' });
    expect((await detailOf(MERTON, entry)).status).toBe(200);

    await govern(MERTON, `/${id}/end`, { because: 'purpose-fulfilled', note: 'No longer needed' });
    expect((await detailOf(MERTON, entry)).status).toBe(404);
    const [stub, ...others] = await entriesSince();
    expect(others).toEqual([]);
    expect(stub).toMatchObject({ type: 'uk.ibex.mailbox.withdrawn', sequence: entry.sequence });
    expect(JSON.stringify(stub)).not.toContain(String(told['recordRef']));
    expect(stub?.id).not.toBe(entry.id);
    const actions = [
      exchange.post([MERTON, 'duty-desk'], entry.data.links.acknowledgement, {}),
      exchange.post([MERTON, 'duty-desk'], `/v1/inbox/${String(entry.sequence)}/queries`, { text: 'Still?' }),
      exchange.get([MERTON, 'duty-desk'], `/v1/notices/by-id/missing/${String(told['id'])}`),
      exchange.get([MERTON, 'duty-desk'], `${entry.data.links.detail}/recipients/${MERTON}/queries`),
    ];
    expect((await Promise.all(actions)).map(({ status }) => status)).toEqual([404, 404, 404, 404]);

    const head = await headOf(MERTON);
    await report();
    expect(await inboxOf(MERTON, head)).toEqual([]);
    const shown = await exchange.get([MERTON, 'duty-desk'], stub?.data.links.detail ?? '');
    expect(shown.body).toMatchObject({
      state: 'ended',
      ended: { authority: MERTON, because: 'purpose-fulfilled', note: 'No longer needed' },
      left: [{ authority: CROYDON, because: 'legal-advice' }],
    });
    const path = `${entry.data.links.detail}/recipients`;
    const { body } = await exchange.get([LAMBETH, 'duty-desk'], path);
    expect(body['recipients']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ authority: MERTON, state: 'opened', withdrawn: true }),
      ]),
    );
  });
});
