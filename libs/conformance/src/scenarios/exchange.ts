import { setTimeout as sleep } from 'node:timers/promises';
import { brokenDown, busyFor, goneFromSight } from '../exchange/stand-in-exchange';
import type { Asked } from '../exchange/stand-in-exchange';
import type { Line } from '../lines/line';
import type { Notice } from '../notices/invented-notices';
import type { Setup, Stage } from '../run/stage';
import { notTaken, optional } from './scenario';
import type { Played, Scenario } from './scenario';

const HELD_MS = 5_000;
const RETRY_AFTER_S = 1;
/** A second asked for, less what clocks and timers differ by. */
const SOONEST_MS = 900;
const MOST_REPEATS = 6;
const LOOK_EVERY_MS = 50;

const needsExchange = ({ hasExchange }: Setup): string | undefined =>
  hasExchange ? undefined : '--exchange-port';

const nobodyAsked = (asked: readonly Asked[], what: string): Pick<Played, 'notJudged'> =>
  asked.length === 0 ? { notJudged: `the receiver asked for no ${what}` } : {};

/** Waits until that was asked so often, or for as long as the receiver may take. */
const askedFor = async (
  stage: Stage<Line>,
  notice: Notice,
  what: Asked['what'],
  times: number,
): Promise<void> => {
  const untilMs = Date.now() + stage.setup.settleMs;
  while (stage.exchange.askedAbout(notice, what).length < times && Date.now() < untilMs)
    await sleep(LOOK_EVERY_MS);
};

const tooSoon = (asked: readonly Asked[]): readonly string[] => {
  const waits = asked.slice(1).map(({ atMs }, at) => Math.round(atMs - (asked[at]?.atMs ?? 0)));
  const soon = waits.filter((wait) => wait < SOONEST_MS);
  return soon.map(
    (wait) => `asked again after ${String(wait)} ms although told to wait ${String(RETRY_AFTER_S)} s`,
  );
};

const withExchange = { missing: needsExchange, isMandatory: optional } as const;

