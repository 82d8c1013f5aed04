import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '..', '..', '..', 'deploy', 'local', 'postgres.mjs');

type Order = 'create' | 'kill' | 'halt' | 'start' | 'restart';
type Answer = Readonly<{
  id?: number;
  answer?: string;
  failed?: string;
  url?: string;
  adminUrl?: string;
}>;

/** A real PostgreSQL server of the specs' own, run by deploy/local/postgres.mjs. */
export class PostgresServer {
  private orders = 0;

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    /** Of the superuser. */
    readonly adminUrl: string,
  ) {}

  /** Throws with what the script said when there is no server: it names the mend. */
  static async start(...flags: readonly string[]): Promise<PostgresServer> {
    const child = fork(SCRIPT, flags, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    return new Promise((resolve, reject) => {
      child.once('exit', () => reject(new Error(`no PostgreSQL for these specs: ${said.trim()}`)));
      child.once('message', ({ url = '', adminUrl = '' }: Answer) => {
        child.removeAllListeners('exit');
        resolve(new PostgresServer(child, url, adminUrl));
      });
    });
  }

  /** A fresh database; its URL. */
  async database(): Promise<string> {
    return (await this.order('create', `d${process.pid}_${this.orders}`)) ?? '';
  }

  async kill(): Promise<void> {
    await this.order('kill');
  }

  /** Stops it in order, to be started again. */
  async halt(): Promise<void> {
    await this.order('halt');
  }

  async start(): Promise<void> {
    await this.order('start');
  }

  async restart(): Promise<void> {
    await this.order('restart');
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const gone = new Promise((done) => this.child.once('exit', done));
    this.child.disconnect();
    await gone;
  }

  private order(order: Order, name?: string): Promise<string | undefined> {
    const id = (this.orders += 1);
    return new Promise((resolve, reject) => {
      const hear = (heard: Answer): void => {
        if (heard.id !== id) return;
        this.child.off('message', hear);
        if (heard.failed === undefined) resolve(heard.answer);
        else reject(new Error(heard.failed));
      };
      this.child.on('message', hear);
      this.child.send({ id, order, name });
    });
  }
}

/** Call at the top of a spec file: one server for all of it, stopped after it. */
export const postgresServer = (...flags: readonly string[]): (() => PostgresServer) => {
  let server: PostgresServer | undefined;
  beforeAll(async () => {
    server = await PostgresServer.start(...flags);
  }, 60_000);
  afterAll(() => server?.stop(), 30_000);
  return () => {
    if (!server) throw new Error('PostgreSQL is started in beforeAll: ask for it within a spec');
    return server;
  };
};
