import type { CivilDate, Instant } from '@ibex/kernel';
import type { MoveActionData } from './move.commands';
import { aheadOf, changedFields, corrected, faultOf, needsWithdrawal } from './move.particulars';
import { fault } from './move.refusals';
import type { Fault } from './move.refusals';
import { gssOf, moveDateOf } from './move.state';
import type { KnownMove } from './move.state';

/** One rule per order: what stands in its way, or undefined. The first fault found is the one that is told. */
export type Rule<T extends keyof MoveActionData> = (
  data: Readonly<MoveActionData[T]>,
  state: KnownMove,
  now: Instant,
) => Fault | undefined;

const unlessReceiving = (by: string, { move }: KnownMove): Fault | undefined =>
  gssOf(move.toAuthority) === by ? undefined : fault('move/not-receiving-authority');
const unlessOriginating = (by: string, { move }: KnownMove): Fault | undefined =>
  gssOf(move.fromAuthority) === by ? undefined : fault('move/not-originating-authority');
const unlessSender = (by: string, { sender }: KnownMove): Fault | undefined =>
  sender === by ? undefined : fault('move/not-the-sender');
const unlessOpen = ({ phase }: KnownMove): Fault | undefined =>
  phase === 'handed-over' || phase === 'not-arrived' ? fault('move/closed') : undefined;
const isBeforeMove = (date: CivilDate, { move }: KnownMove): boolean => date < (moveDateOf(move) ?? date);

export const supplyFault: Rule<'SupplyMoveInformation'> = (data, state, now) =>
  unlessOriginating(data.by, state) ?? aheadOf(now, data.suppliedOn, 'suppliedOn');

export const acceptFault: Rule<'AcceptMove'> = (data, state, now) =>
  unlessReceiving(data.by, state) ??
  unlessOpen(state) ??
  (state.phase === 'accepted' || state.phase === 'conference-held'
    ? fault('move/decided-already')
    : aheadOf(now, data.acceptedOn, 'acceptedOn'));

const lacksReason = ({ reason, explained }: MoveActionData['DeclineMove']): boolean =>
  reason === undefined || (reason === 'other' && !explained);

export const declineFault: Rule<'DeclineMove'> = (data, state, now) =>
  unlessReceiving(data.by, state) ??
  unlessOpen(state) ??
  (state.phase !== 'notified' ? fault('move/decided-already') : undefined) ??
  (lacksReason(data) ? fault('move/declined-needs-reason', 'reason') : undefined) ??
  aheadOf(now, data.declinedOn, 'declinedOn');

const conferenceMisplaced = (
  data: MoveActionData['RecordTransferConference'],
  state: KnownMove,
): Fault | undefined => {
  if (state.move.cohort !== 'child-protection-plan') {
    return fault('move/conference-needs-child-protection-plan');
  }
  if (state.phase === 'conference-held') return fault('move/conference-held-already');
  return isBeforeMove(data.heldOn, state) ? fault('move/conference-before-move', 'heldOn') : undefined;
};

/** A conference answers for itself: the law does not make it wait for an acceptance, nor does a decline bar it. */
export const conferenceFault: Rule<'RecordTransferConference'> = (data, state, now) =>
  unlessReceiving(data.by, state) ??
  unlessOpen(state) ??
  conferenceMisplaced(data, state) ??
  aheadOf(now, data.heldOn, 'heldOn');

const isHandedOverTooEarly = (handedOverOn: CivilDate, state: KnownMove): Fault | undefined => {
  if (state.phase === 'conference-held') {
    return handedOverOn < state.heldOn
      ? fault('move/hand-over-before-conference', 'handedOverOn')
      : undefined;
  }
  // Working Together: a plan is discontinued only once the receiving authority has held its conference.
  if (state.move.cohort === 'child-protection-plan') return fault('move/hand-over-before-conference');
  if (state.phase !== 'accepted' || handedOverOn < state.acceptedOn) {
    return fault('move/hand-over-before-acceptance');
  }
  return undefined;
};

// Housing Act 1996 s193 and the care leaver duties (Children Act 1989 ss 23A-23E) stay where they arose.
const staysForEver = ({ move }: KnownMove): Fault | undefined =>
  move.cohort === 'homeless-household' || move.cohort === 'care-leaver'
    ? fault('move/duty-does-not-transfer')
    : undefined;

export const handOverFault: Rule<'HandOverMove'> = (data, state, now) =>
  unlessOriginating(data.by, state) ??
  unlessOpen(state) ??
  staysForEver(state) ??
  (state.move.permanence === 'temporary' ? fault('move/temporary-stays') : undefined) ??
  isHandedOverTooEarly(data.handedOverOn, state) ??
  aheadOf(now, data.handedOverOn, 'handedOverOn');

const hasArrived = (state: KnownMove): boolean =>
  state.phase !== 'not-arrived' && (state.arrivedOn !== undefined || state.phase === 'conference-held');

export const arrivalFault: Rule<'ConfirmArrival'> = (data, state, now) => {
  if (state.phase === 'handed-over') return fault('move/closed');
  return hasArrived(state) ? fault('move/arrived-already') : aheadOf(now, data.arrivedOn, 'arrivedOn');
};

export const notArrivedFault: Rule<'ReportNotArrived'> = (data, state, now) =>
  unlessOpen(state) ??
  (hasArrived(state) ? fault('move/arrived-already') : aheadOf(now, data.learnedOn, 'learnedOn'));

export const permanentFault: Rule<'MakeMovePermanent'> = (data, state, now) =>
  unlessOpen(state) ??
  (state.move.permanence === 'permanent' ? fault('move/not-temporary') : undefined) ??
  (isBeforeMove(data.permanentFrom, state)
    ? fault('move/permanent-before-move', 'permanentFrom')
    : aheadOf(now, data.permanentFrom, 'permanentFrom'));

export const correctFault: Rule<'CorrectMove'> = (data, state, now) => {
  const after = corrected(state.move, data.corrections);
  const changesNothing = changedFields(state.move, after).length === 0 && !data.personalCorrected;
  return (
    unlessSender(data.by, state) ??
    needsWithdrawal(state.move, after) ??
    (changesNothing ? fault('move/nothing-corrected') : undefined) ??
    faultOf(after, data.by, now)
  );
};

export const withdrawFault: Rule<'WithdrawMove'> = (data, state) => unlessSender(data.by, state);
