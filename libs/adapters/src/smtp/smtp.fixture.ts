import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions, SMTPServerSession } from 'smtp-server';

export type Mail = Readonly<{
  from: string;
  to: readonly string[];
  text: string;
  isSecure: boolean;
  user: unknown;
}>;

/** A key and a certificate for this machine that nobody else has signed. */
export const selfMade = (): Readonly<{ key: string; cert: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'ibex-smtp-'));
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', keyFile];
  execFileSync('openssl', ['req', '-x509', '-days', '2', ...key, '-out', certFile, ...subject], {
    stdio: 'ignore',
  });
  const made = { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
  rmSync(folder, { recursive: true });
  return made;
};

const addressOf = (address: SMTPServerSession['envelope']['mailFrom']): string =>
  address === false ? '' : address.address;

export type Refusal = Readonly<{ at: 'connect' | 'from' | 'to' | 'data'; status: number; text: string }>;

/** A mail server on loopback: keeps what it took, answers as told. */
export class MailServer {
  readonly got: Mail[] = [];
  refusal: Refusal | undefined;
  /** Hangs up once it has the whole message, with or without having kept it, and says nothing. */
  hangsUpAfter: 'keeping' | 'losing' | undefined;
  private readonly sockets = new Set<Socket>();
  private server: SMTPServer | undefined;

  async listen(options: SMTPServerOptions = {}): Promise<number> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onConnect: (_, done) => done(this.faultAt('connect')),
      onMailFrom: (_, __, done) => done(this.faultAt('from')),
      onRcptTo: (_, __, done) => done(this.faultAt('to')),
      onData: (stream, session, done) => {
        let text = '';
        stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        stream.on('end', () => this.take(text, session, done));
      },
      ...options,
    });
    this.server = server;
    server.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    return (server.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    return new Promise((resolve) => {
      if (this.server) this.server.close(resolve);
      else resolve();
    });
  }

  private take(text: string, session: SMTPServerSession, done: (error?: Error | null) => void): void {
    const { mailFrom, rcptTo } = session.envelope;
    const mail = {
      from: addressOf(mailFrom),
      to: rcptTo.map(({ address }) => address),
      text,
      isSecure: session.secure,
      user: String(session.user),
    };
    const fault = this.faultAt('data');
    if (!fault && this.hangsUpAfter !== 'losing') this.got.push(mail);
    if (this.hangsUpAfter) for (const socket of this.sockets) socket.destroy();
    else done(fault);
  }

  private faultAt(at: Refusal['at']): Error | null {
    if (this.refusal?.at !== at) return null;
    return Object.assign(new Error(this.refusal.text), { responseCode: this.refusal.status });
  }
}
