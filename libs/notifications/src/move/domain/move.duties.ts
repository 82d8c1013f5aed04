import { addDays, endOfLondonDay, londonDateOf } from '@ibex/kernel';
import type { DutyOpened, Instant } from '@ibex/kernel';
import { dueWorkingDaysAfterInstant } from '../../shared/domain/due';
import type { Proclaimed } from '../../shared/domain/due';
import type { Cohort } from './move.codes';
import { factsOf, heldSince } from './move.history';
import type { Step } from './move.history';
import { gssOf } from './move.state';
import type { KnownMove } from './move.state';

/** A duty as it stands after a number of steps. */
export type Standing = Readonly<{ duty: DutyOpened; metAt?: Instant }>;
/** Undefined where the duty does not exist, or exists no more. */
export type DutyRule = (steps: readonly Step[], proclaimed?: Proclaimed) => Standing | undefined;
export type Parties = Readonly<{ from: string | undefined; to: string | undefined }>;

export const partiesOf = ({ move }: KnownMove): Parties => ({
  from: gssOf(move.fromAuthority),
  to: gssOf(move.toAuthority),
});

export const owedTo = (authority: string | undefined): Readonly<{ owedTo?: string }> =>
  authority === undefined ? {} : { owedTo: authority };
export const standing = (duty: Omit<DutyOpened, 'change'>, metAt: Instant | undefined): Standing =>
  metAt === undefined
    ? { duty: { change: 'opened', ...duty } }
    : { duty: { change: 'opened', ...duty }, metAt };

const haveBothParties = (state: KnownMove): boolean =>
  partiesOf(state).from !== undefined && partiesOf(state).to !== undefined;

/** Withdrawn, or the child did not arrive: nothing is to be done for the move itself. */
export const isLive = ({ phase }: KnownMove): boolean => phase !== 'withdrawn' && phase !== 'not-arrived';

/** Cohorts whose case may pass to the receiving authority. */
const TRANSFERABLE: readonly Cohort[] = [
  'child-protection-plan',
  'child-in-need',
  'section-47-open',
  'early-help-or-vulnerable',
];
export const isTransferable = ({ move }: KnownMove): boolean => TRANSFERABLE.includes(move.cohort);

/** The complete written information, the first time that it was supplied. */
export const firstComplete = (steps: readonly Step[]) =>
  factsOf(steps, 'MoveInformationSupplied').find(({ data }) => data.complete);

/** When the receiving authority first answered, in whatever way. */
export const answeredAt = (steps: readonly Step[]): Instant | undefined =>
  steps.find(({ fact }) => ['MoveAccepted', 'MoveDeclined', 'TransferConferenceHeld'].includes(fact.type))
    ?.fact.data.occurredAt;

/** Told without delay: no number in English law. Wales: within 3 days, shown as a target. */
export const writtenInformation: DutyRule = (steps) => {
  const told = heldSince(steps, (state) => state.phase !== 'withdrawn' && haveBothParties(state));
  const now = steps.at(-1)?.state;
  if (!told || !now || !isLive(now) || now.move.cohort === 'homeless-household') return undefined;
  const { from, to } = partiesOf(now);
  if (from === undefined) return undefined;
  const startedAt = told.fact.recordedAt;
  return standing(
    {
      key: 'written-information',
      kind: 'supply-information',
      text: 'Supply the written information to the receiving authority without delay: assessments, plan, minutes, chronology, family details.',
      owedBy: from,
      ...owedTo(to),
      startedAt,
      targetAt: endOfLondonDay(addDays(londonDateOf(startedAt), 3)),
      source:
        'Working Together to Safeguard Children and local procedures: without delay, no number in English law. Target: 3 days, as the Wales Safeguarding Procedures set for Wales (a comparator, not law here).',
    },
    firstComplete(steps)?.data.occurredAt,
  );
};

const awaitsAnswer = (state: KnownMove): boolean =>
  state.phase !== 'withdrawn' &&
  state.move.permanence === 'permanent' &&
  isTransferable(state) &&
  partiesOf(state).to !== undefined;

/** Acceptance or a reasoned decline: local procedures only, no statutory clock. A temporary stay passes nothing on. */
export const answer: DutyRule = (steps, proclaimed) => {
  const told = heldSince(steps, awaitsAnswer);
  const now = steps.at(-1)?.state;
  if (!told || !now || !isLive(now)) return undefined;
  const { from, to } = partiesOf(now);
  if (to === undefined) return undefined;
  const startedAt = told.fact.recordedAt;
  const target = dueWorkingDaysAfterInstant(startedAt, 5, proclaimed);
  return standing(
    {
      key: 'answer',
      kind: 'answer-referral',
      text: 'Accept the referral, or decline it and say why.',
      owedBy: to,
      ...owedTo(from),
      startedAt,
      targetAt: target.dueAt,
      ...(target.provisional ? { provisional: true } : {}),
      source:
        'Local procedures for children who move across boundaries: accept or decline with reasons. No statutory clock; 5 working days is a service target of this exchange.',
    },
    answeredAt(steps),
  );
};

/** Enquiries that are open when the family moves fall to nobody unless the two authorities agree. */
export const sectionFortySeven: DutyRule = (steps) => {
  const concerned = ({ move, phase }: KnownMove): boolean =>
    phase !== 'withdrawn' && (move.section47Open || move.cohort === 'section-47-open');
  const opened = heldSince(steps, (state) => concerned(state) && partiesOf(state).to !== undefined);
  const now = steps.at(-1)?.state;
  if (!opened || !now || !isLive(now)) return undefined;
  const { from, to } = partiesOf(now);
  if (to === undefined) return undefined;
  return standing(
    {
      key: 'section-47',
      kind: 'agree-section-47',
      text: 'Section 47 enquiries are open: agree at once with the originating authority who concludes them; the duty lies where the child lives or is found.',
      owedBy: to,
      ...owedTo(from),
      startedAt: opened.fact.recordedAt,
      source:
        'Children Act 1989, s 47(1); procedures (Swindon, London): the originating authority normally concludes before transfer.',
    },
    answeredAt(steps),
  );
};

/** No clock runs: the duty stays where it is. */
export const careLeaver: DutyRule = (steps) => {
  const concerned = ({ move, phase }: KnownMove): boolean =>
    phase !== 'withdrawn' && move.cohort === 'care-leaver';
  const opened = heldSince(steps, concerned);
  const now = steps.at(-1)?.state;
  const owedBy = now && partiesOf(now).from;
  if (!opened || owedBy === undefined) return undefined;
  return standing(
    {
      key: 'care-leaver-duties',
      kind: 'keep-duties',
      text: 'The responsible authority keeps its duties to the care leaver wherever the young person lives: personal adviser, pathway plan, keeping in touch.',
      owedBy,
      startedAt: opened.fact.recordedAt,
      source: 'Children Act 1989, ss 23A to 23E (general knowledge, section numbers not verified)',
    },
    undefined,
  );
};
