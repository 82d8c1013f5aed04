import type { AnswerOf } from '@ibex/sdk';
import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import type { Form } from '../../frame/form-fields';
import { addressOf } from '../../frame/asked';
import type { Cell } from '../../frame/cells';
import { orNone } from '../../frame/cells';
import { headed } from '../parts/crumbs';
import { messagesOf, needed } from '../../frame/filling';
import type { Filling } from '../../frame/filling';
import { roleInWords, shortly } from '../parts/words';

type Answer = AnswerOf<'get', '/v1/decisions-not-to-share'>;

export const PATH = '/console/governance/decisions';
export const DECISIONS_CRUMB = { text: 'Decisions not to share', href: PATH };
export const DECIDED = { decided: 'The decision is on record.' };
const REF = /^[A-Za-z0-9][A-Za-z0-9_-]{7,63}$/;
export const isRef = (text: string): boolean => REF.test(text);

export const decisionsPage = (
  { decisions }: Answer,
  more: Readonly<{ recordRef: string; mayDecide: boolean; done?: string | undefined }>,
) => ({
  ...headed('Decisions not to share'),
  ...more,
  add: addressOf(`${PATH}/new`, { recordRef: more.recordRef }),
  table: {
    caption: more.recordRef === '' ? 'The latest first' : 'About one record, the latest first',
    columns: ['Decided', 'Not told', 'About', 'Why', 'By'],
    rows: decisions.map((one): readonly Cell[] => [
      { when: one.at },
      { borough: one.authority },
      {
        lines: [
          {
            text: shortly(one.recordRef),
            href: addressOf(PATH, { recordRef: one.recordRef }),
            about: 'only this record',
          },
          one.notice === undefined ? { hint: 'all of it' } : { mono: shortly(one.notice) },
        ],
      },
      orNone(one.reason, (text) => text, 'Not held any more'),
      { lines: [roleInWords(one.role), { mono: shortly(one.person) }] },
    ]),
  },
});

export const decidePage = (form: Filling) => ({
  ...headed('Put a decision on record', DECISIONS_CRUMB),
  form,
});

export const decideFaults = (form: Form): FormFaults | undefined => {
  const notice = form.text('notice');
  const messages = messagesOf(
    ['recordRef', isRef(form.text('recordRef')), 'Enter the reference of the record as IBEX shows it'],
    [
      'notice',
      notice === '' || isRef(notice),
      'Enter the notice as IBEX shows it, for example placement-…, or leave this empty',
    ],
    ['authority', form.text('authority') !== '', 'Choose the authority that is not told'],
    needed(form, 'reason', { message: 'Say why it is not told', most: 2000 }),
  );
  return messages && faultsOf(messages);
};

export const decisionIn = (form: Form) => ({
  ...{ recordRef: form.text('recordRef'), authority: form.text('authority'), reason: form.text('reason') },
  ...(form.text('notice') === '' ? {} : { notice: form.text('notice') }),
});
