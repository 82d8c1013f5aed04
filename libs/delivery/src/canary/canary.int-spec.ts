import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../../../../test/support/exchange-in-process';
import type { Answer, Body, By } from '../../../../test/support/exchange-in-process';

const CROYDON = 'E09000008';
const HACKNEY = 'E09000012';
const OPERATOR: By = [HACKNEY, 'operator'];
const PATH = '/v1/status/canary';

describe('a canary in an exchange', () => {
  const folders = temporaryFolders();
  let exchange: ExchangeInProcess;
  beforeAll(async () => {
    exchange = await ExchangeInProcess.start(folders());
  }, 60_000);
  afterAll(() => exchange.stop());

  const status = async (): Promise<Body> => (await exchange.get(OPERATOR, PATH)).body;
  const seen = async (): Promise<Body> => {
    for (const end = Date.now() + 30_000; ;) {
      const [place] = (await status())['places'] as readonly Body[];
      if (place?.['isLatest'] === true) return place;
      if (Date.now() > end) throw new Error('the canary was not seen');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  it('is not there before one is sent', async () => {
    expect(await status()).toEqual({ places: [] });
  });

  it('travels from the log to its mailbox and is timed, once for each order', async () => {
    const [first, again] = [
      await exchange.post(OPERATOR, PATH, {}, 'canary-1'),
      await exchange.post(OPERATOR, PATH, {}, 'canary-1'),
    ];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect([first.body['repeated'], again.body['repeated']]).toEqual([false, true]);
    const place = await seen();
    expect(place).toMatchObject({ place: 'mailbox', isLatest: true });
    expect(place['ms']).toBeGreaterThanOrEqual(0);
    expect((await status())['lastSentAt']).toBe(place['sentAt']);
    const sent = await exchange.post(OPERATOR, PATH, {}, 'canary-2');
    expect(sent.body['canary']).not.toBe(first.body['canary']);
    expect((await seen())['sentAt']).not.toBe(place['sentAt']);
  });

  it('is nobody’s notice: in no mailbox, register, duty, task, clock or feed', async () => {
    const asked = async (by: By, path: string): Promise<Answer> => {
      const answer = await exchange.get(by, path);
      expect([path, answer.status]).toEqual([path, 200]);
      return answer;
    };
    for (const gss of [CROYDON, HACKNEY]) {
      const desk: By = [gss, 'duty-desk'];
      expect((await asked(desk, '/v1/inbox')).body).toEqual({ entries: [], next: 0, head: 0 });
      for (const list of [
        '/v1/registers/placed-here',
        '/v1/duties',
        '/v1/missing-episodes?scope=here',
        '/v1/clocks',
      ])
        expect((await asked(desk, list)).body).toMatchObject({ items: [] });
      expect((await asked(desk, '/v1/tasks')).body).toMatchObject({ tasks: [] });
    }
    const { text } = await asked(OPERATOR, '/v1/status/authorities');
    expect(text).not.toMatch(/canary/i);
    expect(text).not.toMatch(/"(as-usual|silent|too-few-to-say)"/);
  });

  it('is the operator’s to send and to see', async () => {
    for (const role of ['duty-desk', 'governance', 'system-client'] as const) {
      expect((await exchange.get([CROYDON, role], PATH)).status).toBe(403);
      expect((await exchange.post([CROYDON, role], PATH, {})).status).toBe(403);
    }
  });
});