export const EXCHANGE: readonly Scenario[] = [
  {
    name: 'detail-slow',
    on: 'any',
    ...withExchange,
    played:
      'a notice whose detail the exchange takes up to 5 s to give, and one about another record meanwhile',
    expected: 'both taken, each in effect once, the other one without waiting for the slow detail',
    why: 'IBEX, promises of delivery: one child does not hold up another',
    play: async (stage) => {
      const [slow, other] = [stage.notice(), stage.notice()];
      let wasHeldUp = false;
      stage.exchange.onDetail(slow, async (nth) => {
        if (nth > 1) return undefined;
        wasHeldUp = !(await stage.settled([other], HELD_MS));
        return undefined;
      });
      const answers = await Promise.all([stage.deliver(slow), stage.deliver(other)]);
      await stage.settled([slow, other]);
      return {
        faults: notTaken(answers),
        judge: (effects) => [
          ...effects.onceEach([slow, other]),
          ...(wasHeldUp ? ['the other record waited for the slow detail'] : []),
        ],
        ...nobodyAsked(stage.exchange.askedAbout(slow, 'detail'), 'detail'),
      };
    },
  },
  {
    name: 'detail-gone',
    on: 'any',
    ...withExchange,
    played: 'a notice whose detail is not to be seen any more (404), then one about another record',
    expected: `both taken; what is gone is asked for at most ${String(MOST_REPEATS)} times; the other one in effect once`,
    why: 'IBEX, who may see what: rights are those of the moment of reading; forbidden and unknown look the same',
    play: async (stage) => {
      const [gone, other] = [stage.notice(), stage.notice()];
      stage.exchange.onDetail(gone, () => goneFromSight);
      const answers = [await stage.deliver(gone), await stage.deliver(other)];
      await stage.settled([other]);
      const asked = stage.exchange.askedAbout(gone, 'detail');
      return {
        faults: [
          ...notTaken(answers),
          ...(asked.length > MOST_REPEATS ? [`asked ${String(asked.length)} times for what is gone`] : []),
        ],
        judge: (effects) => effects.onceEach([other]),
        ...nobodyAsked(asked, 'detail'),
      };
    },
  },
  {
    name: 'exchange-busy',
    on: 'any',
    ...withExchange,
    played: 'a notice whose detail is answered with 429, then with 503, each asking to wait a second',
    expected: 'taken and in effect once; asked again no sooner than told',
    why: 'IBEX, interfaces: 429 with Retry-After; RFC 9110, 10.2.3',
    play: async (stage) => {
      const notice = stage.notice();
      stage.exchange.onDetail(notice, (nth) =>
        nth > 2 ? undefined : busyFor(RETRY_AFTER_S, nth === 1 ? 429 : 503),
      );
      const answer = await stage.deliver(notice);
      await askedFor(stage, notice, 'detail', 1);
      const asked = (): readonly Asked[] => stage.exchange.askedAbout(notice, 'detail');
      if (asked().length > 0) await stage.settled([notice], stage.setup.settleMs + HELD_MS);
      return {
        faults: [...notTaken([answer]), ...tooSoon(asked())],
        judge: (effects) => effects.onceEach([notice]),
        ...nobodyAsked(asked(), 'detail'),
      };
    },
  },
  {
    name: 'detail-broken',
    on: 'any',
    ...withExchange,
    isHard: true,
    played:
      'a notice whose detail the exchange cannot give (500 each time), and six about other records after it',
    expected:
      'the others taken and in effect once; the broken one at most once, and kept for a person if it was taken',
    why: 'IBEX, promises of delivery: quarantined without blocking other children',
    play: async (stage) => {
      const broken = stage.notice();
      stage.exchange.onDetail(broken, () => brokenDown);
      const sending = stage.send(broken);
      const others = stage.some(6);
      const answers = await stage.deliverAll(others);
      const { outcome } = await sending;
      const wasTaken = outcome === 'taken';
      await stage.settled(others);
      const asked = stage.exchange.askedAbout(broken, 'detail');
      if (wasTaken && asked.length > 0) await stage.settled([broken], stage.setup.settleMs + HELD_MS);
      return {
        faults: notTaken(answers),
        judge: (effects) => [
          ...effects.onceEach(others),
          ...(wasTaken ? effects.onceEach([broken], ['set-aside', 'noted']) : []),
        ],
        ...nobodyAsked(asked, 'detail'),
      };
    },
  },
  {
    name: 'acknowledgement',
    on: 'any',
    ...withExchange,
    played: 'a notice whose acknowledgement the exchange first answers with 503, asking to wait a second',
    expected: 'acknowledged again with the same Idempotency-Key, no sooner than told; in effect once',
    why: 'IBEX, interfaces: Idempotency-Key on every POST; the receiving authority acknowledges',
    play: async (stage) => {
      const notice = stage.notice();
      stage.exchange.onAcknowledgement(notice, (nth) => (nth > 1 ? undefined : busyFor(RETRY_AFTER_S, 503)));
      const answer = await stage.deliver(notice);
      await stage.settled([notice], stage.setup.settleMs + HELD_MS);
      const asked = (): readonly Asked[] => stage.exchange.askedAbout(notice, 'acknowledgement');
      await askedFor(stage, notice, 'acknowledgement', 1);
      if (asked().length > 0) await askedFor(stage, notice, 'acknowledgement', 2);
      const keys = new Set(asked().map(({ idempotencyKey }) => idempotencyKey));
      return {
        faults: [
          ...notTaken([answer]),
          ...tooSoon(asked()),
          ...(asked().length === 1 ? ['not acknowledged again after 503'] : []),
          ...(keys.has(undefined) ? ['acknowledged without an Idempotency-Key'] : []),
          ...(keys.size > 1 ? ['acknowledged again with another Idempotency-Key'] : []),
        ],
        judge: (effects) => effects.onceEach([notice]),
        ...nobodyAsked(asked(), 'acknowledgement'),
      };
    },
  },
];
