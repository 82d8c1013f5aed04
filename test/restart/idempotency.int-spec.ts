import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { Answer } from '../support/exchange-in-process';

const HACKNEY = ['E09000012', 'duty-desk'] as const;
const child = { localId: 'KEY-1' };
const folders = temporaryFolders();

describe('an Idempotency-Key after a restart', () => {
  const report = { child, kind: 'M', from: 'care', lastSeen: { on: '2026-03-02' }, hostUnknown: true };
  const move = { child, cohort: 'child-in-need', permanence: 'permanent', toUnknown: true };
  let exchange: ExchangeInProcess;
  let first: Answer;
  const post = (path: string, body: object): Promise<Answer> =>
    exchange.post(HACKNEY, path, body, 'one-key-for-all');

  beforeAll(async () => {
    const home = folders();
    exchange = await ExchangeInProcess.start(home);
    first = await post('/v1/missing-episodes', report);
    await exchange.get(HACKNEY, '/v1/duties');
    await exchange.stop();
    exchange = await ExchangeInProcess.start(home);
  }, 60_000);
  afterAll(() => exchange.stop());

  // in this order: once a command was repeated, the process remembers it without asking the log
  it('is refused for a command about another notice', async () => {
    expect(await post('/v1/moves', { ...move, fromAuthority: 'E09000012' })).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-reused' },
    });
  });

  it('is refused for another command', async () => {
    expect(await post('/v1/missing-episodes', { ...report, kind: 'A' })).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-reused' },
    });
  });

  it('still stands for the command that it was used for', async () => {
    expect(first.body).toMatchObject({ repeated: false });
    const again = await post('/v1/missing-episodes', report);
    expect(again.body).toMatchObject({ repeated: true, id: first.body['id'] });
  });
});
