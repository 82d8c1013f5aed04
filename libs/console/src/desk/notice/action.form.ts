import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import type { Form } from '../../frame/form-fields';
import { actionInWords, reasonInWords } from '../mailbox/entry-words';
import type { ActionBody, ActionCode, ReasonCode } from './action.body';

const ACTION_CODES: readonly ActionCode[] = [
  'allocated',
  'visited',
  'strategy-discussion',
  'other',
  'no-further-action',
];
const REASON_CODES: readonly ReasonCode[] = [
  'already-known',
  'threshold-not-met',
  'child-not-here',
  'another-authority-acts',
  'repeated-notice',
  'other',
];

export const ACTION_ITEMS = ACTION_CODES.map((value) => ({ value, text: actionInWords(value) }));
export const REASON_ITEMS = REASON_CODES.map((value) => ({ value, text: reasonInWords(value) }));

const NOTHING_MORE: ActionCode = 'no-further-action';
const actionOf = ({ text }: Form): ActionCode | undefined =>
  ACTION_CODES.find((code) => code === text('action'));
const reasonOf = ({ text }: Form): ReasonCode | undefined =>
  REASON_CODES.find((code) => code === text('reason'));

/** What is missing before the exchange need be asked. */
export const actionFaults = (form: Form): FormFaults | undefined => {
  const action = actionOf(form);
  if (action === undefined) return faultsOf({ action: 'Select what was done' });
  if (action === NOTHING_MORE && reasonOf(form) === undefined)
    return faultsOf({ reason: 'Select why there is no further action' });
  return undefined;
};

/** The order as the exchange takes it: a reason goes with no further action only. */
export const actionBody = (form: Form): ActionBody => {
  const action = actionOf(form) ?? 'other';
  const reason = action === NOTHING_MORE ? reasonOf(form) : undefined;
  const note = form.text('note');
  return { action, ...(reason === undefined ? {} : { reason }), ...(note === '' ? {} : { note }) };
};
