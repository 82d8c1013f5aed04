import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import type { Form } from '../../frame/form-fields';
import { dayTyped, instantTyped, timeTyped } from '../../frame/typed-times';
import type { FoundBody, MomentBody, ResponseBody, SightingBody } from './missing.bodies';

const NAMES = { sighting: 'seen', found: 'found' } as const;
export type Telling = keyof typeof NAMES;

const optional = (form: Form, ...names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names.map((name) => [name, form.text(name)] as const).filter(([, value]) => value !== ''),
  );

/** When it was: with the time where it is known, else the day. */
export const momentIn = (form: Form): MomentBody | undefined => {
  const [day, time] = [form.text('day'), form.text('time')];
  if (time === '') {
    const on = dayTyped(day);
    return on === undefined ? undefined : { on };
  }
  const at = instantTyped(day, time);
  return at === undefined ? undefined : { at };
};

export const momentFaults = (form: Form, telling: Telling): FormFaults | undefined => {
  const [day, time] = [form.text('day'), form.text('time')];
  if (dayTyped(day) === undefined)
    return faultsOf({ day: `Enter the day on which the child was ${NAMES[telling]}, like 3 March 2026` });
  if (time !== '' && timeTyped(time) === undefined)
    return faultsOf({ time: 'Enter a time like 2:14am or 14:30, or leave it empty if it is not known' });
  return momentIn(form)
    ? undefined
    : faultsOf({ time: 'The clocks changed at that time: enter another one' });
};

export const sightingBody = (form: Form, when: MomentBody): SightingBody => ({
  when,
  ...optional(form, 'area', 'place', 'narrative'),
});

const FOUND_BY = ['police', 'carer', 'self', 'family', 'other'] as const;
export const FOUND_BY_ITEMS = [
  { value: 'police', text: 'Police' },
  { value: 'carer', text: 'Carer or home' },
  { value: 'self', text: 'Nobody: the child came back alone' },
  { value: 'family', text: 'Family' },
  { value: 'other', text: 'Somebody else' },
];

export const foundBody = (form: Form, when: MomentBody): FoundBody => {
  const foundBy = FOUND_BY.find((code) => code === form.text('foundBy'));
  return {
    when,
    ...(foundBy === undefined ? {} : { foundBy }),
    ...optional(form, 'area', 'whereabouts', 'narrative'),
  };
};

type Response = ResponseBody['response'];
const RESPONSES: readonly (readonly [Response, string])[] = [
  ['received', 'We have the notice'],
  ['own-records-checked', 'We checked our own records'],
  ['staff-alerted', 'We alerted our staff and our out-of-hours team'],
  ['addresses-visited', 'We visited addresses'],
  ['with-police', 'We are working with the police'],
  ['copy-corrected', 'We put our copy right'],
  ['nothing-known', 'Nothing is known to us'],
  ['other', 'Something else'],
];
export const RESPONSE_ITEMS = RESPONSES.map(([value, text]) => ({ value, text }));

export const responseBody = (form: Form): ResponseBody | undefined => {
  const response = RESPONSES.find(([code]) => code === form.text('response'))?.[0];
  return response && { response, ...optional(form, 'whatWeAreDoing') };
};
