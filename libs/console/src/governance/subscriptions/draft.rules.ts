import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import type { Form } from '../../frame/form-fields';
import { messagesOf, needed } from '../../frame/filling';
import type { Draft } from './draft';
import {
  FILTER_CAPACITIES,
  FILTER_DIRECTIONS,
  FILTER_TYPES,
  FILTER_URGENCIES,
  TARGETED,
  gathers,
  isChannel,
  mayHideUrgent,
} from './subscription.words';
import type { Filter } from './subscription.words';

export const STEPS = ['channel', 'details', 'filter', 'check'] as const;
export type Step = (typeof STEPS)[number];
export const isStep = (text: string): text is Step => STEPS.some((step) => step === text);

/** The next step; the bus takes no filter, a change keeps its channel. */
export const afterStep = (step: Step, { channel }: Draft): Step => {
  if (step === 'details' && channel === 'bus') return 'check';
  return STEPS[STEPS.indexOf(step) + 1] ?? 'check';
};

export const firstOpen = (draft: Draft): Step => {
  if (draft.channel === '') return 'channel';
  if (draft.name === '') return 'details';
  return draft.filterAnswered || draft.channel === 'bus' ? 'check' : 'filter';
};

const AGE = /^\d{1,2}$/;
const isAge = (text: string): boolean => text === '' || (AGE.test(text) && Number(text) <= 25);
const DESK = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

type Messages = Readonly<Record<string, string>> | undefined;

const detailMessages = (form: Form, { channel }: Draft): Messages => {
  if (channel === '') return undefined;
  const hour = form.text('hour');
  const isDaily = gathers(channel) && form.text('every') === 'day';
  return messagesOf(
    needed(form, 'name', { message: 'Enter a name by which your people know it', most: 80 }),
    ['target', TARGETED[channel] === undefined || form.text('target') !== '', 'Enter where to send to'],
    ['every', !gathers(channel) || ['hour', 'day'].includes(form.text('every')), 'Choose how often'],
    [
      'hour',
      !isDaily || (/^\d{1,2}$/.test(hour) && Number(hour) < 24),
      'Enter a full hour from 0 to 23, for example 7',
    ],
    ['desk', form.text('desk') === '' || DESK.test(form.text('desk')), 'Choose one of your desks, or none'],
  );
};

const filterMessages = (form: Form): Messages => {
  const [agesFrom, agesTo] = [form.text('agesFrom'), form.text('agesTo')];
  return messagesOf(
    ['agesFrom', isAge(agesFrom), 'Enter an age in years from 0 to 25, or leave this empty'],
    ['agesTo', isAge(agesTo), 'Enter an age in years from 0 to 25, or leave this empty'],
    [
      'agesTo',
      agesFrom === '' || agesTo === '' || Number(agesFrom) <= Number(agesTo),
      'The oldest age cannot be below the youngest',
    ],
  );
};

const MESSAGES: Readonly<Record<Step, (form: Form, draft: Draft) => Messages>> = {
  channel: (form) =>
    messagesOf(['channel', isChannel(form.text('channel')), 'Choose how entries are to reach you']),
  details: detailMessages,
  filter: filterMessages,
  check: (form, { filter }) =>
    messagesOf([
      'confirms',
      !mayHideUrgent(filter) || form.text('confirms') === 'yes',
      'Confirm that urgent notices may stay away, or widen the filter',
    ]),
};

export const stepFaults = (step: Step, form: Form, draft: Draft): FormFaults | undefined => {
  const messages = MESSAGES[step](form, draft);
  return messages && faultsOf(messages);
};

const known = <C extends string>(codes: Readonly<Record<C, string>>, typed: readonly string[]): C[] =>
  typed.filter((code): code is C => Object.hasOwn(codes, code));

const part = <C extends string>(name: string, codes: C[]) => (codes.length === 0 ? {} : { [name]: codes });

/** The filter of a form. Codes that the form does not show stay as they were. */
export const filterIn = (form: Form, before: Filter): Filter => ({
  ...part('types', known(FILTER_TYPES, form.list('types'))),
  ...part('directions', known(FILTER_DIRECTIONS, form.list('directions'))),
  ...part('capacities', known(FILTER_CAPACITIES, form.list('capacities'))),
  ...part('urgencies', known(FILTER_URGENCIES, form.list('urgencies'))),
  ...(form.text('agesFrom') === '' ? {} : { agesFrom: Number(form.text('agesFrom')) }),
  ...(form.text('agesTo') === '' ? {} : { agesTo: Number(form.text('agesTo')) }),
  ...(before.categories ? { categories: before.categories } : {}),
});

const detailsIn = (form: Form, draft: Draft): Draft => ({
  ...draft,
  ...{ name: form.text('name'), target: form.text('target'), desk: form.text('desk') },
  payload: form.text('payload') === 'sealed' ? 'sealed' : 'thin',
  signing: form.text('signing') === 'ed25519' ? 'ed25519' : 'hmac-sha256',
  every: form.text('every') === 'hour' ? 'hour' : 'day',
  hour: form.text('hour') === '' ? 7 : Number(form.text('hour')),
  startsAt: form.text('startsAt') === 'beginning' ? 'beginning' : 'now',
});

const channelIn = (form: Form, draft: Draft): Draft => {
  const channel = form.text('channel');
  if (!isChannel(channel) || channel === draft.channel) return draft;
  return { ...draft, channel, target: '' };
};

export const put = (step: Step, form: Form, draft: Draft): Draft => {
  if (step === 'channel') return channelIn(form, draft);
  if (step === 'details') return detailsIn(form, draft);
  return step === 'filter' ? { ...draft, filter: filterIn(form, draft.filter), filterAnswered: true } : draft;
};
