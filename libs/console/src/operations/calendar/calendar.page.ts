import { dayOfWeek } from '@ibex/kernel';
import type { AnswerOf } from '@ibex/sdk';
import type { Cell } from '../../frame/cells';
import type { Filling } from '../../frame/filling';
import { messagesOf, needed } from '../../frame/filling';
import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import type { Form } from '../../frame/form-fields';
import { dayTyped } from '../../frame/typed-times';
import { headed } from '../parts/crumbs';

type Answer = AnswerOf<'get', '/v1/calendar/proclaimed-days'>;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const PATH = '/console/operations/calendar';
const CRUMB = { text: 'Calendar', href: PATH };
export const PROCLAIMED = {
  proclaimed: 'The day is on record. Every open deadline that runs over it is computed anew.',
};

export const calendarPage = ({ days }: Answer, done?: string) => ({
  ...headed('Calendar'),
  done,
  table: {
    caption: 'Bank holidays that were proclaimed',
    columns: ['Day', 'Name', 'By which order', 'Recorded'],
    rows: days.map(({ date, name, order, recordedAt }): readonly Cell[] => [
      { day: date },
      name,
      order,
      { when: recordedAt },
    ]),
  },
});

export const proclaimPage = (form: Filling) => ({ ...headed('Proclaim a bank holiday', CRUMB), form });

export const proclaimFaults = (form: Form): FormFaults | undefined => {
  const messages = messagesOf(
    ['date', dayTyped(form.text('date')) !== undefined, 'Enter the day, for example 3 March 2027'],
    needed(form, 'name', { message: 'Enter what the day is called', most: 120 }),
    needed(form, 'order', { message: 'Enter the proclamation or order', most: 200 }),
  );
  return messages && faultsOf(messages);
};

export const proclaimedIn = (form: Form) => ({
  date: dayTyped(form.text('date')) ?? '',
  name: form.text('name'),
  order: form.text('order'),
});

/** What is about to be proclaimed, before it is. */
export const confirmPage = (form: Filling) => {
  const { date = '', name = '', order = '' } = form.entries;
  const day = dayTyped(date) ?? '';
  return {
    ...headed('Check before you proclaim it', CRUMB),
    form,
    rows: [
      { key: 'Day', value: { lines: [WEEKDAYS[dayOfWeek(day)] ?? '', { day }] } },
      { key: 'Name', value: name },
      { key: 'By which order', value: order },
    ] satisfies readonly Readonly<{ key: string; value: Cell }>[],
  };
};
