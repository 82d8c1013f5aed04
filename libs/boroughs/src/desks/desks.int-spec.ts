import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../../../../test/support/exchange-in-process';
import type { Answer, By } from '../../../../test/support/exchange-in-process';

const DESK: By = ['E09000008', 'duty-desk'];

describe('what an authority says of late duties', () => {
  const folders = temporaryFolders();
  let exchange: ExchangeInProcess;
  beforeAll(async () => {
    exchange = await ExchangeInProcess.start(folders());
  }, 60_000);
  afterAll(() => exchange.stop());

  const escalate = (kind: string): Promise<Answer> =>
    exchange.post(DESK, '/v1/desks/escalations', { kind, steps: [{ desk: 'duty-desk', afterMinutes: 0 }] });

  it.each(['any', 'return-interview', 'supply-assessment', 'nrm-referral'])(
    'is kept for %s',
    async (kind) => {
      expect((await escalate(kind)).status).toBe(200);
    },
  );

  it('is refused for a kind that no duty has, with those that there are', async () => {
    const { status, body } = await escalate('return-interveiw');
    expect([status, body['code'], body['field']]).toEqual([409, 'desk/unknown-kind', 'kind']);
    expect(body['detail']).toMatch(/acknowledgement, .*any, .*return-interview, .*tell-host/);
    const { body: shown } = await exchange.get(DESK, '/v1/desks');
    expect(shown['escalations']).not.toContainEqual(expect.objectContaining({ kind: 'return-interveiw' }));
  });
});
