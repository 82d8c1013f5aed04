import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { createServer as createPort } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from './deploy-files';

const isThere = (): boolean => spawnSync('caddy', ['version']).status === 0;

/** From the Debian package where that can be installed; otherwise the suite fails and says how. */
const needCaddy = (): void => {
  if (isThere()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'caddy'], { env });
  }
  if (!isThere()) throw new Error('the gateway is tested with Caddy: sudo apt-get install caddy');
};

export const freePort = async (): Promise<number> => {
  const server = createPort().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** A path where an upstream begins to answer and never ends. It tells by `gone` when nobody reads any more. */
export const ENDLESS = '/console/endless';

/** Answers with its own name, the method and the address that it was asked, and how much it was sent. */
export const anUpstream = async (name: string): Promise<Server> => {
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    let bytes = 0;
    request.on('data', (part: Buffer) => (bytes += part.length));
    request.on('end', () => {
      if (url === ENDLESS) {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write('event: entry\n\n');
        response.once('close', () => server.emit('gone'));
      } else response.end(JSON.stringify({ name, method, url, headers, bytes }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

export const placeOf = (server: Server): string => `127.0.0.1:${(server.address() as AddressInfo).port}`;

const CONFIGURATION = join(ROOT, 'deploy', 'gateway', 'Caddyfile');

/** `host:port` of what stands behind it. */
export type Behind = Readonly<{ intake: string; view: string; pages: string }>;

/** The gateway’s real configuration, run by Caddy. */
export class Gateway {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start({ intake, view, pages }: Behind, given?: number): Promise<Gateway> {
    needCaddy();
    const port = given ?? (await freePort());
    const folder = mkdtempSync(join(tmpdir(), 'ibex-gateway-'));
    const env = {
      ...{ PATH: process.env['PATH'], XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, HOME: folder },
      ...{ GATEWAY_ADDRESS: `:${port}`, GATEWAY_BIND: '127.0.0.1' },
      ...{ INTAKE_API: intake, VIEW_API: view, CONSOLE: pages },
    };
    const child = spawn('caddy', ['run', '--config', CONFIGURATION, '--adapter', 'caddyfile'], {
      env,
      stdio: 'ignore',
    });
    const gateway = new Gateway(`http://127.0.0.1:${port}`, child, folder);
    await gateway.answering();
    return gateway;
  }

  private async answering(): Promise<void> {
    const until = Date.now() + 15_000;
    while (Date.now() < until && this.child.exitCode === null) {
      if (await fetch(this.url).catch(() => undefined)) return;
      await pause(50);
    }
    await this.stop();
    throw new Error('the gateway did not start');
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill('SIGTERM');
      await once(this.child, 'exit');
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
