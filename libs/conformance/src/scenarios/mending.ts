import type { EffectWord } from '../effects/effect';
import type { EffectLog } from '../effects/effect-log';
import type { Line } from '../lines/line';
import type { Notice, Telling } from '../notices/invented-notices';
import type { Stage } from '../run/stage';
import { notTaken } from './scenario';
import type { Played, Scenario } from './scenario';

const mended = async (stage: Stage<Line>, telling: Telling, word: EffectWord): Promise<Played> => {
  const first = stage.notice();
  const second = stage.notice(telling, first.record);
  const answers = [await stage.deliver(first)];
  // order is another scenario's affair
  await stage.settled([first]);
  answers.push(await stage.deliver(second));
  await stage.settled([second]);
  return {
    faults: notTaken(answers),
    judge: (effects) => [...effects.onceEach([first]), ...effects.onceEach([second], [word])],
  };
};

/** Whether what was recalled stands all the same. */
const stands = (effects: EffectLog, recalled: Notice): readonly string[] =>
  effects.of(recalled).at(-1)?.effect === 'applied'
    ? [`stands although it was recalled: ${recalled.id}`]
    : [];

export const MENDING: readonly Scenario[] = [
  {
    name: 'recall',
    on: 'any',
    played: 'a notice, then its recall: it was posted in error',
    expected: 'the notice in effect once, then the recall once, as "recalled" and not as one more notice',
    why: 'IBEX, facts: a recall reaches every past recipient and is tracked to "corrected there too"',
    play: (stage) => mended(stage, 'withdrawn', 'recalled'),
  },
  {
    name: 'recall-first',
    on: 'any',
    played: 'the recall of a notice that has not arrived yet, then that notice',
    expected: 'the recall in effect once, as "recalled"; the notice taken, and not left standing',
    why: 'IBEX, promises of delivery: what was set aside may be sent again after its recall',
    play: async (stage) => {
      const first = stage.notice();
      const recall = stage.notice('withdrawn', first.record);
      const answers = [await stage.deliver(recall)];
      await stage.settled([recall]);
      answers.push(await stage.deliver(first));
      // without effect is right as well, so that something after it has to be waited for
      const after = stage.notice();
      await stage.deliver(after);
      await stage.settled([after]);
      return {
        faults: notTaken(answers),
        judge: (effects) => [...effects.onceEach([recall], ['recalled']), ...stands(effects, first)],
      };
    },
  },
  {
    name: 'correction',
    on: 'any',
    played: 'a notice, then its correction',
    expected:
      'the notice in effect once, then the correction once, as "corrected" and not as one more notice',
    why: 'IBEX, facts: corrections are facts; UK GDPR art 5(1)(d) and art 19',
    play: (stage) => mended(stage, 'corrected', 'corrected'),
  },
];
