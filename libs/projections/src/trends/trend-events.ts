import { daysBetween, foldOf, isCivilDate, londonDateOf } from '@ibex/kernel';
import type { RecordedFact } from '@ibex/kernel';
import type { MissingData, MissingFact } from '@ibex/notifications';
import type { PlacementStory, Stay } from '../shared/placement-story';
import type { Topic } from './trend-topics';

/** One thing that is counted. `on`: London date on which it happened. */
export type TrendEvent = Readonly<{
  topic: Topic;
  item: string;
  authority: string;
  on: string;
  outcome: string;
}>;

const WEEK = 7;
const MONTH = 31;
/** From when it happened, as its sender says, to when it was recorded. */
const timelinessOf = ({ startsOn, recordedAt }: Stay): string => {
  const days = daysBetween(startsOn, londonDateOf(recordedAt));
  if (days <= 0) return 'by-the-day';
  if (days <= WEEK) return 'within-a-week';
  return days <= MONTH ? 'within-a-month' : 'later';
};

/** What is restricted is counted nowhere: the totals of others would tell of it. */
const stayEvents = (owner: string, stay: Stay, at: number): readonly TrendEvent[] => {
  const { host, restricted, startsOn } = stay;
  if (restricted || host.kind === 'withheld') return [];
  const event = { item: `stay-${String(at + 1)}`, on: startsOn, outcome: timelinessOf(stay) };
  const out: TrendEvent = { ...event, topic: 'placements-out', authority: owner };
  return host.kind === 'authority' ? [out, { ...event, topic: 'placements-in', authority: host.gss }] : [out];
};

export const placementEvents = (story: PlacementStory | undefined): readonly TrendEvent[] =>
  story?.stays.flatMap((stay, at) => stayEvents(story.owner, stay, at)) ?? [];

type Stored = RecordedFact & MissingFact;
type Moment = MissingData['MissingReported']['lastSeen'];
type Course = Readonly<{
  responsible: string;
  lastSeen: Moment;
  returned?: Moment;
  interview?: 'within-72-hours' | 'after-72-hours' | 'declined';
}>;

const isMissingFact = (fact: RecordedFact): fact is Stored => fact.category === 'missing';
const dayOf = (moment: Moment): string => ('at' in moment ? londonDateOf(moment.at) : moment.on);

const HOURS_ALLOWED = 72;
/** By the hours that the fact says; where only days are known, by three days. */
const heldIn = ({ returned }: Course, { when, hoursAfterReturn }: MissingData['MissingInterviewHeld']) => {
  const days = returned ? daysBetween(dayOf(returned), dayOf(when)) : 0;
  const isInTime =
    hoursAfterReturn === undefined ? days <= HOURS_ALLOWED / 24 : hoursAfterReturn <= HOURS_ALLOWED;
  return isInTime ? 'within-72-hours' : 'after-72-hours';
};

const corrected = (course: Course, { lastSeen, end }: MissingData['MissingCorrected']): Course => ({
  ...course,
  ...(lastSeen === undefined ? {} : { lastSeen }),
  ...(end === undefined ? {} : { returned: end.when }),
});

type Steps = {
  readonly [T in MissingFact['type']]?: (course: Course, data: MissingData[T]) => Course | undefined;
};
const STEPS: Steps = {
  MissingFound: (course, { when }) => ({ ...course, returned: when }),
  MissingInterviewHeld: (course, data) => ({ ...course, interview: heldIn(course, data) }),
  MissingInterviewDeclined: (course) => ({ ...course, interview: 'declined' }),
  MissingCorrected: corrected,
  MissingWithdrawn: () => undefined,
};
const goesOn = <T extends MissingFact['type']>(
  course: Course,
  type: T,
  data: MissingData[T],
): Course | undefined => {
  const step = STEPS[type];
  return step ? step(course, data) : course;
};

export const courseAfter = (course: Course | undefined, fact: RecordedFact): Course | undefined => {
  if (!isMissingFact(fact)) return course;
  if (fact.type === 'MissingReported')
    return { responsible: fact.data.responsible, lastSeen: fact.data.lastSeen };
  return course && goesOn(course, fact.type, fact.data);
};
export const courseOf = foldOf<Course | undefined>(undefined, courseAfter);

export const missingEvents = (course: Course | undefined, restricted: boolean): readonly TrendEvent[] => {
  const on = course && dayOf(course.lastSeen);
  if (!course || restricted || on === undefined || !isCivilDate(on)) return [];
  const outcome = course.interview ?? (course.returned ? 'not-held' : 'not-returned');
  return [{ topic: 'missing', item: 'episode', authority: course.responsible, on, outcome }];
};
