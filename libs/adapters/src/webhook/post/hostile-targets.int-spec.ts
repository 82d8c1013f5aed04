import { createServer, isIPv6 } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { BLOCKED_V6, EMBEDDED, INSIDE_V4, SPELLINGS } from '../guard/hostile-addresses.fixture';
import { GuardedPoster } from './guarded-post';
import type { PosterOptions } from './guarded-post';
import { systemResolve } from './guarded-lookup';
import type { Resolve } from './guarded-lookup';

const REFUSED = 'target/address-not-public';
const NAME = 'hooks.croydon.gov.uk';

const ADDRESSES = [...INSIDE_V4, ...EMBEDDED, ...BLOCKED_V6];
const asHost = (address: string): string => (isIPv6(address) ? `[${address}]` : address);
/** An address with a zone stands in no URL. */
const HOSTS = [...new Set([...ADDRESSES.map(asHost), ...SPELLINGS])].filter((host) =>
  URL.canParse(`https://${host}/`),
);

const standsAt =
  (...addresses: readonly string[]): Resolve =>
  (_, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 })),
    );
/** Alone, and behind a public one that a guard may content itself with. */
const ANSWERS: readonly Resolve[] = ADDRESSES.flatMap((address) => [
  standsAt(address),
  standsAt('93.184.216.34', address),
]);

/** Hears whoever connects to any address of this machine, by IPv4 or IPv6. */
class Listener {
  connections = 0;
  private readonly server: Server = createServer((socket) => {
    this.connections += 1;
    socket.destroy();
  });

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '::', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

const listener = new Listener();
let port: number;
beforeAll(async () => {
  port = await listener.listen();
});
afterAll(() => listener.close());

const codeOf = async (host: string, options: PosterOptions): Promise<unknown> => {
  const poster = new GuardedPoster({ timeoutMs: 2_000, ...options, tls: { port } });
  const message = { url: new URL(`https://${host}/hook`), headers: {}, body: 'x' };
  return poster.post(message).then(
    () => 'answered',
    (fault: unknown) => (fault instanceof Error && 'code' in fault ? fault.code : 'no code'),
  );
};

const codesOf = (hosts: readonly string[], options: (host: string) => PosterOptions): Promise<unknown[]> =>
  Promise.all(hosts.map((host) => codeOf(host, options(host))));

describe('a webhook target that leads inside', () => {
  it('is tried in more than 400 ways', () => {
    expect(HOSTS.length + ANSWERS.length).toBeGreaterThan(400);
  });

  it('is reached by none of them: not as a host, not as what a name stands for', async () => {
    const literally = await codesOf(HOSTS, () => ({ resolve: systemResolve }));
    const byName = await Promise.all(ANSWERS.map((resolve) => codeOf(NAME, { resolve })));
    expect([...new Set([...literally, ...byName])]).toEqual([REFUSED]);
    expect(listener.connections).toBe(0);
  });

  it('would have been heard here: without the guard, spellings of loopback do connect', async () => {
    const before = listener.connections;
    const loopback = ['127.0.0.1', '127.1', '2130706433', '0177.0.0.1', '[::1]', '[::ffff:7f00:1]'];
    await codesOf(loopback, () => ({ isAllowed: () => true, resolve: systemResolve }));
    expect(listener.connections - before).toBe(loopback.length);
  });
});
