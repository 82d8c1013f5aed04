import { never } from '@ibex/kernel';
import type { CivilDate, DutyOpened, Instant } from '@ibex/kernel';
import { dueBefore, dueWorkingDaysAfter, dueWorkingDaysAfterInstant } from '../../shared/domain/due';
import type { Proclaimed } from '../../shared/domain/due';
import type { Notice } from './placement.events';

export const CPPCR = 'Care Planning, Placement and Case Review (England) Regulations 2010';
export const NO_TIME_IN_LAW = 'Service target of the exchange; no time in law';

/** CPPCR Regs 2010, reg 13(4)(d) as read with reg 11(3): in an emergency within 5 working days of the start. */
const EMERGENCY_WORKING_DAYS = 5;
/** CPPCR Regs 2010, reg 14(4): where notice before the end was not practicable. */
const END_WORKING_DAYS = 10;
/** No law sets these: they are targets of the exchange, to be agreed with the authorities. */
const TARGET_WORKING_DAYS = {
  acknowledge: 2,
  'establish-host': 5,
  'answer-consultation': 5,
  'assess-risk': 10,
} as const;

type Begun = Readonly<{ notice: Notice; since: CivilDate; proclaimed?: Proclaimed | undefined }>;
type Clock = Pick<DutyOpened, 'dueAt' | 'otherStarts' | 'provisional' | 'source'>;

/** A return does not say whether it was an emergency: late is what is late either way, and both dates are shown. */
export const clockOfNotice = ({ notice, since, proclaimed }: Begun): Clock => {
  const before = dueBefore(since);
  const within = dueWorkingDaysAfter(since, EMERGENCY_WORKING_DAYS, proclaimed);
  switch (notice) {
    case 'planned':
      return { ...before, source: `${CPPCR}, reg 13(4)` };
    case 'emergency':
      return { ...within, source: `${CPPCR}, regs 13(4) and 11(3)` };
    case 'from-return':
      return {
        ...within,
        otherStarts: [{ at: since, dueAt: before.dueAt, countedFrom: 'before the start, if it was planned' }],
        source: `${CPPCR}, regs 13(4) and 11(3)`,
      };
    default:
      return never(notice);
  }
};

/** Of telling the area authority that the child leaves it on a London date. */
export const clockOfEnd = (endedOn: CivilDate, proclaimed?: Proclaimed): Clock => ({
  ...dueWorkingDaysAfter(endedOn, END_WORKING_DAYS, proclaimed),
  source: `${CPPCR}, reg 14(2)(c) and (4)`,
});

type Posted = Readonly<{ postedAt: Instant; proclaimed?: Proclaimed | undefined }>;

/** What the exchange aims at for a kind of duty. */
export const targetOf = (
  kind: keyof typeof TARGET_WORKING_DAYS,
  { postedAt, proclaimed }: Posted,
): Pick<DutyOpened, 'targetAt' | 'provisional'> => {
  const { dueAt, ...rest } = dueWorkingDaysAfterInstant(postedAt, TARGET_WORKING_DAYS[kind], proclaimed);
  return { targetAt: dueAt, ...rest };
};
