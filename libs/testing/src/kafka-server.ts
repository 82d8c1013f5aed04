import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';

const SCRIPT = join(__dirname, '../../../deploy/local/kafka.mjs');

export type CertificateFiles = Readonly<{ cert: string; key: string }>;
type Ready = Readonly<{
  folder: string;
  /** Address of each listener by its name; `internal` is the administrator's. */
  bootstrap: Readonly<Record<string, string>>;
  certificates?: Readonly<{
    ca: string;
    clients: Readonly<Record<string, CertificateFiles>>;
    stranger: CertificateFiles;
  }>;
  /** Folder of the small disk, when one was asked for. */
  smallDisk?: string;
}>;

/**
 * `halt` stops in order, `kill` does not; both leave the data for the next `start`. `grow` makes room on the small disk, which
 * the broker notices when it is started again.
 */
export type KafkaOrder = 'start' | 'halt' | 'kill' | 'pause' | 'resume' | 'grow';

/** A real broker, started by deploy/local/kafka.mjs, which ends it also when this process dies. */
export type KafkaServer = Ready &
  Readonly<{
    /** Address of a listener that was asked for. */
    at(listener: string): string;
    order(order: KafkaOrder): Promise<void>;
    stop(): Promise<void>;
  }>;

const nextLine = async (lines: Interface): Promise<string> => {
  const [line] = (await once(lines, 'line')) as [string];
  return line;
};

const ordering =
  (script: ChildProcessWithoutNullStreams, lines: Interface) =>
  async (order: KafkaOrder | 'stop'): Promise<void> => {
    const answered = nextLine(lines);
    script.stdin.write(`${order}\n`);
    const answer = JSON.parse(await answered) as Readonly<{ failed?: string; message?: string }>;
    if (answer.failed !== undefined) throw new Error(`Kafka: ${answer.failed}: ${answer.message ?? ''}`);
  };

const readyOrDead = async (script: ChildProcessWithoutNullStreams, lines: Interface): Promise<Ready> => {
  let complaint = '';
  script.stderr.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString()}`.slice(-4000);
  });
  const died = once(script, 'exit').then(() => {
    throw new Error(
      `no Kafka for this suite; start one by hand to see why: node deploy/local/kafka.mjs\n${complaint}`,
    );
  });
  const ready = await Promise.race([nextLine(lines), died]);
  died.catch(() => undefined);
  return JSON.parse(ready) as Ready;
};

/** Options as of `node deploy/local/kafka.mjs --help`. Rejects, and says how to start one, where there is no Kafka. */
export const startKafkaServer = async (...options: readonly string[]): Promise<KafkaServer> => {
  const script = spawn('node', [SCRIPT, '--control', ...options]);
  const lines = createInterface({ input: script.stdout });
  const ready = await readyOrDead(script, lines);
  const order = ordering(script, lines);
  return {
    ...ready,
    order,
    at: (listener) => {
      const address = ready.bootstrap[listener];
      if (address === undefined) throw new Error(`this broker has no listener ${listener}`);
      return address;
    },
    stop: async () => {
      const gone = once(script, 'exit');
      await order('stop');
      await gone;
    },
  };
};
