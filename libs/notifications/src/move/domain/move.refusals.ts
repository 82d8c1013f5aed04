import { refuse } from '@ibex/kernel';
import type { Decision, Refusal } from '@ibex/kernel';

/** Every refusal of the move rules with its sentence. */
export const MOVE_REFUSALS = {
  'move/already-notified': 'This move has been notified before.',
  'move/not-known': 'No such move is known to your authority.',
  'move/not-a-party': 'You can notify a move only from or to your own authority.',
  'move/same-authority': 'The child moves within one authority, so there is no other authority to tell.',
  'move/needs-a-date': 'Give the date on which the child moved, or the date on which the move is expected.',
  'move/not-yet-happened':
    'The date lies in the future. Record what has happened; a planned move has an expected date.',
  'move/s208-needs-accommodation-date':
    'Give the date on which the accommodation was made available: the 14 days of section 208 begin with it.',
  'move/not-temporary': 'The move is permanent, so it has no end and cannot become permanent.',
  'move/ends-before-move': 'A temporary move cannot end before it begins.',
  'move/not-originating-authority': 'Only the authority that the child moves from can record this.',
  'move/not-receiving-authority': 'Only the authority that the child moves to can record this.',
  'move/not-the-sender': 'Only the authority that notified the move can correct or withdraw the notice.',
  'move/decided-already':
    'The receiving authority has answered already. After a decline it can still accept.',
  'move/declined-needs-reason': 'Say why: choose a reason and, where it is "other", explain it.',
  'move/conference-needs-child-protection-plan':
    'A transfer-in conference is held for a child who is subject to a child protection plan.',
  'move/conference-before-move': 'The transfer-in conference cannot be held before the child moves.',
  'move/conference-held-already': 'The transfer-in conference has been recorded before.',
  'move/hand-over-before-conference':
    'The child protection plan stays with the originating authority until the transfer-in conference.',
  'move/hand-over-before-acceptance':
    'Responsibility cannot be handed over before the receiving authority has accepted it.',
  'move/temporary-stays': 'While the move is temporary, the originating authority stays responsible.',
  'move/duty-does-not-transfer':
    'This duty does not move with the person: the originating authority keeps it (housing duty, care leaver).',
  'move/arrived-already': 'The child has arrived. If the child is missing now, report a missing episode.',
  'move/permanent-before-move': 'The move cannot become permanent before it begins.',
  'move/withdraw-instead':
    'What was told to an authority cannot be taken back by a correction: withdraw the notice and notify again.',
  'move/nothing-corrected': 'The correction changes nothing.',
  'move/withdrawn': 'This notice has been withdrawn.',
  'move/closed': 'This move is closed: responsibility was handed over, or the child did not arrive.',
} as const;

export type MoveRefusalCode = keyof typeof MOVE_REFUSALS;
export type MoveRefusal = Refusal<MoveRefusalCode>;

/** A rule that was broken, and in which field. */
export type Fault = Readonly<{ code: MoveRefusalCode; field?: string }>;

export const fault = (code: MoveRefusalCode, field?: string): Fault =>
  field === undefined ? { code } : { code, field };

export const refuseFor = ({ code, field }: Fault): Decision<never, MoveRefusal> =>
  refuse(code, MOVE_REFUSALS[code], field);
