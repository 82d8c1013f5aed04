import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PRELOAD = join(__dirname, '..', '..', '..', '..', 'test', 'bench', 'console', 'server-times.cjs');
const LOOK_EVERY_MS = 100;
const LONGEST_MS = 10_000;

/** Of a request of the bench, so that its time at the server is found again. */
export const TURN_HEADER = 'x-bench-turn';

/** What the exchange says of its own time for the requests that carry a turn. */
export class ServerTimes {
  private readonly folder = mkdtempSync(join(tmpdir(), 'ibex-server-times-'));
  private readonly file = join(this.folder, 'times');

  /** For the exchange that is measured. */
  get environment(): Readonly<Record<string, string>> {
    return {
      NODE_OPTIONS: `--require ${JSON.stringify(PRELOAD)}`,
      IBEX_BENCH_SERVER_TIMES: this.file,
    };
  }

  /** Milliseconds by turn, once every one of these turns is there. Throws where one is never told. */
  async of(turns: readonly number[]): Promise<ReadonlyMap<number, number>> {
    const until = performance.now() + LONGEST_MS;
    for (;;) {
      const times = this.read();
      if (turns.every((turn) => times.has(turn))) return times;
      if (performance.now() > until) throw new Error('the exchange did not tell its times');
      await sleep(LOOK_EVERY_MS);
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private read(): ReadonlyMap<number, number> {
    if (!existsSync(this.file)) return new Map();
    const lines = readFileSync(this.file, 'utf8').split('\n').slice(0, -1);
    return new Map(
      lines.map((line) => {
        const [turn, ms] = line.split(' ');
        return [Number(turn), Number(ms)] as const;
      }),
    );
  }
}
