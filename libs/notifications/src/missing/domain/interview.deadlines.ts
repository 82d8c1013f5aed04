import { addHours, startOfLondonDay } from '@ibex/kernel';
import type { DutyOpened, Instant } from '@ibex/kernel';
import { certainFrom, isHistory, textOf } from './missing.moment';
import type { Moment } from './missing.moment';
import { meet, release } from './missing.turn';
import type { Changes, Turn } from './missing.turn';

const HOURS = 72;

/** 72 elapsed hours, whatever the clocks do; from a date without a time, counted from the end of that London day. */
export const returnInterviewDueAt = (returned: Moment): Instant => addHours(certainFrom(returned), HOURS);

export const RETURN_INTERVIEW = 'return-interview';

/** Owed to the child, so there is no authority to which it is owed. */
const returnInterviewDuty = (responsible: string, returned: Moment): DutyOpened => ({
  change: 'opened',
  key: RETURN_INTERVIEW,
  kind: 'return-interview',
  text:
    'Hold an independent return interview with the child within 72 hours of the return' +
    ('at' in returned ? '' : ' (only the date of the return is known: counted from the end of that day)'),
  owedBy: responsible,
  startedAt: textOf(returned),
  dueAt: returnInterviewDueAt(returned),
  source:
    'Statutory guidance on children who run away or go missing from home or care (DfE, January 2014), ' +
    'return interviews: within 72 hours; the responsible authority arranges it for a child placed elsewhere',
});

/** For an old return nothing says whether the interview was held, so its clock would only accuse. */
export const returnInterview = (responsible: string, returned: Moment, recordedAt: Instant): Changes =>
  isHistory(returned, recordedAt) ? [] : [returnInterviewDuty(responsible, returned)];

/** An offer after a refusal starts no new clock: the 72 hours still count from the return. */
export const onOffered = ({ fact, after, open }: Turn<'MissingInterviewOffered'>): Changes =>
  after.phase !== 'ended' || open.includes(RETURN_INTERVIEW)
    ? []
    : returnInterview(after.episode.responsible, after.ended, fact.recordedAt);

/** Of a date without a time the doubt counts for the authority that owes the interview. */
export const onHeld = ({ fact, open }: Turn<'MissingInterviewHeld'>): Changes => {
  const { when } = fact.data;
  return meet(open, 'at' in when ? when.at : startOfLondonDay(when.on), RETURN_INTERVIEW);
};

export const onDeclined = ({ open }: Turn<'MissingInterviewDeclined'>): Changes =>
  release(
    open.filter((key) => key === RETURN_INTERVIEW),
    'The return interview was declined.',
  );

/** A corrected return moves the clock that runs from it. */
export const onReturnCorrected = ({ fact, after, open }: Turn<'MissingCorrected'>): Changes =>
  fact.data.end && after.phase === 'ended' && open.includes(RETURN_INTERVIEW)
    ? [returnInterviewDuty(after.episode.responsible, after.ended)]
    : [];
