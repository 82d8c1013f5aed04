import { SystemClock } from '@ibex/runtime';
import { dist, EXCHANGE, startMeasured } from '../measured-process';
import type { MeasuredProcess } from '../measured-process';
import { anyToken, tokensIn } from '../tokens';
import type { Tokens } from '../tokens';
import type { Home } from './home';

const ON_POSTGRES = dist('test', 'bench', 'view', 'postgres-exchange.js');
/** Of each hub; others in every run, so that a home that is kept has budgets left. */
const RUN = Date.now().toString(36);
const PEOPLE = Array.from({ length: 12 }, (_, at) => `bench-${RUN}-${String(at)}`);
const LOOK_EVERY_MS = 500;
const LONGEST_MS = 3_600_000;
/** Longer than clocks rest between two looks. */
const STILL_MS = 12_000;

export type Running = Readonly<{
  exchange: MeasuredProcess;
  home: Home;
  mash: Tokens;
  writers: Tokens;
  /** Tokens of many people of every hub. */
  searchers: readonly string[];
}>;

type Views = Readonly<{ head: number; followers: readonly Readonly<{ name: string; position?: number }>[] }>;

const get = async (url: string, path: string, token: string): Promise<unknown> => {
  const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  if (answer.status !== 200) throw new Error(`${path} answered ${String(answer.status)}`);
  return answer.json();
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Until every follower of the log stands at its head, and the log stands still: clocks may have much to put on record. */
const settled = async (url: string, operator: string): Promise<void> => {
  const until = performance.now() + LONGEST_MS;
  let [before, sinceMs] = [-1, performance.now()];
  for (;;) {
    const { head, followers } = (await get(url, '/v1/views', operator)) as Views;
    const isThere = followers.every(({ position = -1 }) => position >= head);
    if (!isThere || head !== before) [before, sinceMs] = [head, performance.now()];
    else if (performance.now() - sinceMs > STILL_MS) return;
    if (performance.now() > until) throw new Error('the views were not built in time');
    await pause(LOOK_EVERY_MS);
  }
};

/** Nobody ever takes anything on here: to tell a million times that recipients are silent would be all that goes on. */
const A_WEEK = String(7 * 24 * 60);
const NOBODY_IS_SILENT = {
  ...{ IBEX_SILENCE_URGENT_MINUTES: A_WEEK, IBEX_SILENCE_MOVE_MINUTES: A_WEEK },
  IBEX_SILENCE_OTHER_MINUTES: A_WEEK,
};

const environmentOf = ({ folder, postgres }: Home): Readonly<Record<string, string>> => ({
  IBEX_HOME: folder,
  IBEX_LOG_LEVEL: 'error',
  ...NOBODY_IS_SILENT,
  ...(postgres === undefined ? {} : { IBEX_BENCH_POSTGRES: postgres }),
});

/** An exchange on a home, once its views, mailboxes and clocks are those of its log. `more`: of its environment. */
export const startOn = async (home: Home, more: Readonly<Record<string, string>> = {}): Promise<Running> => {
  const [mash, writers, operators, ...hubs] = await Promise.all([
    tokensIn(home.folder, 'mash'),
    tokensIn(home.folder, 'placing-practitioner'),
    tokensIn(home.folder, 'operator'),
    ...PEOPLE.map((person) => tokensIn(home.folder, 'mash', new SystemClock(), person)),
  ]);
  const script = home.postgres === undefined ? EXCHANGE : ON_POSTGRES;
  const exchange = await startMeasured(script, { ...environmentOf(home), ...more });
  try {
    await settled(exchange.url, anyToken(operators));
    const searchers = hubs.flatMap((tokens) => [...tokens.values()]);
    return { exchange, home, mash, writers, searchers };
  } catch (fault) {
    await exchange.stop();
    throw fault;
  }
};
