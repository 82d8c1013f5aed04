import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { isIP } from 'node:net';
import type { ISocketFactory, ISocketFactoryArgs } from 'kafkajs';

const KEEP_ALIVE_MS = 30_000;

const open = ({ host, port, ssl, onConnect }: ISocketFactoryArgs): Socket => {
  // The client passes null where there is no TLS, whatever its types say.
  if (!(ssl as unknown)) return connect({ host, port }, onConnect);
  const named = isIP(host) === 0 ? { servername: host } : {};
  return connectTls({ host, port, ...named, ...ssl }, onConnect);
};

/**
 * The sockets of one client, so that they can be cut: the client itself would wait for open requests, and would go on
 * retrying in the background on connections of its own making.
 */
export class OwnSockets {
  private readonly sockets = new Set<Socket>();
  private isCut = false;

  readonly factory: ISocketFactory = (to) => {
    if (this.isCut) throw new Error('this client was closed');
    const socket = open(to);
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    socket.setNoDelay(true);
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    return socket;
  };

  /** Closes every socket at once; what waits on one is told by an error. No socket is opened afterwards. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy(new Error('this client was closed'));
  }
}
