import { setTimeout as pause } from 'node:timers/promises';
import { openWebhook } from '../../support/receivers/open-webhook';
import { Receivers } from '../../support/receivers/receivers';
import { brokenPromises } from '../../faults/delivery/broken-promises';
import { entriesOf, whatWasRecorded } from '../../faults/delivery/what-was-recorded';
import { told } from '../engines/told';
import type { Figure } from '../figure';
import { figure, percentile } from '../report';
import { caughtUp } from '../tokens';
import { DAY_MS, tellThroughTheDay, triesOf } from './absent-day';
import type { Effort } from './effort';
import { HeardByReceivers } from './heard-by-receivers';
import type { Taken } from './heard-by-receivers';
import { MovedExchange } from './moved-exchange';
import { inMs, say } from './progress';
import type { Subscriber } from './subscribers';
import { temporaryHome } from './temporary-home';
import { missingFrom, postAll } from './told-notices';

export const ABSENT = 'E09000008';
const OTHER = 'E09000007';
const WITHIN_S = 300;
/** It is waited longer than that, to be able to tell how long it took. */
const GIVEN_UP_AFTER_MS = 1_200_000;
const NOTICED_WITHIN_JUMPS = 48;
const LOOK_MS = 250;
const URGENT_EVERY_MS = 250;
const URGENT = 60;

type Stage = Readonly<{
  home: string;
  receivers: Receivers;
  exchange: MovedExchange;
  absent: Subscriber;
}>;
/** `waiting`: how many had not come when it was given up. */
type Return = Readonly<{
  noticedAfterHours: number;
  seconds: number;
  waiting: number;
  urgent: readonly Taken[];
}>;

const differentAt = async ({ receivers, absent }: Stage): Promise<number> =>
  (await receivers.count())[absent.receiver]?.different ?? 0;

/** The receiver is there again, and says so to nobody: how long by its own clock until the exchange finds out. */
const untilNoticed = async (stage: Stage): Promise<number> => {
  await stage.receivers.behave(stage.absent.group, 'takes');
  const from = stage.exchange.hoursAhead;
  for (let jump = 0; jump < NOTICED_WITHIN_JUMPS; jump += 1) {
    await stage.exchange.jump();
    await pause(LOOK_MS);
    if ((await differentAt(stage)) > 0) return stage.exchange.hoursAhead - from;
  }
  throw new Error('nothing was tried within eight hours');
};

const headOf = (home: string): number =>
  entriesOf(home).filter(({ authority }) => authority === ABSENT).length;

/** Meanwhile children go missing: what is urgent has to overtake what waits. */
const catchUp = async (stage: Stage): Promise<Return> => {
  const noticedAfterHours = await untilNoticed(stage);
  const begun = performance.now();
  const heard = new HeardByReceivers(stage.receivers, [stage.absent]);
  const plan = Array.from({ length: URGENT }, (_, i) => missingFrom(OTHER, ABSENT, i * URGENT_EVERY_MS));
  const posted = await postAll(stage.exchange.url, plan, await stage.exchange.tokens('placing-practitioner'));
  const urgent = await heard.allOf(posted, () => true, GIVEN_UP_AFTER_MS);
  const waiting = await untilAllCame(stage, begun + GIVEN_UP_AFTER_MS);
  return { noticedAfterHours, waiting, seconds: (performance.now() - begun) / 1000, urgent };
};

const untilAllCame = async (stage: Stage, until: number): Promise<number> => {
  for (;;) {
    const waiting = headOf(stage.home) - (await differentAt(stage));
    if (waiting <= 0 || performance.now() > until) return waiting;
    await pause(LOOK_MS);
  }
};

/** Nothing of what waited, in the order of waiting: by the receiver's own log. */
const brokenAt = async ({ home, receivers, absent }: Stage) => {
  const recorded = whatWasRecorded(home);
  const mine = <T extends Readonly<{ authority: string }>>(all: readonly T[]): readonly T[] =>
    all.filter(({ authority }) => authority === ABSENT);
  const arrivals = await receivers.arrivals();
  const of = { ...recorded, entries: mine(recorded.entries), deliveries: mine(recorded.deliveries) };
  const broken = brokenPromises(of, arrivals, [{ ...absent, passes: () => true }]);
  return { broken, entries: of.entries.length, repeated: arrivals.length - of.entries.length };
};

const toFigures = (
  { noticedAfterHours, seconds, waiting, urgent }: Return,
  { broken, entries, repeated }: Awaited<ReturnType<typeof brokenAt>>,
  tries: number,
): readonly Figure[] => {
  const many = entries.toLocaleString('en-GB');
  const times = urgent.map(({ ms }) => ms);
  const checked = [
    figure('of them lost, out of order per child, or not on record', [broken.length, 'kinds'], { under: 1 }),
    told('of them sent more than once, with the same id', [repeated, 'messages'], {
      what: 'none after dedupe',
    }),
  ];
  return [
    figure(`${many} entries that waited a day, from the first taken to the last`, [seconds, 's'], {
      under: WITHIN_S,
    }),
    ...(waiting > 0
      ? [told('of them still to come when it was given up', [waiting, 'entries'], { what: 'none, in time' })]
      : checked),
    told('missing child reported meanwhile, to the same webhook, p99', [percentile(times, 0.99), 'ms'], {
      what: 'past everything that waits',
    }),
    told('tries in that day', [tries, 'tries'], { what: 'by the schedule of pauses' }),
    told('until a receiver that is back is found by itself', [noticedAfterHours, 'h'], {
      what: 'of the moved clock; at once if it pauses and resumes',
    }),
  ];
};

const open = async (home: string): Promise<Stage> => {
  const receivers = await Receivers.start();
  await receivers.behave('down', 'refuses');
  const exchange = await MovedExchange.start(home, receivers);
  const desk = (await exchange.tokens('duty-desk')).get(ABSENT) ?? '';
  const receiver = `down-all-${ABSENT.toLowerCase()}`;
  const id = await openWebhook(exchange.url, desk, { receiver });
  const lanes = ['urgent', 'standard'] as const;
  const absent: Subscriber = { id, receiver, lanes, authority: ABSENT, kind: 'all', group: 'down' };
  return { home, receivers, exchange, absent };
};

const measure = async (stage: Stage, waiting: number): Promise<readonly Figure[]> => {
  const { exchange } = stage;
  const position = await tellThroughTheDay(exchange, ABSENT, waiting);
  await caughtUp(exchange.url, (await exchange.tokens('duty-desk')).get(OTHER) ?? '', position);
  const tries = await triesOf(exchange, stage.absent);
  say(
    `${String(headOf(stage.home))} wait after ${String(DAY_MS / 3_600_000)} hours and ${String(tries)} tries`,
  );
  const back = await catchUp(stage);
  say(
    `caught up in ${back.seconds.toFixed(1)} s; urgent ones meanwhile ${inMs(
      percentile(
        back.urgent.map(({ ms }) => ms),
        0.99,
      ),
    )}`,
  );
  // in good order, so that all is on record
  await exchange.stop();
  const found = await brokenAt(stage);
  if (back.waiting <= 0) for (const fault of found.broken) say(fault);
  return toFigures(back, found, tries);
};

/** A subscriber whose endpoint is away for a day, by a clock that is moved ten minutes at a time, and comes back. Once. */
export const absentFigures = async ({ waiting }: Effort): Promise<readonly Figure[]> => {
  const { home, remove } = temporaryHome();
  const stage = await open(home);
  try {
    return await measure(stage, waiting);
  } finally {
    await stage.exchange.stop();
    await stage.receivers.stop();
    remove();
  }
};
