import { retold, withContent } from '../notices/invented-notices';
import type { Notice } from '../notices/invented-notices';
import { notTaken } from './scenario';
import type { Played, Scenario } from './scenario';
import type { Stage } from '../run/stage';
import type { Line } from '../lines/line';

/** Delivered, taken, and done exactly once. */
const takenOnce = async (stage: Stage<Line>, notice: Notice): Promise<Played> => {
  const answer = await stage.deliver(notice);
  await stage.settled([notice]);
  return { faults: notTaken([answer]), judge: (effects) => effects.onceEach([notice]) };
};

export const RECEIVING: readonly Scenario[] = [
  {
    name: 'valid',
    on: 'any',
    played: 'one notice, as the exchange sends it',
    expected: 'taken, and in effect once',
    why: 'IBEX, promises of delivery: every entry that passes arrives',
    play: (stage) => takenOnce(stage, stage.notice()),
  },
  {
    name: 'unknown-fields',
    on: 'any',
    played: 'a notice with a field in its content and an extension attribute that nobody knows yet',
    expected: 'taken, and in effect once',
    why: 'CloudEvents 1.0, "Extension context attributes"; IBEX, facts: an optional field keeps the version',
    play: (stage) =>
      takenOnce(
        stage,
        withContent(retold(stage.notice(), { addedlater: 'x' }), {
          addedLater: { anything: [1, 'two', null] },
        }),
      ),
  },
  {
    name: 'unknown-schema-version',
    on: 'any',
    played: 'a notice whose dataschema names the next version',
    expected: 'taken, and in effect, kept or set aside, once',
    why: 'IBEX, messages: integer version in dataschema; a receiver learns of a new one by meeting it',
    play: async (stage) => {
      const known = stage.notice();
      const notice = withContent(retold(known, { dataschema: `urn:ibex:schema:${known.type}:2` }), {
        addedLater: 'x',
      });
      const answer = await stage.deliver(notice);
      await stage.settled([notice]);
      return {
        faults: notTaken([answer]),
        judge: (effects) => effects.onceEach([notice], ['applied', 'noted', 'set-aside']),
      };
    },
  },
  {
    name: 'heartbeat',
    on: 'any',
    played: 'a heartbeat: a sign of life that is about no child',
    expected: 'taken, and no effect',
    why: 'IBEX, promises of delivery: a heartbeat message per subscription, so that silence is visible',
    play: async (stage) => {
      const beat = stage.notices.heartbeat();
      const answer = await stage.deliver(beat);
      const after = stage.notice();
      await stage.deliver(after);
      await stage.settled([after]);
      return { faults: notTaken([answer]), judge: (effects) => effects.none([beat]) };
    },
  },
];
