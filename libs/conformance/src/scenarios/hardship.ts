import type { EffectLog } from '../effects/effect-log';
import type { Line } from '../lines/line';
import { retold } from '../notices/invented-notices';
import type { Notice } from '../notices/invented-notices';
import type { Stage } from '../run/stage';
import { notTaken, notTurnedAway, wordsOf } from './scenario';
import type { Scenario } from './scenario';

const OVERSIZE_BYTES = 5 * 1024 * 1024;
const TRIES_OF_POISON = 3;

/** What no receiver can deal with: an event whose content says nothing. */
const poisonous = (notice: Notice): Notice => retold(notice, { data: { kind: 7, links: null } });

/** Taken into what the receiver sets aside, or left with the exchange, which then does so. */
const poisonSentAsOften = async (stage: Stage<Line>, poison: Notice): Promise<boolean> => {
  for (let tries = 0; tries < TRIES_OF_POISON; tries += 1)
    if ((await stage.send(poison)).outcome === 'taken') return true;
  return false;
};

const stoodAsNotice = (effects: EffectLog, notice: Notice): boolean =>
  effects.of(notice).some(({ effect }) => effect === 'applied');

export const HARDSHIP: readonly Scenario[] = [
  {
    name: 'unknown-type',
    on: 'any',
    isHard: true,
    played: 'a notice of a type that does not exist yet, then a known one about the same record',
    expected: 'both taken; the known one in effect once',
    why: 'CloudEvents 1.0, type; IBEX, messages: event types come and go, which must not stop a feed',
    play: async (stage) => {
      const known = stage.notice();
      const unknown = retold(stage.notice('changed', known.record), {
        type: 'uk.ibex.placement.dreamt-of',
        dataschema: 'urn:ibex:schema:uk.ibex.placement.dreamt-of:1',
      });
      const answers = [await stage.deliver(unknown)];
      const after = stage.notice('changed', known.record);
      answers.push(await stage.deliver(after));
      await stage.settled([after]);
      return {
        faults: notTaken(answers),
        // whether the unknown one was kept is the receiver's own affair
        judge: (effects) => effects.onceEach([after]),
      };
    },
  },
  {
    name: 'emptied',
    on: 'any',
    isHard: true,
    played:
      'a notice, then what stands under its number once the sharing agreement that had opened it has ended',
    expected: 'both taken, and neither a notice in effect in place of the other',
    why: 'IBEX, sharing agreements: the end of one ends its flow at once; what was opened by it is to be deleted',
    play: async (stage) => {
      const first = stage.notice();
      const answers = [await stage.deliver(first)];
      await stage.settled([first]);
      const empty = stage.notices.emptied(first);
      answers.push(await stage.deliver(empty));
      const after = stage.notice();
      answers.push(await stage.deliver(after));
      await stage.settled([after]);
      return {
        faults: notTaken(answers),
        judge: (effects) => (stoodAsNotice(effects, empty) ? [`stands as a notice: ${empty.id}`] : []),
      };
    },
  },
  {
    name: 'poison',
    on: 'any',
    isHard: true,
    played: 'a well signed event whose content makes no sense, and notices about six other records after it',
    expected:
      'the others taken and in effect once; the poison refused, or taken and then set aside for a person',
    why: 'IBEX, promises of delivery: poison messages are quarantined without blocking other children',
    play: async (stage) => {
      const poison = poisonous(stage.notice());
      const [wasTaken, answers] = await Promise.all([
        poisonSentAsOften(stage, poison),
        (async () => {
          const others = stage.some(6);
          return { others, of: await stage.deliverAll(others) };
        })(),
      ]);
      await stage.settled(wasTaken ? [poison, ...answers.others] : answers.others);
      return {
        faults: notTaken(answers.of),
        judge: (effects) => [
          ...effects.onceEach(answers.others),
          ...(wasTaken ? effects.onceEach([poison], ['set-aside', 'noted']) : effects.none([poison])),
        ],
      };
    },
  },
  {
    name: 'oversize',
    on: 'webhook',
    isHard: true,
    isSeenInAnswers: true,
    played: 'a well signed notice of 5 MiB',
    expected: 'turned away with 4xx, or cut off, without effect; the next one is taken',
    why: 'Standard Webhooks 1.0, "Payload size": small; whoever reads everything can be filled up by anybody',
    play: async (stage) => {
      const forged = stage.notices.forged();
      const huge = retold(forged, { filler: 'x'.repeat(OVERSIZE_BYTES) });
      const answer = await stage.send(huge);
      const next = stage.notice();
      const after = await stage.deliver(next);
      const isOut =
        answer.status === undefined ? answer.fault !== 'timed-out' : notTurnedAway([answer]).length === 0;
      return {
        faults: [...(isOut ? [] : [`5 MiB were ${wordsOf(answer)}`]), ...notTaken([after])],
        judge: (effects) => [...effects.none([huge]), ...effects.onceEach([next])],
      };
    },
  },
];
