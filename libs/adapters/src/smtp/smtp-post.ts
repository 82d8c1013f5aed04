import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpTrouble } from './smtp-answer.rule';
import { connectionOptionsOf } from './smtp-place';
import type { SmtpPlace } from './smtp-place';

export type Letter = Readonly<{ from: string; to: string; message: Uint8Array }>;

/** Not taken, or nobody knows. */
export class SmtpFault extends Error {
  constructor(readonly trouble: SmtpTrouble) {
    super('not taken');
    this.name = 'SmtpFault';
  }
}

type Fault = Readonly<{ code?: string; originalCode?: string; responseCode?: number; response?: string }>;
/** What the platform says of a certificate that it does not trust. */
const DISTRUST = /CERT|SIGNATURE|ALTNAME|ISSUER/;

/** One letter over one connection. */
class Posting {
  private readonly connection: SMTPConnection;
  private stage: SmtpTrouble['stage'] = 'connecting';
  private isSent = false;

  constructor(private readonly place: SmtpPlace) {
    this.connection = new SMTPConnection(connectionOptionsOf(place));
  }

  /** Resolves with the server's status; throws SmtpFault. */
  post(letter: Letter, signal: AbortSignal): Promise<number> {
    return new Promise((resolve, reject) => {
      const fail = (fault: Fault): void => {
        reject(new SmtpFault(this.troubleOf(fault)));
        this.connection.close();
      };
      const cut = (): void => fail({ code: 'ECUT' });
      signal.addEventListener('abort', cut, { once: true });
      if (signal.aborted) cut();
      this.connection.on('error', fail);
      this.connection.on('end', () => fail({ code: 'ECONNECTION' }));
      this.go(letter).then(resolve, fail);
    });
  }

  private async go(letter: Letter): Promise<number> {
    await this.step((done) => this.connection.connect(done));
    this.stage = 'entering';
    const { credentials } = this.place;
    if (credentials) {
      const { user, password: pass } = credentials;
      await this.step((done) => this.connection.login({ user, pass }, done));
    }
    this.stage = 'sending';
    const status = await this.send(letter);
    this.connection.quit();
    return status;
  }

  private send({ from, to, message }: Letter): Promise<number> {
    const content = Readable.from([message]);
    content.once('end', () => (this.isSent = true));
    return new Promise((resolve, reject) => {
      this.connection.send({ from, to: [to], size: message.byteLength }, content, (fault, info) => {
        if (fault) reject(fault);
        else resolve(Number(info.response.slice(0, 3)));
      });
    });
  }

  private step(work: (done: (fault?: Error | null) => void) => void): Promise<void> {
    return new Promise((resolve, reject) =>
      work((fault) => {
        if (fault) reject(fault);
        else resolve();
      }),
    );
  }

  private troubleOf({ responseCode: status, response: text = '', ...fault }: Fault): SmtpTrouble {
    const { stage, isSent } = this;
    const code = DISTRUST.test(fault.originalCode ?? '') ? 'EDISTRUST' : (fault.code ?? '');
    return { stage, code, text, isSent, ...(status === undefined ? {} : { status }) };
  }
}

/** Hands a letter over to a server; resolves with its status once it has said that it has it. Throws SmtpFault. */
export const postLetter = (place: SmtpPlace, letter: Letter, signal: AbortSignal): Promise<number> =>
  new Posting(place).post(letter, signal);
