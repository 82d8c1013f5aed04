import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { localScript } from './places';
import { heard, within } from './starting';

type Order = 'create' | 'kill' | 'halt' | 'start' | 'restart';
type Heard = Readonly<{ id?: number; answer?: string; failed?: string; url?: string }>;

/** A PostgreSQL of our own, run by deploy/local/postgres.mjs, which ends when this process does. */
export class PostgresEngine {
  private orders = 0;

  private constructor(
    private readonly child: ChildProcess,
    /** With its password. */
    readonly url: string,
  ) {}

  /** Throws with the script's own words, which name the mend, when there is no server. */
  static start(
    flags: readonly string[] = [],
    onSaid: (line: string) => void = () => undefined,
  ): Promise<PostgresEngine> {
    const child = fork(localScript('postgres.mjs'), flags, {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [],
      detached: true,
    });
    const said = heard(child.stderr, onSaid);
    return within('PostgreSQL', child, (resolve, reject) => {
      child.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said()}`)));
      child.once('message', ({ url = '' }: Heard) => {
        child.removeAllListeners('exit');
        resolve(new PostgresEngine(child, url));
      });
    });
  }

  /** SIGKILL. */
  async kill(): Promise<void> {
    await this.order('kill');
  }

  /** Stops it in order, to be started again at the same address. */
  async halt(): Promise<void> {
    await this.order('halt');
  }

  async start(): Promise<void> {
    await this.order('start');
  }

  async restart(): Promise<void> {
    await this.order('restart');
  }

  /** A further database on the same server; its URL. */
  async database(name: string): Promise<string> {
    return (await this.order('create', name)) ?? '';
  }

  /** Ends it for good and removes its folder. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || !this.child.connected) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.disconnect();
    await gone;
  }

  private order(order: Order, name?: string): Promise<string | undefined> {
    const id = (this.orders += 1);
    return new Promise((resolve, reject) => {
      const hear = (heard: Heard): void => {
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
