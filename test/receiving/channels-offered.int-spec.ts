import { gatheringChannels } from '@ibex/runtime';
import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { Answer } from '../support/exchange-in-process';

const newFolder = temporaryFolders();
let exchange: ExchangeInProcess;
beforeAll(async () => {
  exchange = await ExchangeInProcess.start(newFolder());
}, 30_000);
afterAll(() => exchange.stop());

const open = (channel: string): Promise<Answer> =>
  exchange.post(['E09000012', 'duty-desk'], '/v1/subscriptions', { name: 'Duty desk', channel, filter: {} });

describe('an embedded exchange', () => {
  it('has no bus, and says so to whoever subscribes to it', async () => {
    expect(await open('bus')).toMatchObject({
      status: 422,
      body: { field: 'channel', errors: [{ field: 'channel', rule: 'channel-not-offered' }] },
    });
    expect((await open('pull-feed')).status).toBe(201);
  });
});

describe('an installation with a bus', () => {
  it('offers it', () => {
    expect(gatheringChannels(undefined, { hasBus: true }).offered).toContain('bus');
    expect(gatheringChannels(undefined, { hasBus: false }).offered).not.toContain('bus');
  });
});
