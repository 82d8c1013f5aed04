import { londonDateOf, londonTimeOf } from '@ibex/kernel';
import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import type { Form } from '../../frame/form-fields';
import { dayInWords } from '../../frame/time-words';
import { instantTyped } from '../../frame/typed-times';
import { headed } from '../parts/crumbs';
import { fresh, messagesOf } from '../../frame/filling';
import type { Filling } from '../../frame/filling';
import { MEANS, PATH, TASKS_CRUMB } from './tasks.page';
import type { Task } from './tasks.page';

type Means = keyof typeof MEANS;
const isMeans = (code: string): code is Means => Object.hasOwn(MEANS, code);
const TEXTS = { reference: 200, sentBy: 200, sentTo: 200, note: 2000 } as const;

/** What was said last, to be put right. */
export const toldFilling = ({ proofs }: Task): Filling => {
  const last = proofs.at(-1);
  if (!last) return fresh();
  const { means, doneAt, reference = '', sentBy = '', sentTo = '', note = '' } = last;
  const told = { day: dayInWords(londonDateOf(doneAt)), time: londonTimeOf(doneAt) };
  return fresh({ means, ...told, reference, sentBy, sentTo, note });
};

export const toldPage = (task: Task, form: Filling) => {
  const isCorrection = task.state === 'done';
  const heading = isCorrection ? 'Put right how it was told' : `Say how ${task.recipientName} was told`;
  return {
    ...headed(heading, TASKS_CRUMB, { text: `Tell ${task.recipientName}`, href: `${PATH}/${task.id}` }),
    ...{ form, isCorrection, action: `${PATH}/${task.id}/told`, back: `${PATH}/${task.id}` },
    means: Object.entries(MEANS).map(([value, text]) => ({ value, text })),
  };
};

export const toldFaults = (form: Form, now: string): FormFaults | undefined => {
  const told = instantTyped(form.text('day'), form.text('time'));
  const messages = messagesOf(
    ['means', isMeans(form.text('means')), 'Choose how the authority was told'],
    [
      'day',
      told !== undefined,
      'Enter the day and time at which it was told, for example 3 March 2026 and 2:14am',
    ],
    ['day', told === undefined || told <= now, 'This lies in the future. Enter when it was told'],
    ...Object.entries(TEXTS).map(
      ([name, most]) =>
        [
          name,
          form.text(name).length <= most,
          `Shorten this to ${String(most)} characters or fewer`,
        ] as const,
    ),
  );
  return messages && faultsOf(messages);
};

export const toldIn = (form: Form) => {
  const means = form.text('means');
  const texts = Object.keys(TEXTS).flatMap((name) =>
    form.text(name) === '' ? [] : [[name, form.text(name)]],
  );
  return {
    means: isMeans(means) ? means : ('other' as const),
    doneAt: instantTyped(form.text('day'), form.text('time')) ?? '',
    ...(Object.fromEntries(texts) as Readonly<Partial<Record<keyof typeof TEXTS, string>>>),
  };
};

/** The exchange calls `doneAt` what the page asks for as day and time. */
export const atDay = ({ summary, of }: FormFaults): FormFaults => ({
  summary: summary.map((line) => (line.href === '#doneAt' ? { ...line, href: '#day' } : line)),
  of: { ...of, ...(of['doneAt'] === undefined ? {} : { day: of['doneAt'] }) },
});
