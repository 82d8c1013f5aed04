import { setTimeout as sleep } from 'node:timers/promises';
import type { Line } from '../lines/line';
import type { Notice } from '../notices/invented-notices';
import type { Stage } from '../run/stage';
import { notTaken, optional } from './scenario';
import type { Scenario } from './scenario';

const PER_RECORD = 10;
const RESTART_RECORDS = 12;
const RESTART_AFTER = 20;
const RESTART_NOTICES = 60;
/** How many times longer a crowd may take than one. */
const CROWD_TAKES = 4;
/** So that there is an amid. */
const PACE_MS = 60;
const LOOK_EVERY_MS = 10;

/** So many notices about a tenth as many records, mixed, those of one record in their order. */
const crowd = (stage: Stage<Line>, count: number, records: number): readonly Notice[] => {
  const known = Array.from({ length: records }, () => stage.notices.record());
  const places = Array.from({ length: count }, (_, at) => known[at % records] ?? stage.notices.record());
  const met = new Set<unknown>();
  return stage.seed.shuffled(places, `crowd ${String(count)}`).map((record) => {
    const notice = stage.notice(met.has(record) ? 'changed' : 'notified', record);
    met.add(record);
    return notice;
  });
};

export const ENDURING: readonly Scenario[] = [
  {
    name: 'pause-and-burst',
    on: 'any',
    isHard: true,
    played: 'nothing for a while, then a burst, as after an outage of the exchange',
    expected: 'all taken, each in effect once, those of a record in their order',
    why: 'IBEX, promises of delivery: an absent subscriber catches up from its mailbox',
    play: async (stage) => {
      const { pauseMs, burst, settleMs } = stage.setup;
      await sleep(pauseMs);
      const notices = crowd(stage, burst, Math.ceil(burst / PER_RECORD));
      const beganMs = performance.now();
      const answers = await stage.deliverAll(notices);
      const sentMs = Math.round(performance.now() - beganMs);
      await stage.settled(notices, settleMs * CROWD_TAKES);
      return {
        faults: notTaken(answers),
        judge: (effects) => [...effects.onceEach(notices), ...effects.inOrder(notices)],
        told: { notices: burst, pausedMs: pauseMs, sentMs },
      };
    },
  },
  {
    name: 'restart',
    on: 'any',
    isHard: true,
    played: `${String(RESTART_NOTICES)} notices, with the receiver stopped at once and started again amid them`,
    expected:
      'what was answered with 2xx is in effect once, whatever was in hand; the rest is taken when sent again',
    why: 'IBEX, promises of delivery: nothing is lost; whoever answers 2xx has it for good',
    isMandatory: optional,
    missing: ({ restart }) => (restart ? undefined : '--restart-command'),
    play: async (stage) => {
      const notices = crowd(stage, RESTART_NOTICES, RESTART_RECORDS);
      const before = stage.answers.length;
      const taken = (): number =>
        stage.answers.slice(before).filter(({ outcome }) => outcome === 'taken').length;
      let isOver = false;
      const sending = stage.deliverAll(notices, PACE_MS).finally(() => (isOver = true));
      // amid them, not after them
      const mayStop = (): boolean => isOver || taken() >= RESTART_AFTER;
      while (!mayStop()) await sleep(LOOK_EVERY_MS);
      const hasRestarted = await stage.setup.restart?.().then(
        () => true,
        () => false,
      );
      const answers = await sending;
      if (hasRestarted !== true) return { faults: [], notJudged: 'the restart command did not end well' };
      await stage.settled(notices, stage.setup.settleMs * CROWD_TAKES);
      return {
        faults: notTaken(answers),
        judge: (effects) => [...effects.onceEach(notices), ...effects.inOrder(notices)],
        told: { notices: RESTART_NOTICES, tries: stage.answers.length - before },
      };
    },
  },
];
