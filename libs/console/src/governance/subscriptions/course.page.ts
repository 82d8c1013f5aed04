import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import type { Form } from '../../frame/form-fields';
import { instantTyped } from '../../frame/typed-times';
import { headed } from '../parts/crumbs';
import { messagesOf } from '../../frame/filling';
import type { Filling } from '../../frame/filling';
import { CLOSINGS, PAUSES } from './subscription.words';
import type { Subscription } from './subscription.words';
import { PATH, SUBSCRIPTIONS_CRUMB } from './subscriptions.page';

export type Act = 'pause' | 'close' | 'rotate' | 'replay';
export const ACTS = ['pause', 'close', 'rotate', 'replay'] as const satisfies readonly Act[];
export const isAct = (text: string): text is Act => ACTS.some((act) => act === text);

const TITLES: Readonly<Record<Act, string>> = {
  pause: 'Pause this subscription',
  close: 'Close this subscription for good',
  rotate: 'Make a new signing secret',
  replay: 'Send history again',
};

const itemsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

export const ACT_ENTRIES: Readonly<Record<Act, Readonly<Record<string, string>>>> = {
  pause: { hours: '24' },
  close: {},
  rotate: { overlap: '24', signing: 'hmac-sha256' },
  replay: { from: 'number' },
};

export const actPage = (one: Subscription, act: Act, form: Filling) => ({
  ...headed(TITLES[act], SUBSCRIPTIONS_CRUMB, { text: one.name, href: `${PATH}/${one.id}` }),
  ...{ form, act, action: `${PATH}/${one.id}/${act}`, back: `${PATH}/${one.id}` },
  pauses: itemsOf(PAUSES),
  closings: itemsOf(CLOSINGS),
});

const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d{1,15}$/.test(text) && Number(text) >= least && Number(text) <= most;

type Messages = Readonly<Record<string, string>> | undefined;

const MESSAGES: Readonly<Record<Act, (form: Form) => Messages>> = {
  pause: (form) => {
    const hours = form.text('hours');
    const isLong = isWhole(hours, 25, 720);
    return messagesOf(
      ['because', Object.hasOwn(PAUSES, form.text('because')), 'Choose why it is paused'],
      ['hours', isWhole(hours, 1, 720), 'Enter a number of hours from 1 to 720'],
      [
        'confirms',
        !isLong || form.text('confirms') === 'yes',
        'Confirm that urgent notices may stay away for more than 24 hours, or pause for less',
      ],
    );
  },
  close: (form) =>
    messagesOf(['because', Object.hasOwn(CLOSINGS, form.text('because')), 'Choose why it is closed']),
  rotate: (form) =>
    messagesOf([
      'overlap',
      isWhole(form.text('overlap'), 0, 168),
      'Enter a number of hours from 0 to 168; 0 ends the old secret at once',
    ]),
  replay: (form) => {
    const byTime = form.text('from') === 'time';
    return messagesOf(
      ['from', ['number', 'time'].includes(form.text('from')), 'Choose where to begin'],
      [
        'number',
        byTime || isWhole(form.text('number'), 1, 9_007_199_254_740_991),
        'Enter the number of the first entry to send again',
      ],
      [
        'day',
        !byTime || instantTyped(form.text('day'), form.text('time')) !== undefined,
        'Enter a real day and time, for example 3 March 2026 and 2:14am',
      ],
    );
  },
};

export const actFaults = (act: Act, form: Form): FormFaults | undefined => {
  const messages = MESSAGES[act](form);
  return messages && faultsOf(messages);
};

const knownOr = <C extends string>(codes: Readonly<Record<C, string>>, code: string, other: C): C =>
  Object.keys(codes).find((known): known is C => known === code) ?? other;

export const pauseIn = (form: Form) => ({
  because: knownOr(PAUSES, form.text('because'), 'other'),
  forHours: Number(form.text('hours')),
  ...(form.text('confirms') === 'yes' ? { confirmsThatUrgentMayBeHidden: true } : {}),
});

export const closeIn = (form: Form) => ({ because: knownOr(CLOSINGS, form.text('because'), 'other') });

export const rotateIn = (form: Form) => ({
  overlapHours: Number(form.text('overlap')),
  signing: form.text('signing') === 'ed25519' ? ('ed25519' as const) : ('hmac-sha256' as const),
});

export const replayIn = (form: Form) => {
  const instant = instantTyped(form.text('day'), form.text('time'));
  return form.text('from') === 'time' && instant !== undefined
    ? { fromTime: instant }
    : { fromSequence: Number(form.text('number')) };
};

/** Names that the exchange has for what the forms call otherwise. */
const FIELDS: Readonly<Record<string, string>> = {
  forHours: 'hours',
  overlapHours: 'overlap',
  fromSequence: 'number',
  fromTime: 'day',
  confirmsThatUrgentMayBeHidden: 'confirms',
};

export const inForm = ({ summary, of }: FormFaults): FormFaults => ({
  summary: summary.map(({ text, href }) => {
    const named = href === undefined ? undefined : (FIELDS[href.slice(1)] ?? href.slice(1));
    return named === undefined ? { text } : { text, href: `#${named}` };
  }),
  of: Object.fromEntries(Object.entries(of).map(([field, text]) => [FIELDS[field] ?? field, text])),
});
