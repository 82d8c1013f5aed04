import { accept, londonDateOf, startOfLondonDay } from '@ibex/kernel';
import type { CivilDate, Decider, Decision, Instant } from '@ibex/kernel';
import { withPersonal } from '../../shared/domain/with-personal';
import type { MoveAction, MoveActionData, MoveCommand, NotifyMove } from './move.commands';
import type { MoveEvent } from './move.events';
import { changedFields, corrected, faultOf } from './move.particulars';
import { fault, refuseFor } from './move.refusals';
import type { MoveRefusal } from './move.refusals';
import * as rules from './move.rules';
import { evolveMove, initialMove, partiesTo } from './move.state';
import type { KnownMove, MoveState } from './move.state';

type MoveDecision = Decision<MoveEvent, MoveRefusal>;

/** What is claimed of today happened now; what is claimed of an earlier day, as that day began in London. */
const momentOf = (date: CivilDate | undefined, now: Instant): Instant =>
  date === undefined || date >= londonDateOf(now) ? now : startOfLondonDay(date);

const isParty = (by: string, { sender, move }: KnownMove): boolean =>
  by === sender || partiesTo(move).includes(by);

const decideNotice = ({ data, personal }: NotifyMove, state: MoveState, now: Instant): MoveDecision => {
  const { by, ...move } = data;
  if (state.phase !== 'unknown') {
    return refuseFor(fault(isParty(by, state) ? 'move/already-notified' : 'move/not-known'));
  }
  const broken = partiesTo(move).includes(by) ? faultOf(move, by, now) : fault('move/not-a-party');
  if (broken) return refuseFor(broken);
  const occurredAt = momentOf(move.movedOn, now);
  return accept(withPersonal('MoveNotified', { ...move, by, occurredAt }, personal));
};

/** The fact that an order leads to when nothing stands in its way. */
type Recording<T extends keyof MoveActionData> = (
  command: MoveAction<T>,
  now: Instant,
  state: KnownMove,
) => MoveEvent;
type Action<T extends keyof MoveActionData> = Readonly<{ rule: rules.Rule<T>; record: Recording<T> }>;

const actions: Readonly<{ [T in keyof MoveActionData]: Action<T> }> = {
  SupplyMoveInformation: {
    rule: rules.supplyFault,
    record: ({ data, personal }, now) =>
      withPersonal(
        'MoveInformationSupplied',
        { ...data, occurredAt: momentOf(data.suppliedOn, now) },
        personal,
      ),
  },
  AcceptMove: {
    rule: rules.acceptFault,
    record: ({ data, personal }, now) =>
      withPersonal('MoveAccepted', { ...data, occurredAt: momentOf(data.acceptedOn, now) }, personal),
  },
  DeclineMove: {
    rule: rules.declineFault,
    record: ({ data: { by, declinedOn, reason = 'other' }, personal }, now) =>
      withPersonal(
        'MoveDeclined',
        { by, declinedOn, reason, occurredAt: momentOf(declinedOn, now) },
        personal,
      ),
  },
  RecordTransferConference: {
    rule: rules.conferenceFault,
    record: ({ data, personal }, now) =>
      withPersonal('TransferConferenceHeld', { ...data, occurredAt: momentOf(data.heldOn, now) }, personal),
  },
  HandOverMove: {
    rule: rules.handOverFault,
    record: ({ data, personal }, now) =>
      withPersonal(
        'MoveResponsibilityHandedOver',
        { ...data, occurredAt: momentOf(data.handedOverOn, now) },
        personal,
      ),
  },
  ConfirmArrival: {
    rule: rules.arrivalFault,
    record: ({ data, personal }, now) =>
      withPersonal('MoveArrived', { ...data, occurredAt: momentOf(data.arrivedOn, now) }, personal),
  },
  ReportNotArrived: {
    rule: rules.notArrivedFault,
    record: ({ data, personal }, now) =>
      withPersonal('MoveNotArrived', { ...data, occurredAt: momentOf(data.learnedOn, now) }, personal),
  },
  MakeMovePermanent: {
    rule: rules.permanentFault,
    record: ({ data, personal }, now) =>
      withPersonal(
        'MoveBecamePermanent',
        { ...data, occurredAt: momentOf(data.permanentFrom, now) },
        personal,
      ),
  },
  CorrectMove: {
    rule: rules.correctFault,
    record: ({ data, personal }, now, state) => {
      const move = corrected(state.move, data.corrections);
      const changed = changedFields(state.move, move);
      return withPersonal('MoveCorrected', { ...move, by: data.by, occurredAt: now, changed }, personal);
    },
  },
  WithdrawMove: {
    rule: rules.withdrawFault,
    record: ({ data, personal }, now) =>
      withPersonal('MoveWithdrawn', { ...data, occurredAt: now }, personal),
  },
};

const decideAction = <T extends keyof MoveActionData>(
  command: MoveAction<T>,
  state: MoveState,
  now: Instant,
): MoveDecision => {
  // To an authority that is no party, a move that exists looks like one that does not.
  if (state.phase === 'unknown' || !isParty(command.data.by, state))
    return refuseFor(fault('move/not-known'));
  if (state.phase === 'withdrawn') return refuseFor(fault('move/withdrawn'));
  const action = actions[command.type];
  const broken = action.rule(command.data, state, now);
  return broken ? refuseFor(broken) : accept(action.record(command, now, state));
};

export const moveDecider: Decider<MoveCommand, MoveEvent, MoveState, MoveRefusal> = {
  initialState: initialMove,
  decide: (command, state, now) =>
    command.type === 'NotifyMove' ? decideNotice(command, state, now) : decideAction(command, state, now),
  evolve: evolveMove,
};
