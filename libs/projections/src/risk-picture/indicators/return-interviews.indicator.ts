import { addDays } from '@ibex/kernel';
import type { Instant } from '@ibex/kernel';
import { absence, notKnown } from '../absence';
import { episodesOf } from '../episodes';
import type { EpisodeNotice } from '../episodes';
import { dayOf, earliestOf, hoursAfter, momentIn } from '../fact-fields';
import type { Moment } from '../fact-fields';
import type { Finding, Indicator, Picture } from '../picture';

const HOURS = 72;

type Outcome = 'held in time' | 'held late' | 'declined' | 'none on record, time is over' | 'not due yet';

const last = ({ facts }: EpisodeNotice, type: string): Moment | undefined =>
  facts
    .filter((fact) => fact.type === type)
    .map(({ data }) => momentIn(data, 'when'))
    .findLast((moment) => moment !== undefined);

/** A day without a time counts for whoever owes the interview. */
export const outcomeOf = (notice: EpisodeNotice, ended: Moment, now: Instant): Outcome => {
  const dueAt = hoursAfter(ended, HOURS);
  const held = last(notice, 'MissingInterviewHeld');
  if (held) return earliestOf(held) > dueAt ? 'held late' : 'held in time';
  if (last(notice, 'MissingInterviewDeclined')) return 'declined';
  return now > dueAt ? 'none on record, time is over' : 'not due yet';
};

/** Areas that were only asked to look out are not told of interviews. */
const hearsOfInterviews = ({ toldAs }: EpisodeNotice): boolean =>
  toldAs !== 'area-at-risk' && toldAs !== 'previous-host';

const COUNTED: readonly Outcome[] = [
  'held in time',
  'held late',
  'declined',
  'none on record, time is over',
  'not due yet',
];

const of = (picture: Picture): Finding => {
  const since = addDays(picture.today, -364);
  const ended = episodesOf(picture.facts)
    .flatMap(({ notices }) => notices)
    .flatMap((notice) => (notice.ended ? [{ notice, end: notice.ended }] : []))
    .filter(({ notice, end }) => !notice.alreadyOver && dayOf(end) >= since && dayOf(end) <= picture.today);
  const heard = ended.filter(({ notice }) => hearsOfInterviews(notice));
  if (heard.length === 0 && ended.length > 0)
    return notKnown('Your authority is not told of the return interviews of these episodes.');
  if (heard.length === 0) return absence(picture, ['missing'], 'No return in the last 365 days.');
  const outcomes = heard.map(({ notice, end }) => ({
    on: dayOf(end),
    outcome: outcomeOf(notice, end, picture.now),
  }));
  return {
    state: 'found',
    says: 'What became of the interview after each return.',
    values: [
      ...COUNTED.map((label) => ({
        label,
        count: outcomes.filter(({ outcome }) => outcome === label).length,
      })),
      ...outcomes.map(({ on, outcome }) => ({ label: 'returned', on, text: outcome })),
    ],
    facts: heard.flatMap(({ notice }) => notice.facts),
  };
};

export const returnInterviews: Indicator = {
  name: 'return-interviews',
  title: 'Return interviews late or declined',
  definition:
    'For each return of the last 365 days: whether the return interview was held within 72 hours (statutory guidance of January 2014), held later, declined, or is not on record although 72 hours have passed. Where only a day is known, it counts for whoever owes the interview. Episodes that were told when they were over are left out, since nothing more is posted about them.',
  window: 'Returns of the last 365 days.',
  group: 'course',
  notifications: ['missing'],
  of,
};
