import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { Answer, Body, By } from '../support/exchange-in-process';

const [CAMDEN, CROYDON, LAMBETH] = ['E09000007', 'E09000008', 'E09000022'];
const worker: By = [CAMDEN, 'placing-practitioner'];
const desk: By = [CROYDON, 'duty-desk'];
const stranger: By = [LAMBETH, 'duty-desk'];
const folders = temporaryFolders();
const child = { forename: 'Bo', surname: 'Invented', dateOfBirth: '2012-01-01' };
const MISSING_ONLY = { filter: { types: ['missing'] }, confirmsThatUrgentMayBeHidden: true };

type Entry = Readonly<{ id: string; sequence: number }>;
const entriesOf = ({ body }: Answer): readonly Entry[] => body['entries'] as readonly Entry[];
/** What an answer says of the mailbox, entries by their numbers. */
const page = (answer: Answer): Body => {
  const { next, head, paused } = answer.body;
  const numbers = entriesOf(answer).map(({ sequence }) => sequence);
  return { numbers, next, head, ...(paused === undefined ? {} : { paused }) };
};
const said = ({ status, body: { code, field, mend } }: Answer): Body => ({ status, code, field, mend });
const text = (pattern: RegExp): unknown => expect.stringMatching(pattern);

describe('an authority that reads its mailbox through a subscription', () => {
  const home = folders();
  let exchange: ExchangeInProcess;
  let held: Body;

  // of Croydon’s mailbox the first two entries are of placements, the third of a missing child
  beforeAll(async () => {
    exchange = await ExchangeInProcess.start(home);
    const stay = { host: CROYDON, placementType: 'U4', startsOn: '2026-03-02', notice: 'planned' };
    const place = (localId: string): Promise<Answer> =>
      exchange.post(worker, '/v1/placements', { child: { ...child, localId }, ...stay });
    ({ body: held } = await place('CAM-1'));
    await place('CAM-2');
    // of several children, the order is that in which their lanes come
    await exchange.settled();
    await exchange.post(worker, '/v1/missing-episodes', {
      child: { ...child, localId: 'CAM-3' },
      ...{ kind: 'M', from: 'care', host: CROYDON, risk: 'high' },
      lastSeen: { at: new Date(Date.now() - 3 * 3_600_000).toISOString() },
    });
  }, 60_000);
  afterAll(() => exchange.stop());

  const open = async (wish: object): Promise<string> => {
    const common = { name: 'desk', channel: 'pull-feed', startsAt: 'beginning' };
    const { status, body } = await exchange.post(desk, '/v1/subscriptions', { ...common, ...wish });
    expect(status).toBe(201);
    return String(body['id']);
  };
  const read = (id: string, more = ''): Promise<Answer> =>
    exchange.get(desk, `/v1/inbox?subscription=${id}${more}`);
  const change = async (id: string, what: string, body: object = {}): Promise<void> => {
    expect((await exchange.post(desk, `/v1/subscriptions/${id}/${what}`, body)).status).toBeLessThan(300);
  };

  it('gets what its filter lets through, and a cursor beyond what is held back', async () => {
    const id = await open(MISSING_ONLY);
    expect(page(await read(id, '&limit=1'))).toEqual({ numbers: [3], next: 3, head: 3 });
    expect(page(await read(id, '&after=3'))).toEqual({ numbers: [], next: 3, head: 3 });
    const nothing = await open({
      ...MISSING_ONLY,
      filter: { types: ['placement'], urgencies: ['urgent'] },
    });
    expect(page(await read(nothing))).toEqual({ numbers: [], next: 3, head: 3 });
  });

  it('gets nothing while it is paused, and is told so', async () => {
    const id = await open({});
    await change(id, 'pause', { forHours: 1 });
    expect(page(await read(id))).toEqual({ numbers: [], next: 0, head: 3, paused: true });
    await change(id, 'resume');
    expect(page(await read(id, '&after=2'))).toEqual({ numbers: [3], next: 3, head: 3 });
  });

  it('is refused a subscription that is closed, on another channel or not its own', async () => {
    const [closed, stream] = [await open({}), await open({ channel: 'event-stream' })];
    await change(closed, 'close');
    const over = { status: 409, code: 'inbox/subscription-closed', field: 'subscription' };
    expect(said(await read(closed))).toEqual({ ...over, mend: text(/^Open a new one/) });
    const wrong = { status: 409, code: 'inbox/subscription-not-for-this-channel', field: 'subscription' };
    expect(said(await read(stream))).toEqual({ ...wrong, mend: text(/on pull-feed/) });
    const onStream = await exchange.get(desk, `/v1/inbox/stream?subscription=${closed}`);
    expect(said(onStream)).toEqual({ ...wrong, mend: text(/on event-stream/) });
    const foreign = await exchange.get(stranger, `/v1/inbox?subscription=${stream}`);
    expect([foreign.status, (await read('none')).status, (await read('')).status]).toEqual([404, 404, 422]);
    expect(foreign.text.replace(/"(instance|traceId|requestId)":"[^"]*",?/g, '')).not.toContain(CROYDON);
  });

  it('is refused a replay of what it reads by itself, with how to have history again', async () => {
    const refused = async (channel: string): Promise<Body> => {
      const id = await open({ channel });
      const answer = await exchange.post(desk, `/v1/subscriptions/${id}/replay`, { fromSequence: 1 });
      return { status: answer.status, code: answer.body['code'], detail: answer.body['detail'] };
    };
    const no = { status: 409, code: 'replay/not-for-this-channel' };
    const again = { ...no, detail: text(/after=… or Last-Event-ID/) };
    expect(await refused('pull-feed')).toEqual(again);
    expect(await refused('event-stream')).toEqual(again);
  });

  it('follows, on a stream, only what its filter lets through', async () => {
    const id = await open({ ...MISSING_ONLY, channel: 'event-stream' });
    const url = `${await exchange.listen()}/v1/inbox/stream?subscription=${id}`;
    const headers = { authorization: `Bearer ${await exchange.tokenOf(desk)}` };
    const { body } = await fetch(url, { headers });
    let seen = '';
    for await (const bytes of body ?? []) {
      seen += new TextDecoder().decode(bytes);
      if (seen.includes('id: ')) break;
    }
    expect(seen.match(/^id: \d+$/gm)).toEqual(['id: 3']);
  });

  it('has only what was handed out recorded as delivered, whatever its cursor', async () => {
    const id = await open(MISSING_ONLY);
    for (const after of [0, 2, 3]) await read(id, `&after=${String(after)}`);
    // what waits to be recorded is written by the end of the process
    await exchange.stop();
    exchange = await ExchangeInProcess.start(home);
    const notice = await exchange.get(worker, `/v1/notices/by-id/placement/${String(held['id'])}`);
    const [fact] = notice.body['facts'] as readonly Body[];
    const { body } = await exchange.get(worker, `/v1/notices/${String(fact?.['id'])}/recipients`);
    expect(body['recipients']).toMatchObject([{ authority: CROYDON, state: 'queued' }]);
  }, 60_000);
});
