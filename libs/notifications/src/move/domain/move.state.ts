import type { CivilDate } from '@ibex/kernel';
import { findHostAuthority } from '../../shared/domain/host';
import { without } from '../../shared/domain/without';
import type { MoveEvent, MoveFact, MoveFactData, MoveParticulars, Place } from './move.events';

/** What is known of every notified move: who notified it, how it stands now, whether arrival was confirmed. */
type Known = Readonly<{ sender: string; move: MoveParticulars; arrivedOn?: CivilDate }>;

export type MoveOnTheWay =
  | (Known & Readonly<{ phase: 'notified' }>)
  | (Known & Readonly<{ phase: 'declined' }>)
  | (Known & Readonly<{ phase: 'accepted'; acceptedOn: CivilDate }>);
export type KnownMove =
  | MoveOnTheWay
  | (Known & Readonly<{ phase: 'conference-held'; heldOn: CivilDate }>)
  | (Known & Readonly<{ phase: 'handed-over' }>)
  /** `before` is where the move resumes when the child arrives after all. */
  | (Known & Readonly<{ phase: 'not-arrived'; before: MoveOnTheWay }>)
  | (Known & Readonly<{ phase: 'withdrawn' }>);
export type MoveState = Readonly<{ phase: 'unknown' }> | KnownMove;

export const initialMove: MoveState = { phase: 'unknown' };

/** The authority that can be told. */
export const gssOf = (place: Place): string | undefined => findHostAuthority(place);

/** The day on which the child moved or, until that is known, is expected to move. */
export const moveDateOf = (move: MoveParticulars): CivilDate | undefined => move.movedOn ?? move.expectedOn;

/** Both authorities of a move, where known: originating first. */
export const partiesTo = (move: MoveParticulars): readonly string[] =>
  [gssOf(move.fromAuthority), gssOf(move.toAuthority)].filter((gss) => gss !== undefined);

/** A permanent move has no end date. */
export const asPermanent = (move: MoveParticulars): MoveParticulars => ({
  ...without(move, 'temporaryUntil'),
  permanence: 'permanent',
});

/** A notice or a correction holds the whole particulars beside who said so and when. */
const particularsOf = (data: MoveFactData['MoveNotified' | 'MoveCorrected']): MoveParticulars =>
  without({ changed: [], ...data }, 'by', 'occurredAt', 'changed');

/** What stays when only the phase changes. */
const knownOf = ({ sender, move, arrivedOn }: KnownMove): Known =>
  arrivedOn === undefined ? { sender, move } : { sender, move, arrivedOn };

const withMove = (state: KnownMove, move: MoveParticulars): KnownMove =>
  state.phase === 'not-arrived' ? { ...state, move, before: { ...state.before, move } } : { ...state, move };

const isOnTheWay = (state: KnownMove): state is MoveOnTheWay =>
  state.phase === 'notified' || state.phase === 'declined' || state.phase === 'accepted';

const afterNotArrived = (state: KnownMove): KnownMove =>
  isOnTheWay(state) ? { ...knownOf(state), phase: 'not-arrived', before: state } : state;

const afterArrival = (state: KnownMove, arrivedOn: CivilDate): KnownMove => {
  const resumed = state.phase === 'not-arrived' ? state.before : state;
  return { ...resumed, arrivedOn, move: { ...resumed.move, movedOn: arrivedOn } };
};

type Evolution<T extends keyof MoveFactData> = (state: KnownMove, fact: MoveFact<T>) => KnownMove;
const unchanged = (state: KnownMove): KnownMove => state;

const evolutions: Readonly<{ [T in keyof MoveFactData]: Evolution<T> }> = {
  MoveNotified: unchanged,
  MoveInformationSupplied: unchanged,
  MoveAccepted: (state, { data }) => ({
    ...knownOf(state),
    phase: 'accepted',
    acceptedOn: data.acceptedOn,
  }),
  MoveDeclined: (state) => ({ ...knownOf(state), phase: 'declined' }),
  TransferConferenceHeld: (state, { data }) => ({
    ...knownOf(state),
    phase: 'conference-held',
    heldOn: data.heldOn,
  }),
  MoveResponsibilityHandedOver: (state) => ({ ...knownOf(state), phase: 'handed-over' }),
  MoveArrived: (state, { data }) => afterArrival(state, data.arrivedOn),
  MoveNotArrived: afterNotArrived,
  MoveBecamePermanent: (state) => withMove(state, asPermanent(state.move)),
  MoveCorrected: (state, { data }) => withMove(state, particularsOf(data)),
  MoveWithdrawn: (state) => ({ ...knownOf(state), phase: 'withdrawn' }),
};

const evolveKnown = <T extends keyof MoveFactData>(state: KnownMove, fact: MoveFact<T>): KnownMove =>
  evolutions[fact.type](state, fact);

/** Never refuses: what is recorded happened. A fact before the notice itself says nothing. */
export const evolveMove = (state: MoveState, fact: MoveEvent): MoveState => {
  if (state.phase !== 'unknown') return evolveKnown(state, fact);
  if (fact.type !== 'MoveNotified') return state;
  return { phase: 'notified', sender: fact.data.by, move: particularsOf(fact.data) };
};
