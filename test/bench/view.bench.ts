import { PostgresEngine } from '../../apps/cli/src/engines/postgres-engine';
import { told } from './engines/told';
import { median } from './figure';
import type { Figure } from './figure';
import { figure, percentile } from './report';
import { FULL, QUICK } from './view/effort';
import type { Effort } from './view/effort';
import { homeWith, keptHome } from './view/home';
import type { Home } from './view/home';
import { readTimes } from './view/mixed-load';
import type { Load } from './view/mixed-load';
import { questionsOf } from './view/reads';
import type { Question } from './view/reads';
import { rebuildRate } from './view/rebuilt';
import { startOn } from './view/running';
import type { Running } from './view/running';

/** At most so much of the p99 of a tenth of the log. */
const MOST_GROWTH = 1.3;
const secondsSince = (begun: number): string => ((performance.now() - begun) / 1000).toFixed(0);
const say = (text: string): void => void process.stderr.write(`  ${text}\n`);

const loadOf = ({ exchange, home, writers }: Running, { ask }: Question, { seconds }: Effort): Load => ({
  ...{ url: exchange.url, seconds, children: home.children, writers, ask },
});

/** Median over the runs of the p99 of one question. */
const p99Of = async (question: Question, running: Running, effort: Effort): Promise<number> => {
  const { facts, postgres } = running.home;
  say(`${question.name}, ${String(facts)} facts${postgres === undefined ? '' : ', PostgreSQL'}`);
  const p99s: number[] = [];
  for (let run = 0; run < effort.runs; run += 1) {
    const p99 = percentile(await readTimes(loadOf(running, question, effort)), 0.99);
    say(`… p99 ${p99.toFixed(1)} ms`);
    p99s.push(p99);
  }
  return median(p99s);
};

type Measured = Readonly<{ question: Question; p99: number }>;
type Sized = Readonly<{ facts: number; measured: readonly Measured[]; rebuild: number | undefined }>;

/** An exchange runs for months: what its first seconds take is start, and not measured here. */
const warmUp = async (running: Running, effort: Effort): Promise<void> => {
  for (const question of questionsOf(running)) await readTimes(loadOf(running, question, effort));
};

const rebuildOf = async (home: Home, { runs }: Effort): Promise<number> => {
  const rates: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const rate = await rebuildRate(home, run);
    say(`every view rebuilt, ${rate.toFixed(0)} facts a second`);
    rates.push(rate);
  }
  return median(rates);
};

const measuredOn = async (home: Home, effort: Effort): Promise<Sized> => {
  const begun = performance.now();
  const running = await startOn(home);
  say(`views, mailboxes, matches and clocks as the log has them after ${secondsSince(begun)} s`);
  const measured: Measured[] = [];
  try {
    await warmUp(running, effort);
    for (const question of questionsOf(running))
      measured.push({ question, p99: await p99Of(question, running, effort) });
  } finally {
    await running.exchange.stop();
  }
  return { facts: home.facts, measured, rebuild: home.isKept ? undefined : await rebuildOf(home, effort) };
};

type Where = Readonly<{ postgres?: string; kept?: string | undefined }>;
const sized = async (children: number, effort: Effort, where: Where): Promise<Sized> => {
  say(`filling a log with ${String(children)} children`);
  const home = await homeWith(children, where);
  try {
    return await measuredOn(home, effort);
  } finally {
    home.remove();
  }
};

const rebuildFigure = (few: Sized, many: Sized, engine: string): readonly Figure[] =>
  many.rebuild === undefined
    ? []
    : [
        told(
          `${engine}: rebuild of every view from zero, ${String(many.facts)} facts`,
          [Math.round(many.rebuild), 'facts/s'],
          { what: `beside ${String(Math.round(few.rebuild ?? Number.NaN))} with ${String(few.facts)}` },
        ),
      ];

const toFigures = (few: Sized, many: Sized, engine: 'embedded' | 'PostgreSQL'): readonly Figure[] => [
  ...many.measured.flatMap(({ question, p99 }, at) => {
    const name = `${engine}: ${question.name}`;
    const under = engine === 'embedded' ? question.embeddedMs : question.postgresMs;
    const before = few.measured[at]?.p99 ?? Number.NaN;
    const growth = p99 / before;
    return [
      figure(`${name}, p99 with ${String(many.facts)} facts`, [p99, 'ms'], { under }),
      {
        ...figure(`${name}, p99 against that with ${String(few.facts)}`, [growth, 'x'], {
          under: MOST_GROWTH,
        }),
        ratio: growth,
      },
    ];
  }),
  ...rebuildFigure(few, many, engine),
];

type On = (children: number, effort: Effort, kept?: string) => Promise<Sized>;
const onPostgres: On = async (children, effort) => {
  const server = await PostgresEngine.start();
  try {
    return await sized(children, effort, { postgres: server.url });
  } finally {
    await server.stop();
  }
};

const embedded: On = (children, effort, kept) => sized(children, effort, { kept });

const figuresOn = async (
  engine: 'embedded' | 'PostgreSQL',
  on: On,
  { effort, kept }: Readonly<{ effort: Effort; kept: string | undefined }>,
): Promise<readonly Figure[]> => {
  const few = await on(effort.fewChildren, effort);
  return toFigures(few, await on(effort.children, effort, kept), engine);
};

/**
 * What people read of a child and of their work, each question 50 times a second while 50 notices a second arrive.
 * `--quick` for a look: that it works, not how fast it is. `--embedded` or `--postgres`: on that alone. `--home=FOLDER`:
 * keeps the larger embedded home there for another run, and rebuilds no view of it.
 */
export const viewOfChildFigures = async (words: readonly string[]): Promise<readonly Figure[]> => {
  const how = { effort: words.includes('--quick') ? QUICK : FULL, kept: keptHome(words) };
  const figures: Figure[] = [];
  if (!words.includes('--postgres')) figures.push(...(await figuresOn('embedded', embedded, how)));
  if (!words.includes('--embedded')) figures.push(...(await figuresOn('PostgreSQL', onPostgres, how)));
  return figures;
};
