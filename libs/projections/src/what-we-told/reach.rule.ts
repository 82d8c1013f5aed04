import type { MailboxEntry } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import type { ToldReach } from './what-we-told.dto';
import type { ToldStepRow, ToldTaskRow } from './what-we-told.schema';

/** Of one fact: the entries that it led to, how far each came, and whom the sender tells by other means. */
export type ReachOf = Readonly<{
  entries: readonly Pick<MailboxEntry, 'authority'>[];
  steps: readonly ToldStepRow[];
  tasks: readonly ToldTaskRow[];
}>;

type Step = Exclude<keyof ToldStepRow, 'factId' | 'authority'>;
const STEPS: readonly Step[] = ['deliveredAt', 'openedAt', 'acknowledgedAt'];

/** Each recipient counts once: who has joined and finds it in its mailbox is told there, even if a letter went before. */
export const reachIn = ({ entries, steps, tasks }: ReachOf): Plain<ToldReach> => {
  const inMailbox = new Set(entries.map(({ authority }) => authority));
  const others = tasks.filter(({ recipient, state }) => state !== 'joined' && !inMailbox.has(recipient));
  const known = steps.filter(({ authority }) => inMailbox.has(authority));
  // whoever opened or took it on had it
  const reached = (step: Step): number =>
    known.filter((row) => STEPS.slice(STEPS.indexOf(step)).some((later) => row[later] !== null)).length;
  const delivered = reached('deliveredAt');
  return {
    told: inMailbox.size + others.length,
    waiting: inMailbox.size - delivered,
    delivered,
    opened: known.filter(({ openedAt }) => openedAt !== null).length,
    acknowledged: reached('acknowledgedAt'),
    toTell: others.filter(({ state }) => state === 'open').length,
    toldOtherwise: others.filter(({ state }) => state === 'done').length,
  };
};
