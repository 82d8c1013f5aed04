import type { AnswerOf } from '@ibex/sdk';
import { codeInWords } from '../../frame/filters';
import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import type { Form } from '../../frame/form-fields';
import { timeTyped } from '../../frame/typed-times';
import type { Cell } from '../../frame/cells';
import { counted, orNone, sentence } from '../../frame/cells';
import { headed } from '../parts/crumbs';
import { fresh, messagesOf, needed } from '../../frame/filling';
import type { Filling } from '../../frame/filling';

type Answer = AnswerOf<'get', '/v1/desks'>;
export type Desk = Answer['desks'][number];
type Hours = Desk['hours'][number];
type Step = Answer['escalations'][number]['steps'][number];

export const PATH = '/console/governance/desks';
export const DESKS_CRUMB = { text: 'Desks and escalation', href: PATH };
export const DESK_DONE = {
  named: 'The desk is on record.',
  set: 'The steps are on record and hold for duties that become late from now on.',
};
export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
type Day = (typeof DAYS)[number];

/** Kinds of duty that the types of notices declare; `any` stands for all that have no steps of their own. */
const KINDS: Readonly<Record<string, string>> = {
  any: 'All duties without steps of their own',
  acknowledgement: 'Acknowledge a notice',
  acknowledge: 'Confirm, as host, that you know of a placement',
  'answer-consultation': 'Answer a consultation',
  'assess-risk': 'Assess the risk of a placement',
  'return-interview': 'Return interview',
  'strategy-discussion': 'Strategy discussion',
  'tell-host': 'Tell the host authority',
  'supply-care-plan': 'Supply the care plan',
  'supply-assessment': 'Supply the assessment',
  'end-notice': 'Tell of the end of a placement',
  'answer-referral': 'Answer a referral',
  'hold-transfer-in-conference': 'Hold a transfer-in conference',
  'supply-information': 'Supply information about a move',
  'exploitation-review': 'Review a concern about exploitation',
  'put-right': 'Put right what was told wrong',
};
export const kindInWords = (kind: string): string => KINDS[kind] ?? sentence(codeInWords(kind));

const SHORT = (day: string): string => sentence(day.slice(0, 3));

/** Days with the same hours together: `Mon to Fri, 09:00 to 17:00`. */
export const hoursInWords = (hours: readonly Hours[]): readonly string[] => {
  const spans = new Map<string, string[]>();
  for (const { day, opens, closes } of hours) {
    const span = `${opens} to ${closes}`;
    spans.set(span, [...(spans.get(span) ?? []), day]);
  }
  return [...spans].map(([span, days]) => {
    const at = days.map((day) => DAYS.indexOf(day as Day)).sort((a, b) => a - b);
    const names = at.map((index) => SHORT(DAYS[index] ?? ''));
    const isRun = at.length > 2 && at.every((index, place) => index === (at[0] ?? 0) + place);
    return `${isRun ? `${names[0] ?? ''} to ${names.at(-1) ?? ''}` : names.join(', ')}, ${span}`;
  });
};

const MINUTES = { day: 1440, hour: 60, minute: 1 } as const;

/** `4 hours after`, `at once`. */
export const afterInWords = (minutes: number): string => {
  if (minutes === 0) return 'at once';
  const unit = minutes % MINUTES.day === 0 ? 'day' : minutes % MINUTES.hour === 0 ? 'hour' : 'minute';
  return `${counted(minutes / MINUTES[unit], unit)} after it is late`;
};

const stepCell = ({ desk, afterMinutes }: Step): string => `${desk}, ${afterInWords(afterMinutes)}`;

export const desksPage = ({ desks, escalations }: Answer, done?: string) => ({
  ...headed('Desks and escalation'),
  done,
  desks: {
    caption: 'Desks of your authority',
    columns: ['Desk', 'Who sits there', 'Open', 'How it is reached', 'What to do'],
    rows: desks.map((desk): readonly Cell[] => [
      desk.desk,
      desk.role,
      desk.always ? 'Day and night' : { lines: hoursInWords(desk.hours) },
      orNone(desk.contact, (text) => text),
      { text: 'Change', href: `${PATH}/desk/${desk.desk}`, about: desk.desk },
    ]),
  },
  escalations: {
    caption: 'Who is told of late duties',
    columns: ['Kind of duty', 'Told, in order', 'What to do'],
    rows: escalations.map(({ kind, steps }): readonly Cell[] => [
      kindInWords(kind),
      steps.length === 0 ? { hint: 'Nobody' } : { lines: steps.map(stepCell) },
      { text: 'Change', href: `${PATH}/steps/${kind}`, about: kindInWords(kind).toLowerCase() },
    ]),
  },
});

const newDesk: Desk = { desk: '', role: '', always: false, hours: [] };

export const deskFilling = (shown?: Desk): Filling => {
  const { desk, role, contact = '', always, hours } = shown ?? newDesk;
  const { opens, closes } = hours[0] ?? { opens: '09:00', closes: '17:00' };
  const days = shown === undefined ? DAYS.slice(0, 5) : [...new Set(hours.map(({ day }) => day))];
  return fresh({ desk, role, contact, always: always ? 'yes' : 'no', opens, closes }, { days });
};

/** Hours that differ from day to day are set by the API; saying so is better than flattening them unseen. */
const areUneven = (desk: Desk | undefined): boolean =>
  new Set(desk?.hours.map(({ opens, closes }) => `${opens} ${closes}`)).size > 1;

export const deskPage = (form: Filling, desk?: Desk) => ({
  ...headed(desk ? `Change ${desk.desk}` : 'Name a desk', DESKS_CRUMB),
  ...{ form, isNew: desk === undefined, areUneven: areUneven(desk) },
  action: desk ? `${PATH}/desk/${desk.desk}` : `${PATH}/new`,
  days: DAYS.map((value) => ({ value, text: sentence(value) })),
});

const SLUG = /^[a-z][a-z0-9-]{1,39}$/;
const clock = (text: string): string | undefined => (text === '24:00' ? text : timeTyped(text));

export const deskFaults = (form: Form): FormFaults | undefined => {
  const isAlways = form.text('always') === 'yes';
  const messages = messagesOf(
    [
      'desk',
      SLUG.test(form.text('desk')),
      'Enter 2 to 40 small letters, digits and hyphens, for example duty-desk',
    ],
    needed(form, 'role', { message: 'Say who sits there, as a role', most: 120 }),
    ['contact', form.text('contact').length <= 500, 'Shorten this to 500 characters or fewer'],
    ['always', ['yes', 'no'].includes(form.text('always')), 'Choose when it is open'],
    ['days', isAlways || form.list('days').length > 0, 'Choose the days on which it is open'],
    ['opens', isAlways || clock(form.text('opens')) !== undefined, 'Enter a time, for example 9am or 09:00'],
    [
      'closes',
      isAlways || clock(form.text('closes')) !== undefined,
      'Enter a time, for example 5pm or 17:00',
    ],
  );
  return messages && faultsOf(messages);
};

const isDay = (text: string): text is Day => DAYS.some((day) => day === text);

export const deskIn = (form: Form) => {
  const always = form.text('always') === 'yes';
  const opens = clock(form.text('opens')) ?? '';
  const closes = clock(form.text('closes')) ?? '';
  return {
    ...{ desk: form.text('desk'), role: form.text('role'), always },
    ...(always
      ? {}
      : {
          hours: form
            .list('days')
            .filter(isDay)
            .map((day) => ({ day, opens, closes })),
        }),
    ...(form.text('contact') === '' ? {} : { contact: form.text('contact') }),
  };
};
