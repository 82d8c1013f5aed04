import type { Capacity } from '@ibex/kernel';
import type { Cohort } from '../domain/move.codes';
import type { MoveFactData } from '../domain/move.events';
import type { Step } from '../domain/move.history';

type Side = Extract<Capacity, 'receiving' | 'responsible'>;

/** What a first notice asks for where no duty of the recipient begins with it. */
const FIRST_NOTICE: Readonly<Partial<Record<Cohort, string>>> = {
  'child-protection-plan':
    'Keep the child as temporarily resident. The originating authority keeps the plan; should the child be harmed or at risk here, section 47 is yours.',
  'homeless-household':
    'Check whether the household is known to children’s services, health or schools here, then acknowledge. The placing authority keeps the housing duty.',
  'care-leaver':
    'Offer what help you can when asked. The responsible authority keeps its duties to the care leaver; acknowledge.',
};
/** Of whoever was told in error, or of what is recalled. */
export const REMOVE = 'Remove what you were told from your records, then acknowledge.';
const ACKNOWLEDGE = 'Check your own records, then acknowledge.';

const LATER: Readonly<Record<Side, Readonly<Partial<Record<keyof MoveFactData, string>>>>> = {
  receiving: {
    MoveInformationSupplied: 'Read the written information, then say whether you accept.',
    MoveResponsibilityHandedOver: 'You are responsible from now on: allocate the case.',
    MoveNotArrived:
      'The child is not expected here for now: tell the originating authority if the child turns up.',
    MoveCorrected: 'Put your own copy right, then acknowledge.',
    MoveWithdrawn: REMOVE,
  },
  responsible: {
    MoveAccepted: 'Keep the case until responsibility is handed over.',
    MoveDeclined:
      'You stay responsible. Supply what is missing, or settle the difference with the receiving authority; it can still accept.',
    TransferConferenceHeld: 'Agree the date of the handover, and record it.',
    MoveNotArrived: 'Establish today where the child is.',
    MoveCorrected: 'Put your own copy right, then acknowledge.',
    MoveWithdrawn: REMOVE,
  },
};

/** What is asked of an addressee in words, where no clock says it. */
export const requestTo = (side: Side, { fact, state }: Step, isNew: boolean): string | undefined =>
  isNew ? (FIRST_NOTICE[state.move.cohort] ?? ACKNOWLEDGE) : LATER[side][fact.type];
