import { execFileSync, fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync, rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from '../../../apps/cli/src/engines/places';
import type { Arrival, Behaviour, Counted, Done, Group, Order } from './receiver.orders';

/** Never asked of any DNS: see loopback.cjs. */
const DOMAIN = 'receiver.croydon.gov.uk';
const ANSWERS_WITHIN_MS = 60_000;
const HERE = join(REPOSITORY, 'test', 'support');
const LOOPBACK = join(HERE, 'receivers', 'loopback.cjs');

type Asked = Order extends infer One ? (One extends Order ? Omit<One, 'turn'> : never) : never;

const certificateIn = (folder: string): readonly [key: string, certificate: string] => {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key];
  const subject = ['-subj', `/CN=${DOMAIN}`, '-addext', `subjectAltName=DNS:*.${DOMAIN}`];
  execFileSync('openssl', ['req', '-x509', '-days', '30', ...curve, '-out', certificate, ...subject], {
    stdio: 'ignore',
  });
  return [key, certificate];
};

/** Webhook receivers of boroughs on loopback, in a process of their own that ends with this one. */
export class Receivers {
  private turn = 0;
  private readonly waiting = new Map<number, (done: Done) => void>();

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {
    child.on('message', (done: Done) => {
      this.waiting.get(done.turn)?.(done);
      this.waiting.delete(done.turn);
    });
  }

  /** `wholeFile`: where everything that comes is written as it comes, headers and body. */
  static async start({ wholeFile = '' }: Readonly<{ wholeFile?: string }> = {}): Promise<Receivers> {
    const folder = mkdtempSync(join(tmpdir(), 'ibex-receivers-'));
    const files = [...certificateIn(folder), join(folder, 'places.json'), wholeFile];
    const child = fork(join(HERE, 'receivers', 'receiver-process.ts'), files, {
      execArgv: ['-r', join(HERE, 'typescript.cjs')],
    });
    const receivers = new Receivers(child, folder);
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    await receivers.answerTo(0);
    return receivers;
  }

  /** What an exchange has to be started with in order to reach them. `flags`: further ones of node. */
  environment(...flags: readonly string[]): Readonly<Record<string, string>> {
    return {
      NODE_OPTIONS: [`--require ${LOOPBACK}`, ...flags].join(' '),
      IBEX_TEST_RECEIVERS: join(this.folder, 'places.json'),
    };
  }

  /** The address of a receiver such as `slow-3`. */
  static addressOf(name: string): string {
    return `https://${name}.${DOMAIN}/ibex`;
  }

  async behave(group: Group, how: Behaviour): Promise<void> {
    await this.ask({ kind: 'behave', group, how });
  }

  async count(): Promise<Counted> {
    return (await this.ask({ kind: 'count' })).counted ?? {};
  }

  /** Everything that was taken, in the order of taking; or what came after the first `from` of it. */
  async arrivals(from = 0): Promise<readonly Arrival[]> {
    const file = join(this.folder, 'arrivals');
    await this.ask({ kind: 'write', file, from });
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as Arrival);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = new Promise((resolve) => this.child.once('exit', resolve));
      this.child.kill('SIGKILL');
      await gone;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private ask(asked: Asked): Promise<Done> {
    this.turn += 1;
    const answer = this.answerTo(this.turn);
    this.child.send({ ...asked, turn: this.turn });
    return answer;
  }

  private answerTo(turn: number): Promise<Done> {
    return new Promise((resolve, reject) => {
      const fail = (): void => reject(new Error('the receivers do not answer'));
      const timer = setTimeout(fail, ANSWERS_WITHIN_MS);
      this.child.once('exit', fail);
      this.waiting.set(turn, (done) => {
        clearTimeout(timer);
        this.child.off('exit', fail);
        resolve(done);
      });
    });
  }
}
