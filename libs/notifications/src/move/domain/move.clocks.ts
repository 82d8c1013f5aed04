import { addDays, endOfLondonDay, londonDateOf } from '@ibex/kernel';
import type { CivilDate, DutyOpened, Instant } from '@ibex/kernel';
import { dueWorkingDaysAfter, dueWorkingDaysAfterInstant } from '../../shared/domain/due';
import type { Due, Proclaimed } from '../../shared/domain/due';
import { monthsAfter } from '../../shared/domain/months';
import { firstComplete, isLive, isTransferable, owedTo, partiesOf, standing } from './move.duties';
import type { DutyRule } from './move.duties';
import { factsOf, heldSince } from './move.history';
import type { Step } from './move.history';
import { moveDateOf } from './move.state';
import type { KnownMove } from './move.state';

type OtherStart = NonNullable<DutyOpened['otherStarts']>[number];
const CONFERENCE_WORKING_DAYS = 15;

const otherStart = (
  at: CivilDate | undefined,
  countedFrom: string,
  proclaimed: Proclaimed | undefined,
): readonly OtherStart[] =>
  at === undefined
    ? []
    : [{ at, dueAt: dueWorkingDaysAfter(at, CONFERENCE_WORKING_DAYS, proclaimed).dueAt, countedFrom }];

type Start = Readonly<{ startedAt: string; due: Due; strictly: readonly OtherStart[] }>;

/**
 * Working Together counts from being notified. A move that is announced ahead is counted from the day of the move,
 * since no conference can come before it; the strict reading is shown beside it.
 */
const conferenceStart = (
  notifiedAt: Instant,
  moveDate: CivilDate | undefined,
  proclaimed: Proclaimed | undefined,
): Start => {
  const strict = dueWorkingDaysAfterInstant(notifiedAt, CONFERENCE_WORKING_DAYS, proclaimed);
  if (moveDate === undefined || moveDate <= londonDateOf(notifiedAt)) {
    return { startedAt: notifiedAt, due: strict, strictly: [] };
  }
  const countedFrom =
    'being notified, although the child had not moved yet (Working Together, to the letter)';
  return {
    startedAt: moveDate,
    due: dueWorkingDaysAfter(moveDate, CONFERENCE_WORKING_DAYS, proclaimed),
    strictly: [{ at: notifiedAt, dueAt: strict.dueAt, countedFrom }],
  };
};

const needsConference = (state: KnownMove): boolean =>
  state.phase !== 'withdrawn' &&
  state.move.cohort === 'child-protection-plan' &&
  state.move.permanence === 'permanent' &&
  partiesOf(state).to !== undefined;

/** Every date from which a local protocol would count, so that both authorities see which one the other uses. */
const conferenceStarts = (
  steps: readonly Step[],
  proclaimed: Proclaimed | undefined,
): readonly OtherStart[] => {
  const suppliedOn = firstComplete(steps)?.data.suppliedOn;
  const acceptedOn = factsOf(steps, 'MoveAccepted').at(-1)?.data.acceptedOn;
  return [
    ...otherStart(suppliedOn, 'receipt of the written information (Bolton)', proclaimed),
    ...otherStart(acceptedOn, 'acceptance of the referral (Tees)', proclaimed),
  ];
};

export const transferConference: DutyRule = (steps, proclaimed) => {
  const notified = heldSince(steps, needsConference);
  const now = steps.at(-1)?.state;
  if (!notified || !now || !isLive(now)) return undefined;
  const { from, to } = partiesOf(now);
  if (to === undefined) return undefined;
  const moved = moveDateOf(now.move);
  const { startedAt, due, strictly } = conferenceStart(notified.fact.recordedAt, moved, proclaimed);
  const otherStarts = [...strictly, ...conferenceStarts(steps, proclaimed)];
  return standing(
    {
      key: 'transfer-in-conference',
      kind: 'hold-transfer-in-conference',
      text: 'Hold a transfer-in child protection conference within 15 working days of being notified of the move. The plan stays with the originating authority until then.',
      owedBy: to,
      ...owedTo(from),
      startedAt,
      otherStarts,
      ...due,
      source:
        'Working Together to Safeguard Children: within 15 working days of being notified of the move. Local protocols count from another date: Bolton, Tees.',
    },
    factsOf(steps, 'TransferConferenceHeld').at(-1)?.data.occurredAt,
  );
};

