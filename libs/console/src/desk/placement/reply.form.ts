import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import type { Form } from '../../frame/form-fields';
import { dayTyped } from '../../frame/typed-times';
import type { ReplyBody } from './placement.bodies';

const DAYS = ['riskAssessedOn', 'panelReviewOn'] as const;
export const CONCERNS = [
  { value: 'no', text: 'No' },
  { value: 'yes', text: 'Yes', hint: 'They are asked to answer them' },
];

const NO_DAY = 'Enter a real date, like 3 March 2026, or leave it empty';
const NOTHING = 'Say what you did, or in words what they should know';

const said = (form: Form, name: string): boolean => form.text(name) !== '';
const messageOf = (form: Form): Readonly<Record<string, string>> => {
  const wrong = DAYS.filter((name) => said(form, name) && dayTyped(form.text(name)) === undefined);
  if (wrong.length > 0) return Object.fromEntries(wrong.map((name) => [name, NO_DAY]));
  if (form.text('concerns') === 'yes' && !said(form, 'narrative'))
    return { narrative: 'Say what you are concerned about' };
  const isEmpty = ![...DAYS, 'narrative', 'concerns'].some((name) => said(form, name));
  return isEmpty ? { narrative: NOTHING } : {};
};

/** What is wrong with a host's answer as it was typed; undefined: nothing. */
export const replyFaults = (form: Form): FormFaults | undefined => {
  const messages = messageOf(form);
  return Object.keys(messages).length === 0 ? undefined : faultsOf(messages);
};

const dayIn = (form: Form, name: (typeof DAYS)[number]): Partial<ReplyBody> => {
  const day = dayTyped(form.text(name));
  return day === undefined ? {} : { [name]: day };
};

const contactIn = (form: Form): Partial<ReplyBody> => {
  const fields = (['name', 'phone'] as const).flatMap((field) => {
    const text = form.text(`contacts.teamManager.${field}`);
    return text === '' ? [] : [[field, text] as const];
  });
  return fields.length === 0 ? {} : { contacts: { teamManager: Object.fromEntries(fields) } };
};

/** The answer as the exchange takes it. */
export const replyBody = (form: Form): ReplyBody => ({
  ...dayIn(form, 'riskAssessedOn'),
  ...dayIn(form, 'panelReviewOn'),
  concerns: form.text('concerns') === 'yes',
  ...(said(form, 'narrative') ? { narrative: form.text('narrative') } : {}),
  ...contactIn(form),
});
