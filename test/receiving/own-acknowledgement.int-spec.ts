import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { Answer, Body, By } from '../support/exchange-in-process';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const DUTY_DESK: By = [CROYDON, 'duty-desk'];

const newFolder = temporaryFolders();
let exchange: ExchangeInProcess;
beforeAll(async () => {
  exchange = await ExchangeInProcess.start(newFolder());
}, 30_000);
afterAll(() => exchange.stop());

const found = async (path: string, key: string, entry: Body): Promise<Body | undefined> => {
  const { body } = await exchange.get(DUTY_DESK, path);
  return (body[key] as readonly Body[]).find(
    (each) =>
      String(each['kind']).startsWith('acknowledge') && String(each['notice']) === String(entry['notice']),
  );
};
/** Once the views have caught up with what was taken on, which answers with no place in the log. */
const whenMet = async (entry: Body): Promise<Body> => {
  for (;;) {
    const duty = await found('/v1/duties?state=met&limit=100', 'items', entry);
    const running = await found('/v1/clocks?limit=100', 'items', entry);
    if (duty && !running) return duty;
  }
};
const told = async (path: string, prefix: string, by: By, body: object): Promise<Body> => {
  const answer = await exchange.post(by, path, body);
  expect(answer).toMatchObject({ status: 201 });
  const inbox = await exchange.get(DUTY_DESK, '/v1/inbox?limit=500');
  const entry = (inbox.body['entries'] as readonly Body[]).at(-1);
  return { ...entry, notice: `${prefix}-${String(answer.body['id'])}` };
};
const acknowledge = (entry: Body): Promise<Answer> =>
  exchange.post(DUTY_DESK, `/v1/inbox/${String(entry['sequence'])}/acknowledgement`, {});
const act = (entry: Body): Promise<Answer> =>
  exchange.post(DUTY_DESK, `/v1/inbox/${String(entry['sequence'])}/actions`, { action: 'allocated' });

const child = { forename: 'Tilly', surname: 'Invented', dateOfBirth: '2011-03-09' };
const missing = (localId: string): Promise<Body> =>
  told('/v1/missing-episodes', 'missing', [HACKNEY, 'duty-desk'], {
    child: { ...child, localId },
    ...{ kind: 'M', from: 'care', host: CROYDON, risk: 'medium' },
    lastSeen: { at: new Date(Date.now() - 60_000).toISOString() },
  });
const placed = (localId: string): Promise<Body> =>
  told('/v1/placements', 'placement', [HACKNEY, 'placing-practitioner'], {
    child: { ...child, localId },
    ...{ host: CROYDON, startsOn: '2026-03-02', notice: 'emergency', carePlan: 'supplied' },
  });

describe('a notice that its recipient takes on in the inbox', () => {
  it.each([
    ['a missing episode', () => missing('OA-1')],
    ['a placement', () => placed('OA-2')],
  ])('needs no second acknowledgement: %s', async (_, tell) => {
    const entry = await tell();
    expect(await found('/v1/duties?state=open&limit=100', 'items', entry)).toMatchObject({ state: 'open' });
    expect(await found('/v1/clocks?limit=100', 'items', entry)).toMatchObject({ stepsTaken: 0 });

    const { acknowledgedAt } = (await acknowledge(entry)).body;
    expect(await whenMet(entry)).toMatchObject({ state: 'met', metAt: acknowledgedAt });
  });

  it('is taken on by whoever records what was done about it', async () => {
    const entry = await missing('OA-3');
    expect(await act(entry)).toMatchObject({ status: 200 });
    expect(await whenMet(entry)).toMatchObject({ state: 'met' });
  });

  it('stays met at that time when it is acknowledged at its own place later', async () => {
    const entry = await missing('OA-4');
    const { acknowledgedAt } = (await acknowledge(entry)).body;
    const id = String(entry['notice']).slice('missing-'.length);
    const again = await exchange.post(DUTY_DESK, `/v1/missing-episodes/${id}/acknowledge`, {
      response: 'staff-alerted',
    });
    expect(again).toMatchObject({ status: 201 });
    expect(await whenMet(entry)).toMatchObject({ metAt: acknowledgedAt });
  });
});
