import { accept, addHours, never } from '@ibex/kernel';
import type { Decision, Instant } from '@ibex/kernel';
import { isConfirmed } from './confirmed.rule';
import type {
  EndPause,
  PauseSubscription,
  RecordRecovery,
  ReportTrouble,
  ResumeSubscription,
  SubscriptionCommand,
} from './subscription.commands';
import type { SubscriptionFact } from './subscription.events';
import { refused } from './subscription.refusals';
import type { SubscriptionRefusal } from './subscription.refusals';
import type { KnownSubscription } from './subscription.state';

type Decided = Decision<SubscriptionFact, SubscriptionRefusal>;

/** A pause of so long needs nobody who takes it on. */
export const SHORT_PAUSE_HOURS = 24;

/** It ends by itself, because whoever pauses may forget, and urgent notices wait meanwhile. */
const decidePause = ({ data }: PauseSubscription, { phase }: KnownSubscription, now: Instant): Decided => {
  const { forHours, confirmation, ...rest } = data;
  if (phase === 'paused') return refused('subscription/already-paused');
  if (forHours === undefined) return accept<SubscriptionFact>({ type: 'SubscriptionPaused', data: rest });
  const isLong = forHours > SHORT_PAUSE_HOURS;
  if (isLong && !isConfirmed(confirmation)) return refused('subscription/person-must-confirm-pause');
  const confirmedBy = isLong && confirmation ? { confirmedBy: confirmation } : {};
  const until = addHours(now, forHours);
  return accept<SubscriptionFact>({ type: 'SubscriptionPaused', data: { ...rest, until, ...confirmedBy } });
};

const decideResume = ({ data }: ResumeSubscription, { phase }: KnownSubscription): Decided =>
  phase === 'live'
    ? refused('subscription/not-paused')
    : accept<SubscriptionFact>({ type: 'SubscriptionResumed', data });

/** Nothing where it is not due, or somebody was first. */
const decidePauseEnd = (
  { data }: EndPause,
  { phase, pausedUntil }: KnownSubscription,
  now: Instant,
): Decided => {
  const isDue = phase === 'paused' && pausedUntil !== undefined && pausedUntil <= now;
  if (!isDue) return accept();
  const because = 'time-over' as const;
  return accept<SubscriptionFact>({ type: 'SubscriptionResumed', data: { ...data, because } });
};

/** Once in so many hours, however many processes say it. */
const decideTrouble = (
  { data }: ReportTrouble,
  { phase, trouble, pausedBecause }: KnownSubscription,
  now: Instant,
): Decided => {
  const { againAfterHours, ...told } = data;
  // while somebody has it paused, nothing is tried
  if (phase === 'paused' && pausedBecause !== 'receiver-gone') return accept();
  if (trouble && now < addHours(trouble.at, againAfterHours)) return accept();
  return accept<SubscriptionFact>({ type: 'SubscriptionTroubled', data: { ...told, at: now } });
};

const decideRecovery = ({ data }: RecordRecovery, { trouble }: KnownSubscription): Decided =>
  trouble
    ? accept<SubscriptionFact>({ type: 'SubscriptionRecovered', data: { ...data, since: trouble.since } })
    : accept();

type CourseCommand = PauseSubscription | ResumeSubscription | EndPause | ReportTrouble | RecordRecovery;

const COURSE: Readonly<Record<CourseCommand['type'], true>> = {
  PauseSubscription: true,
  ResumeSubscription: true,
  EndPause: true,
  ReportTrouble: true,
  RecordRecovery: true,
};
export const isCourse = (command: SubscriptionCommand): command is CourseCommand =>
  Object.hasOwn(COURSE, command.type);

/** How a subscription goes on: paused and resumed by its authority, or as whoever delivers finds its receiver. */
export const decideCourse = (command: CourseCommand, state: KnownSubscription, now: Instant): Decided => {
  switch (command.type) {
    case 'PauseSubscription':
      return decidePause(command, state, now);
    case 'ResumeSubscription':
      return decideResume(command, state);
    case 'EndPause':
      return decidePauseEnd(command, state, now);
    case 'ReportTrouble':
      return decideTrouble(command, state, now);
    case 'RecordRecovery':
      return decideRecovery(command, state);
    default:
      return never(command);
  }
};
