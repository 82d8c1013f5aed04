import { firstLoadOf } from './console/first-load';
import type { FirstLoad } from './console/first-load';
import { knownTo } from './console/known';
import type { MeasuredPage } from './console/measured-page';
import { RUSH_NOTICES, USUAL_NOTICES, loadedFor, timesAlone } from './console/page-load';
import type { PageLoad, Round } from './console/page-load';
import { measuredPages } from './console/pages';
import { peopleAt } from './console/people';
import { ServerTimes } from './console/server-times';
import { told } from './engines/told';
import { median } from './figure';
import type { Figure } from './figure';
import type { MeasuredProcess, Probe } from './measured-process';
import { figure, percentile } from './report';
import { homeWith, keptHome } from './view/home';
import type { Home } from './view/home';
import { startOn } from './view/running';
import type { Running } from './view/running';

/** `seconds`: of a run. Each page comes once a second. */
type Effort = Readonly<{ runs: number; seconds: number; children: number }>;
const FULL: Effort = { runs: 5, seconds: 100, children: 100_000 };
const QUICK: Effort = { runs: 1, seconds: 10, children: 2_000 };

const MOST_MS = 100;
const MOST_KIB = 200;
const say = (text: string): void => void process.stderr.write(`  ${text}\n`);

type Measured = Readonly<{
  facts: number;
  pages: readonly MeasuredPage[];
  /** Each by itself, at the server. */
  alone: ReadonlyMap<MeasuredPage, number>;
  rounds: readonly Round[];
  /** One round with as many notices as pages, or why it broke off. */
  rush: Round | string;
  /** Of one processor, by all threads of the exchange, while the rounds went on. */
  busy: number;
  firstLoad: FirstLoad;
  /** Before anybody asked for a page, and after all. */
  before: Probe;
  after: Probe;
}>;

type Rounds = Pick<Measured, 'rounds' | 'busy'>;
const roundsOf = async (
  load: PageLoad,
  exchange: MeasuredProcess,
  { runs, seconds }: Effort,
): Promise<Rounds> => {
  exchange.resetDelay();
  const [begun, { cpuMs }] = [performance.now(), exchange.probe()];
  const rounds: Round[] = [];
  for (let run = 1; run <= runs; run += 1) {
    say(`run ${String(run)} of ${String(runs)}, ${String(seconds)} s`);
    rounds.push(await loadedFor(load, { seconds, notices: USUAL_NOTICES }));
  }
  return { rounds, busy: (exchange.probe().cpuMs - cpuMs) / (performance.now() - begun) };
};

const measuredAt = async (
  { exchange, home, writers }: Running,
  times: ServerTimes,
  effort: Effort,
): Promise<Measured> => {
  const before = exchange.probe();
  say('people sign in');
  const people = await peopleAt(exchange.url);
  const pages = measuredPages(people, await knownTo(people, home));
  const alone = await timesAlone(pages, times);
  const firstLoad = await firstLoadOf(people.desk, '/console/desk');
  const load = { url: exchange.url, children: home.children, writers, pages, times };
  const rounds = await roundsOf(load, exchange, effort);
  const after = exchange.probe();
  say('once more with as many notices as pages');
  const rush = await loadedFor(load, { seconds: effort.seconds, notices: RUSH_NOTICES }).catch(String);
  return { facts: home.facts, pages, alone, ...rounds, rush, firstLoad, before, after };
};

const measuredOn = async (home: Home, effort: Effort): Promise<Measured> => {
  // what building the views took stays with the process that built them
  await (await startOn(home)).exchange.stop();
  const times = new ServerTimes();
  try {
    const running = await startOn(home, times.environment);
    try {
      return await measuredAt(running, times, effort);
    } finally {
      await running.exchange.stop();
    }
  } finally {
    times.remove();
  }
};

/** Median over the runs of a percentile of one page's times. */
const ofPage = (
  { rounds }: Measured,
  page: MeasuredPage,
  [time, share]: readonly ['serverMs' | 'clientMs', number],
): number =>
  median(
    rounds.map((round) =>
      percentile(
        round.pages.filter((each) => each.page === page).map((each) => each[time]),
        share,
      ),
    ),
  );

