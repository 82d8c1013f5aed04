import type { DeadlineRule, DutyChange, RecordedFact } from '@ibex/kernel';
import type { Proclaimed } from '../../shared/domain/due';
import { sectionTwoHundredAndEight, temporaryReview, transferConference } from './move.clocks';
import { answer, careLeaver, sectionFortySeven, writtenInformation } from './move.duties';
import type { DutyRule, Standing } from './move.duties';
import { historyOf } from './move.history';
import {
  establishOriginating,
  establishReceiving,
  missingFamilyAlert,
  tellOutsideEngland,
} from './move.whereabouts';

/** Those with a clock in law come first: the first that is owed is what an addressee is asked for. */
const DUTIES: readonly DutyRule[] = [
  transferConference,
  sectionTwoHundredAndEight,
  writtenInformation,
  answer,
  sectionFortySeven,
  temporaryReview,
  careLeaver,
  establishOriginating,
  establishReceiving,
  missingFamilyAlert,
  tellOutsideEngland,
];

const BECAUSE: Readonly<Record<string, string>> = {
  MoveWithdrawn: 'The notice was withdrawn.',
  MoveNotArrived: 'The child did not arrive.',
  MoveArrived: 'The child arrived.',
  MoveCorrected: 'The notice was corrected.',
};

const dutiesAfter = (facts: readonly RecordedFact[], proclaimed?: Proclaimed): readonly Standing[] => {
  const steps = historyOf(facts);
  return DUTIES.flatMap((rule) => rule(steps, proclaimed) ?? []);
};

const isSameDuty = (one: Standing | undefined, other: Standing): boolean =>
  JSON.stringify(one?.duty) === JSON.stringify(other.duty);

/** What opens, is met or changes its date from one fact to the next. */
const changesTo = (after: Standing, before: Standing | undefined): readonly DutyChange[] => {
  const reopened = !isSameDuty(before, after);
  const { duty, metAt } = after;
  const isNewlyMet = metAt !== undefined && (reopened || before?.metAt !== metAt);
  return [
    ...(reopened ? [duty] : []),
    ...(isNewlyMet ? [{ change: 'met', key: duty.key, at: metAt } as const] : []),
  ];
};

/**
 * Duties are derived from the whole history, and what this fact changes is told: so a correction moves every date
 * that hangs on what it corrects. A duty once met stays met.
 */
export const moveDeadlines: DeadlineRule = (fact, earlier, proclaimed) => {
  const before = new Map(dutiesAfter(earlier, proclaimed).map((one) => [one.duty.key, one]));
  const after = dutiesAfter([...earlier, fact], proclaimed);
  const remaining = new Set(after.map(({ duty }) => duty.key));
  const because = BECAUSE[fact.type] ?? 'It no longer applies.';
  const voided = [...before.values()]
    .filter(({ duty, metAt }) => metAt === undefined && !remaining.has(duty.key))
    .map(({ duty: { key } }): DutyChange => ({ change: 'void', key, because }));
  return [...voided, ...after.flatMap((one) => changesTo(one, before.get(one.duty.key)))];
};
