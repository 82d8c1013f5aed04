import { notTaken, wordsOf } from './scenario';
import type { Scenario } from './scenario';

const AT_ONCE = 4;

export const REPEATING: readonly Scenario[] = [
  {
    name: 'duplicate-later',
    on: 'any',
    played: 'the same notice three times, one after the other',
    expected: 'taken each time, in effect once',
    why: 'IBEX, promises of delivery: at least once, a stable id for dedupe',
    play: async (stage) => {
      const notice = stage.notice();
      const first = await stage.deliver(notice);
      await stage.settled([notice]);
      const again = [await stage.deliver(notice), await stage.deliver(notice)];
      // had it been done again, that would be seen before this one
      const after = stage.notice('changed', notice.record);
      await stage.deliver(after);
      await stage.settled([after]);
      return {
        faults: notTaken([first, ...again]),
        judge: (effects) => effects.onceEach([notice]),
      };
    },
  },
  {
    name: 'duplicate-at-once',
    on: 'webhook',
    played: `the same notice on ${String(AT_ONCE)} connections at once, as when a lease moves or an answer is lost`,
    expected: 'taken by one at least and turned away by none (429 or 503 will do), in effect once',
    why: 'IBEX, promises of delivery: at least once; a process that lost its lease may still be sending',
    play: async (stage) => {
      const notices = stage.some(3);
      const answers = [];
      for (const notice of notices)
        answers.push(await Promise.all(Array.from({ length: AT_ONCE }, () => stage.send(notice))));
      const last = await Promise.all(notices.map((notice) => stage.deliver(notice)));
      await stage.settled(notices);
      const refused = answers.flat().filter(({ outcome }) => outcome === 'refused' || outcome === 'gone');
      return {
        faults: [...refused.map(wordsOf), ...notTaken(last)],
        judge: (effects) => effects.onceEach(notices),
      };
    },
  },
];
