import type { Form } from '../../frame/form-fields';
import { actionInWords, reasonInWords } from '../mailbox/entry-words';
import type { ActionBody, ActionCode, ReasonCode } from './action.body';

const ACTION_CODES: readonly ActionCode[] = ['allocated', 'visited', 'strategy-discussion', 'other'];
const REASON_CODES: readonly ReasonCode[] = [
  'already-known',
  'threshold-not-met',
  'child-not-here',
  'another-authority-acts',
  'repeated-notice',
  'other',
];

const NOTHING_MORE = 'no-further-action';
const DIVIDER = 'or no further action by us, because';

type Item = Readonly<{ value: string; text: string }> | Readonly<{ divider: string }>;

/** One choice: what was done, or why nothing is. */
export const ACTION_ITEMS: readonly Item[] = [
  ...ACTION_CODES.map((value) => ({ value, text: actionInWords(value) })),
  { divider: DIVIDER },
  ...REASON_CODES.map((code) => ({ value: `${NOTHING_MORE}/${code}`, text: reasonInWords(code) })),
];

const orderIn = ({ text }: Form): ActionBody | undefined => {
  const [chosen, because] = text('action').split('/');
  const action = ACTION_CODES.find((code) => code === chosen);
  if (action !== undefined) return { action };
  const reason = REASON_CODES.find((code) => code === because);
  return chosen === NOTHING_MORE && reason !== undefined ? { action: NOTHING_MORE, reason } : undefined;
};

/** The order as the exchange takes it; undefined where nothing was chosen. */
export const actionBody = (form: Form): ActionBody | undefined => {
  const order = orderIn(form);
  const note = form.text('note');
  return order && { ...order, ...(note === '' ? {} : { note }) };
};
