import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { Answer, Body } from '../support/exchange-in-process';

const HACKNEY = 'E09000012';
const KENT = 'E10000016';
const CAMDEN = 'E09000007';

const newFolder = temporaryFolders();
const home = newFolder();
let exchange: ExchangeInProcess;
beforeAll(async () => {
  exchange = await ExchangeInProcess.start(home);
}, 30_000);
afterAll(() => exchange.stop());

let children = 0;
const place = async (key?: string): Promise<string> => {
  children += 1;
  const answer = await exchange.post(
    [HACKNEY, 'placing-practitioner'],
    '/v1/placements',
    {
      child: { localId: `JO-${String(children)}`, forename: 'Ada', surname: 'Obi' },
      ...{ host: KENT, startsOn: '2026-03-02', notice: 'emergency', address: '1 Old Street' },
    },
    key,
  );
  expect(answer.body).not.toHaveProperty('title');
  return String(answer.body['id']);
};
const course = (id: string, path: string, body: object): Promise<Answer> =>
  exchange.post([HACKNEY, 'placing-practitioner'], `/v1/placements/${id}/${path}`, body);
const operate = (path: string, body: object = { reason: 'Contract 7' }, key?: string): Promise<Answer> =>
  exchange.post([CAMDEN, 'operator'], `/v1/members/${path}`, body, key);
const tasks = async (query = ''): Promise<readonly Body[]> => {
  const { body } = await exchange.get([HACKNEY, 'duty-desk'], `/v1/tasks?limit=100${query}`);
  return body['tasks'] as readonly Body[];
};
type Entry = Readonly<{
  type: string;
  sequence: number;
  data: Readonly<{ links: Readonly<{ detail: string }> }>;
}>;
const inbox = async (): Promise<readonly Entry[]> =>
  (await exchange.get([KENT, 'duty-desk'], '/v1/inbox?limit=500')).body['entries'] as readonly Entry[];

describe('an authority that reads no mailbox here', () => {
  let taskId: string;
  beforeAll(async () => {
    await place();
    taskId = String((await tasks())[0]?.['id']);
  });

  it('is told by other means, which is overdue once the date or the service target has passed', async () => {
    const [task] = await tasks();
    expect(task).toMatchObject({ recipient: KENT, state: 'open', overdue: false });
    expect(task).toHaveProperty(task?.['dueAt'] === undefined ? 'targetAt' : 'dueAt');
    expect(await tasks('&overdue=only')).toEqual([]);
  });

  it('is told with a proof that can be put right, and what was wrong stays to be seen', async () => {
    const doneAt = new Date(Date.now() - 60_000).toISOString();
    const tell = (path: string, body: object) =>
      exchange.post([HACKNEY, 'duty-desk'], `/v1/tasks/${taskId}/${path}`, body);
    expect((await tell('proof', { means: 'post', doneAt })).status).toBe(409);
    const sent = {
      means: 'post',
      doneAt,
      reference: 'RM 12',
      sentTo: 'Duty desk, Maidstone',
      sentBy: 'A Obi',
    };
    expect((await tell('done', { ...sent, sentFrom: 'here' })).status).toBe(422);
    expect((await tell('done', sent)).status).toBe(200);
    expect((await tell('proof', { ...sent, means: 'secure-email', reference: 'msg-7' })).status).toBe(200);
    const { body } = await exchange.get([HACKNEY, 'duty-desk'], `/v1/tasks/${taskId}`);
    expect(body).toMatchObject({
      ...{ state: 'done', means: 'secure-email', proven: true, corrections: 1 },
      proofs: [
        { means: 'post', reference: 'RM 12', sentTo: 'Duty desk, Maidstone', sentBy: 'A Obi' },
        { means: 'secure-email', reference: 'msg-7' },
      ],
    });
    expect((await exchange.get([CAMDEN, 'duty-desk'], `/v1/tasks/${taskId}`)).status).toBe(404);
  });

  it('begins with what is still live when it joins, whose tasks are closed with a link', async () => {
    const [over, live] = [await place(), await place()];
    await course(over, 'end', { endedOn: '2026-03-04' });
    expect((await operate(`${KENT}/joined`, {})).status).toBe(422);
    expect((await operate('E09000099/joined')).status).toBe(404);
    const joined = await operate(`${KENT}/joined`);
    expect(joined.body).toMatchObject({ gss: KENT, member: true, repeated: false });
    expect((await operate(`${KENT}/joined`)).status).toBe(409);

    const after = await place();
    const entries = await inbox();
    const shown = await Promise.all(
      entries.map(({ data }) => exchange.get([KENT, 'duty-desk'], data.links.detail)),
    );
    // the first was told by letter and goes on; of what is over nothing comes
    expect(shown.map(({ body }) => String(body['notice']).slice('placement-'.length))).toEqual([
      expect.any(String),
      live,
      after,
    ]);
    const all = await tasks('&state=all');
    expect(all.map(({ state }) => state)).toEqual(['done', 'open', 'joined', 'open']);
    const [closed] = await tasks('&state=joined');
    const { recipients = '' } = (closed?.['links'] ?? {}) as Readonly<{ recipients?: string }>;
    const { body } = await exchange.get([HACKNEY, 'duty-desk'], recipients);
    expect(body['recipients']).toMatchObject([{ authority: KENT, sequence: 2, state: 'opened' }]);
  });

  it('is still a member after a restart, and no longer once it has left', async () => {
    await exchange.stop();
    exchange = await ExchangeInProcess.start(home);
    const head = (await inbox()).length;
    await place('after the restart');
    expect((await inbox()).length).toBe(head + 1);
    await operate(`${KENT}/left`, { reason: 'Contract 7 ended' }, 'left');
    await place('after leaving');
    expect((await inbox()).length).toBe(head + 1);
    expect(await tasks()).toHaveLength(3);
    const { body } = await exchange.get([CAMDEN, 'operator'], '/v1/members');
    const kent = (body['members'] as readonly Body[]).find(({ gss }) => gss === KENT);
    expect(kent).toMatchObject({
      ...{ name: 'Kent', member: false, initially: false },
      history: [
        { change: 'joined', reason: 'Contract 7' },
        { change: 'left', reason: 'Contract 7 ended' },
      ],
    });
  });
});
