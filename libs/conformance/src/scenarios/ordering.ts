import type { Notice, Telling } from '../notices/invented-notices';
import type { Line } from '../lines/line';
import type { Stage } from '../run/stage';
import { notTaken } from './scenario';
import type { Scenario } from './scenario';

const RECORDS = 6;
const LATER: readonly Telling[] = ['changed', 'supplied', 'changed', 'ended'];

/** Some records, each with a notice and what follows it, the records mixed. */
const courses = (stage: Stage<Line>): readonly Notice[] => {
  const records = Array.from({ length: RECORDS }, () => stage.notices.record());
  const tellings: readonly Telling[] = ['notified', ...LATER];
  return tellings.flatMap((telling, at) =>
    stage.seed.shuffled(records, `order ${String(at)}`).map((record) => stage.notice(telling, record)),
  );
};

export const ORDERING: readonly Scenario[] = [
  {
    name: 'order-per-child',
    on: 'any',
    played: `five notices each about ${String(RECORDS)} records, mixed; of one record the next leaves once the last was taken`,
    expected: 'all taken, each in effect once, those of a record in their order',
    why: 'IBEX, promises of delivery: order per child',
    play: async (stage) => {
      const notices = courses(stage);
      const answers = await stage.deliverAll(notices);
      await stage.settled(notices);
      return {
        faults: notTaken(answers),
        judge: (effects) => [...effects.onceEach(notices), ...effects.inOrder(notices)],
      };
    },
  },
  {
    name: 'late-older',
    on: 'any',
    played: 'the end of a placement, and then its beginning, which had been set aside and is sent once more',
    expected:
      'both taken, each in effect once; what is older is marked late, and does not stand as the latest',
    why: 'IBEX, promises of delivery: poison is redriven and history replayed, so an older notice may come after a newer one',
    play: async (stage) => {
      const older = stage.notice();
      const newer = stage.notice('ended', older.record);
      const answers = [await stage.deliver(newer)];
      await stage.settled([newer]);
      answers.push(await stage.deliver(older));
      await stage.settled([older]);
      return {
        faults: notTaken(answers),
        judge: (effects) => [...effects.onceEach([newer]), ...effects.onceEach([older], ['late', 'noted'])],
      };
    },
  },
  {
    name: 'children-apart',
    on: 'any',
    played: 'five notices about five records, in the reverse of their mailbox order, as urgent ones overtake',
    expected: 'all taken, each in effect once: the numbers of a mailbox need not ascend',
    why: 'IBEX, promises of delivery: order is per child; an urgent notice has a lane of its own',
    play: async (stage) => {
      const notices = stage.some(5).toReversed();
      const answers = [];
      for (const notice of notices) answers.push(await stage.deliver(notice));
      await stage.settled(notices);
      return { faults: notTaken(answers), judge: (effects) => effects.onceEach(notices) };
    },
  },
];