const pageFigures = (measured: Measured, page: MeasuredPage): readonly Figure[] => {
  const whole = ofPage(measured, page, ['clientMs', 0.99]).toFixed(1);
  const alone = (measured.alone.get(page) ?? Number.NaN).toFixed(1);
  return [
    figure(`${page.name}, p99 at the server`, [ofPage(measured, page, ['serverMs', 0.99]), 'ms'], {
      under: MOST_MS,
    }),
    told(`${page.name}, p50 at the server`, [ofPage(measured, page, ['serverMs', 0.5]), 'ms'], {
      what: `alone ${alone} ms; from when it was due to its last byte, p99 ${whole} ms`,
    }),
  ];
};

const inKiB = (bytes: number): number => bytes / 1024;
/** Of all pages together, and of the one that is slowest. */
const rushFigures = ({ pages, rush }: Measured): readonly Figure[] => {
  const name = `with ${String(RUSH_NOTICES)} notices a second instead: pages, p99 at the server`;
  if (typeof rush === 'string') return [{ ...told(name, [0, 'ms'], { what: rush }), met: false }];
  const p99Of = (times: Round['pages']): number =>
    percentile(
      times.map(({ serverMs }) => serverMs),
      0.99,
    );
  const each = pages.map((page) => ({ page, p99: p99Of(rush.pages.filter((one) => one.page === page)) }));
  const [slowest] = each.toSorted((a, b) => b.p99 - a.p99);
  const what = `slowest: ${slowest?.page.name ?? ''}, ${slowest?.p99.toFixed(0) ?? ''} ms; notices, p99 from when they were due, ${percentile(rush.noticeMs, 0.99).toFixed(0)} ms`;
  return [told(name, [p99Of(rush.pages), 'ms'], { what })];
};

const otherFigures = ({ firstLoad, rounds, busy, before, after }: Measured): readonly Figure[] => {
  const { page, styles, scripts } = firstLoad;
  const parts = [page, styles, scripts].map((bytes) => inKiB(bytes).toFixed(1)).join(' + ');
  const notices = rounds.map(({ noticeMs }) => percentile(noticeMs, 0.99));
  return [
    figure(
      'first load of the inbox: page, styles and scripts, gzip',
      [inKiB(page + styles + scripts), 'KiB'],
      {
        under: MOST_KIB,
      },
    ),
    told('… its page alone', [inKiB(page), 'KiB'], { what: `page + styles + scripts: ${parts}` }),
    told('notices meanwhile, p99 from when they were due', [median(notices), 'ms'], {
      what: `${String(USUAL_NOTICES)} a second`,
    }),
    told('memory of the exchange with the console loaded', [after.rssMiB, 'MiB'], {
      what: `before the first page ${before.rssMiB.toFixed(0)}, at its peak ${after.peakRssMiB.toFixed(0)}`,
    }),
    told('the exchange’s event loop, p99 of its delay', [after.loopP99Ms, 'ms'], {
      what: `over all runs, of which it took ${busy.toFixed(2)} of a processor`,
    }),
  ];
};

/**
 * The console's main pages in turn, 20 a second while 2 notices a second arrive, on the data of `bench:view`, embedded. Time
 * at the server is from a request's headers to the last byte of its answer; how long it waited for a busy process before
 * that is in what it took from when it was due. `--quick` for a look: that it works, not how fast it is. `--home=FOLDER`:
 * as in `bench:view`.
 */
export const consoleFigures = async (words: readonly string[]): Promise<readonly Figure[]> => {
  const effort = words.includes('--quick') ? QUICK : FULL;
  say(`filling a log with ${String(effort.children)} children`);
  const home = await homeWith(effort.children, { kept: keptHome(words) });
  try {
    const measured = await measuredOn(home, effort);
    say(`${String(measured.facts)} facts`);
    const ofPages = measured.pages.flatMap((page) => pageFigures(measured, page));
    return [...ofPages, ...rushFigures(measured), ...otherFigures(measured)];
  } finally {
    home.remove();
  }
};
