import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { FaultProxy } from './fault-proxy';

/** An engine that answers every byte with the same byte. */
const echo = async (): Promise<Server> => {
  const server = createServer((socket) => socket.on('error', () => undefined).pipe(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

describe('a line with faults', () => {
  let engine: Server;
  let proxy: FaultProxy;
  const opened: Socket[] = [];

  beforeEach(async () => {
    engine = await echo();
    proxy = await FaultProxy.open();
    proxy.leadTo({ host: '127.0.0.1', port: (engine.address() as AddressInfo).port });
  });
  afterEach(async () => {
    for (const socket of opened.splice(0)) socket.destroy();
    await proxy.close();
    engine.close();
  });

  const dial = async (): Promise<Socket> => {
    const socket = connect(proxy.place);
    opened.push(socket);
    await once(socket, 'connect');
    return socket;
  };
  const heardWithin = async (socket: Socket, ms: number): Promise<string> => {
    let heard = '';
    socket.on('data', (piece) => (heard += piece.toString()));
    await sleep(ms);
    return heard;
  };
  const endOf = (socket: Socket): Promise<unknown> =>
    new Promise((resolve) => socket.once('error', (fault: NodeJS.ErrnoException) => resolve(fault.code)));

  it('passes everything on, in order, while nothing is wrong', async () => {
    const socket = await dial();
    const sent = Array.from({ length: 50_000 }, (_, i) => String(i)).join(' ');
    socket.write(sent);
    let heard = '';
    for await (const piece of socket) {
      heard += String(piece);
      if (heard.length === sent.length) break;
    }
    expect(heard).toBe(sent);
  });

  it('is late by as much as it is told, each way', async () => {
    const socket = await dial();
    await proxy.behave({ kind: 'latency', ms: 60 });
    const begun = performance.now();
    socket.write('one');
    await once(socket, 'data');
    expect(performance.now() - begun).toBeGreaterThanOrEqual(115);
  });

  it('resets what is there and what comes', async () => {
    const socket = await dial();
    socket.write('one');
    await once(socket, 'data');
    const ended = endOf(socket);
    await proxy.behave({ kind: 'reset' });
    expect(await ended).toBe('ECONNRESET');
    const second = connect(proxy.place);
    opened.push(second);
    expect(await endOf(second)).toBe('ECONNRESET');
  });

  it('swallows everything, and what fell in does not come back', async () => {
    const socket = await dial();
    await proxy.behave({ kind: 'blackhole' });
    socket.write('one');
    expect(await heardWithin(socket, 100)).toBe('');
    const ended = endOf(socket);
    await proxy.behave({ kind: 'none' });
    expect(await ended).toBe('ECONNRESET');
    const again = await dial();
    again.write('two');
    expect(String((await once(again, 'data'))[0])).toBe('two');
  });

  it.each(['to-engine', 'from-engine'] as const)('cuts after so many bytes %s', async (way) => {
    const socket = await dial();
    await proxy.behave({ kind: 'cut-after', bytes: 4, way });
    const heard = heardWithin(socket, 150);
    const ended = endOf(socket);
    socket.write('abc');
    await sleep(30);
    socket.write('defgh');
    expect(await ended).toBe('ECONNRESET');
    expect('abcd').toContain(await heard);
    expect(proxy.connections).toBe(0);
  });

  it('is not there at all, and comes back at the same address', async () => {
    await proxy.behave({ kind: 'refuse' });
    const socket = connect(proxy.place);
    opened.push(socket);
    expect(await endOf(socket)).toBe('ECONNREFUSED');
    await proxy.behave({ kind: 'none' });
    const again = await dial();
    again.write('back');
    expect(String((await once(again, 'data'))[0])).toBe('back');
  });
});
