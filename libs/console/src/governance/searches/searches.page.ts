import type { AnswerOf } from '@ibex/sdk';
import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import type { Form } from '../../frame/form-fields';
import { headed } from '../parts/crumbs';
import { messagesOf, needed } from '../../frame/filling';
import type { Filling } from '../../frame/filling';

type Answer = AnswerOf<'get', '/v1/mash/closed-searches'>;

export const REOPENED = { reopened: 'Searches are open to this person again.' };
const BECAUSE = {
  'varies-one-identifier': 'Search after search differed in one thing only, as if somebody tried out values',
  'finds-nothing': 'Many searches found nobody, as if somebody went through a list',
} as const;

/** People of the authority whose searches looked like probing. */
export const closedPage = (
  { closed }: Answer,
  more: Readonly<{ form: Filling; done?: string | undefined }>,
) => ({
  ...headed('Closed searches'),
  ...more,
  cards: closed.map(({ person, because, since }, index) => ({
    ...{ person, field: `reason-${String(index)}`, isOpen: more.form.entries['person'] === person },
    rows: [
      { key: 'Person', value: { mono: person } },
      { key: 'Closed', value: { when: since } },
      { key: 'Because', value: BECAUSE[because] },
    ],
  })),
});

export const reopenFaults = (form: Form): FormFaults | undefined => {
  const messages = messagesOf(
    needed(form, form.text('field'), { message: 'Say what you found when you asked the person', most: 2000 }),
  );
  return messages && faultsOf(messages);
};

export const reopenedIn = (form: Form) => ({
  person: form.text('person'),
  reason: form.text(form.text('field')),
});