// "beginning with" counts the day itself: the fourteenth day is thirteen days later.
const lastOfFourteenDays = (availableOn: CivilDate): Instant => endOfLondonDay(addDays(availableOn, 13));

const isHousedElsewhere = (state: KnownMove): boolean =>
  state.phase !== 'withdrawn' &&
  state.move.cohort === 'homeless-household' &&
  partiesOf(state).to !== undefined;

/** When the placing authority itself gave notice: by posting, or by the complete information that it supplied. */
const noticeGivenAt = (steps: readonly Step[], told: Step): Instant | undefined =>
  partiesOf(told.state).from === told.state.sender ? told.fact.recordedAt : firstComplete(steps)?.recordedAt;

/** Section 208 asks the placing authority for the notice; one that the host posts itself does not meet it. */
export const sectionTwoHundredAndEight: DutyRule = (steps) => {
  const told = heldSince(steps, isHousedElsewhere);
  const now = steps.at(-1)?.state;
  if (!told || !now) return undefined;
  const { from, to } = partiesOf(now);
  if (from === undefined) return undefined;
  const available = now.move.accommodationAvailableOn;
  return standing(
    {
      key: 'section-208-notice',
      kind: 'give-section-208-notice',
      text: 'Give the authority of the district notice of the household, the accommodation, the date on which it was made available and the function discharged, within 14 days beginning with that date.',
      owedBy: from,
      ...owedTo(to),
      startedAt: available ?? told.fact.recordedAt,
      ...(available === undefined ? {} : { dueAt: lastOfFourteenDays(available) }),
      source: 'Housing Act 1996, s 208(3) and (4) (the number of 14 days is general knowledge, not verified)',
    },
    noticeGivenAt(steps, told),
  );
};

const earlierOf = (one: CivilDate, other: CivilDate | undefined): CivilDate =>
  other !== undefined && other < one ? other : one;

type Stay = Readonly<{ begins: CivilDate; reviewOn: CivilDate; endedAt?: Instant }>;

/** The temporary stay, still lasting or made permanent since; one that was corrected away never was. */
const temporaryStay = (steps: readonly Step[]): Stay | undefined => {
  const last = steps.findLast(({ state }) => state.move.permanence === 'temporary');
  if (!last) return undefined;
  const lasts = last === steps.at(-1);
  const endedAt = lasts ? undefined : factsOf(steps, 'MoveBecamePermanent').at(-1)?.data.occurredAt;
  if (!lasts && endedAt === undefined) return undefined;
  const { move } = last.state;
  const begins = moveDateOf(move) ?? londonDateOf(last.fact.recordedAt);
  const reviewOn = earlierOf(monthsAfter(begins, 3), move.temporaryUntil);
  return endedAt === undefined ? { begins, reviewOn } : { begins, reviewOn, endedAt };
};

/** A temporary stay that lasts has become permanent without anybody saying so. */
export const temporaryReview: DutyRule = (steps) => {
  const stay = temporaryStay(steps);
  const now = steps.at(-1)?.state;
  if (!stay || !now || !isLive(now) || !isTransferable(now)) return undefined;
  const { from, to } = partiesOf(now);
  return standing(
    {
      key: 'temporary-review',
      kind: 'review-temporary-move',
      text: 'Review whether the temporary move has become permanent: at 3 months, or when it was to end if that is sooner.',
      owedBy: from ?? now.sender,
      ...owedTo(from === undefined ? undefined : to),
      startedAt: stay.begins,
      targetAt: endOfLondonDay(stay.reviewOn),
      source:
        'London practice: up to 3 months is commonly temporary (general knowledge, text of London procedure CP6 not verified; no statutory clock). Wales: a conference where the stay is longer than 12 weeks.',
    },
    stay.endedAt,
  );
};
