import type { Capacity, RecipientDuty, Urgency } from '@ibex/kernel';
import { returnInterviewDueAt } from '../domain/interview.deadlines';
import type { Recorded } from '../domain/missing.history';
import type { KnownEpisode } from '../domain/missing.state';
import type { Party } from '../domain/missing.told';

type Telling = Readonly<{
  fact: Recorded;
  after: KnownEpisode;
  party: Party;
  isNew: boolean;
  urgency: Urgency;
}>;

const FIRST_NOTICE: Readonly<Partial<Record<Capacity, string>>> = {
  host: 'Check your own records, alert your out-of-hours team and the places that the child is known to go to, then acknowledge and say what you are doing.',
  responsible:
    'The authority in whose area your child lives reported the child missing. Make sure that the police know, take the episode up and acknowledge.',
  'area-at-risk':
    'The child may head for your area. Check whether the child or the people named are known to you, alert your out-of-hours team and acknowledge.',
};

const PUT_RIGHT: RecipientDuty = { text: 'Put your own copy right, then acknowledge.' };
const REMOVE: RecipientDuty = {
  text: 'Remove what you were told from your records and from any alert, then acknowledge.',
};

const firstNotice = ({ party, isNew, urgency }: Telling): RecipientDuty | undefined =>
  isNew && urgency === 'urgent' ? { text: FIRST_NOTICE[party.as] ?? 'Acknowledge.' } : undefined;

const commission = ({ fact, after, party }: Telling): RecipientDuty | undefined =>
  fact.type === 'MissingInterviewOffered' && fact.data.commissioned === party.gss && after.phase === 'ended'
    ? {
        text: 'Hold the return interview for the responsible authority within 72 hours of the return.',
        dueAt: returnInterviewDueAt(after.ended),
      }
    : undefined;

/** What an addressee should do. No law gives hours for an answer, so only the return interview carries a date. */
export const dutyOf = (telling: Telling): RecipientDuty | undefined => {
  if (telling.fact.type === 'MissingWithdrawn') return REMOVE;
  if (telling.fact.type === 'MissingCorrected' && !telling.isNew) return PUT_RIGHT;
  return firstNotice(telling) ?? commission(telling);
};
