import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { localScript } from './places';
import { heard, within } from './starting';

type Script = ChildProcessByStdio<Writable, Readable, Readable>;
type Running = Readonly<{ script: Script; answers: AsyncIterator<string> }>;
type Doors = Readonly<{ brokers: string; smallDisk: string | undefined }>;
type Order = 'start' | 'halt' | 'kill' | 'pause' | 'resume' | 'stop';
type Heard = Readonly<{
  bootstrap?: Readonly<Record<string, string>>;
  smallDisk?: string;
  failed?: string;
  message?: string;
  pid?: number;
}>;

/** A broker of our own, run by deploy/local/kafka.mjs, which ends when this process does. */
export class KafkaEngine {
  private constructor(
    private readonly running: Running,
    private readonly doors: Doors,
    private brokerPid: number,
  ) {}

  /** Flags as the script takes them. Throws with its own words, which name the mend, when there is no broker. */
  static async start(
    flags: readonly string[] = [],
    onSaid: (line: string) => void = () => undefined,
  ): Promise<KafkaEngine> {
    const script = spawn(process.execPath, [localScript('kafka.mjs'), '--control', ...flags], {
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    const said = heard(script.stderr, onSaid);
    // the script may be gone when it is told to stop
    script.stdin.on('error', () => undefined);
    const answers = createInterface({ input: script.stdout })[Symbol.asyncIterator]();
    const first = await within<IteratorResult<string>>('Kafka', script, (resolve, reject) => {
      answers.next().then(resolve, reject);
    });
    if (first.done === true) throw new Error(`Kafka did not start: ${said()}`);
    const { bootstrap = {}, smallDisk, pid = 0 } = JSON.parse(first.value) as Heard;
    // the door named `internal` is the broker's own
    const [, brokers = ''] = Object.entries(bootstrap).find(([door]) => door !== 'internal') ?? [];
    return new KafkaEngine({ script, answers }, { brokers, smallDisk }, pid);
  }

  /** host:port */
  get brokers(): string {
    return this.doors.brokers;
  }

  /** Folder of the data directory on a small disk, where the script was asked for one. */
  get smallDisk(): string | undefined {
    return this.doors.smallDisk;
  }

  get pid(): number {
    return this.brokerPid;
  }

  async start(): Promise<void> {
    await this.order('start');
  }

  /** Stops it in order, to be started again at the same address. */
  async halt(): Promise<void> {
    await this.order('halt');
  }

  /** SIGKILL. */
  async kill(): Promise<void> {
    await this.order('kill');
  }

  /** Connections stay, nothing goes through, until `thaw`. */
  async freeze(): Promise<void> {
    await this.order('pause');
  }

  async thaw(): Promise<void> {
    await this.order('resume');
  }

  /** Ends it for good and removes its folder. */
  async stop(): Promise<void> {
    const { script } = this.running;
    if (script.exitCode !== null || script.signalCode !== null) return;
    const gone = new Promise((resolve) => script.once('exit', resolve));
    script.stdin.end();
    await gone;
  }

  private async order(order: Order): Promise<void> {
    this.running.script.stdin.write(`${order}\n`);
    const answer = await this.running.answers.next();
    if (answer.done === true) throw new Error('the broker’s script has ended');
    const { failed, message = '', pid } = JSON.parse(answer.value) as Heard;
    if (failed !== undefined) throw new Error(`Kafka: ${failed}: ${message}`);
    this.brokerPid = pid ?? this.brokerPid;
  }
}
