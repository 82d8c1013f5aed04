import type { LookupAddress } from 'node:dns';
import { PublicTargets } from './public-targets';

const at = (...addresses: readonly string[]): readonly LookupAddress[] =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

const targets = (addresses: readonly LookupAddress[], asked: string[] = []): PublicTargets =>
  new PublicTargets({
    resolve: (host, done) => {
      asked.push(host);
      done(null, addresses);
    },
  });

describe('a webhook target at registration', () => {
  it('is taken when every address of its host is public', async () => {
    const asked: string[] = [];
    const answer = targets(at('93.184.216.34', '2606:2800:220:1::1'), asked).check(
      'webhook',
      'https://hooks.croydon.gov.uk/ibex',
    );
    expect([await answer, asked]).toEqual([undefined, ['hooks.croydon.gov.uk']]);
  });

  it.each([
    ['a private one', at('10.1.2.3')],
    ['loopback', at('127.0.0.1')],
    ['a private one among public ones', at('93.184.216.34', '192.168.0.1')],
    ['a mapped one', at('::ffff:10.0.0.1')],
  ])('is refused when its host stands at %s', async (_, addresses) => {
    expect(await targets(addresses).check('webhook', 'https://hooks.croydon.gov.uk/')).toMatchObject({
      code: 'target/host-not-public',
    });
  });

  it('is refused by its text before anybody asks the DNS', async () => {
    const asked: string[] = [];
    const answer = await targets(at('93.184.216.34'), asked).check('webhook', 'http://hooks.croydon.gov.uk/');
    expect([answer?.code, asked]).toEqual(['target/not-https', []]);
  });

  it('is refused when its host is not found, or not in time', async () => {
    const failing = new PublicTargets({ resolve: (_, done) => done(new Error('ENOTFOUND'), []) });
    const silent = new PublicTargets({ resolve: () => undefined, resolveWithinMs: 5 });
    const codes = await Promise.all(
      [failing, silent].map(async (one) => (await one.check('webhook', 'https://a.croydon.gov.uk/'))?.code),
    );
    expect(codes).toEqual(['target/host-not-found', 'target/host-not-found']);
  });

  it('is nothing to other channels', async () => {
    expect(await targets(at('10.0.0.1')).check('email-digest', 'desk@croydon.gov.uk')).toBeUndefined();
  });

  it('is never quoted in the answer', async () => {
    const answers = await Promise.all(
      ['https://u:secret@h.gov.uk/', 'https://h.gov.uk/?token=secret'].map((target) =>
        targets(at('10.0.0.1')).check('webhook', target),
      ),
    );
    expect(JSON.stringify(answers)).not.toContain('secret');
  });
});
