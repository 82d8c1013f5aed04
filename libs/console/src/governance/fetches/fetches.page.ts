import type { AnswerOf } from '@ibex/sdk';
import { codeInWords } from '../../frame/filters';
import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import type { Form } from '../../frame/form-fields';
import type { FactRow } from '../../frame/cells';
import { orNone, sentence } from '../../frame/cells';
import { headed } from '../parts/crumbs';
import { messagesOf, needed } from '../../frame/filling';
import type { Filling } from '../../frame/filling';

type Answer = AnswerOf<'get', '/v1/restricted-fetches'>;
type Fetch = Answer['fetches'][number];
export type Whereabouts = AnswerOf<'post', '/v1/restricted-fetches/{id}/content'>;

export const PATH = '/console/governance/whereabouts';
export const FETCHES_CRUMB = { text: 'Whereabouts of restricted children', href: PATH };
export const FETCH_DONE = {
  asked: 'It is asked. A colleague has to approve it, and finds it on this page.',
  approved: 'Approved. Your colleague can read it once, within minutes.',
};

const PHASES = {
  requested: { text: 'Waits for approval', colour: 'yellow' },
  approved: { text: 'May be read once', colour: 'green' },
  taken: { text: 'Was read', colour: 'grey' },
} as const;

const shownOf = (fetch: Fetch, person: string) => {
  const mine = fetch.person === person;
  return {
    ...{ id: fetch.id, tag: PHASES[fetch.phase] },
    mayApprove: fetch.phase === 'requested' && !mine,
    mayRead: fetch.phase === 'approved' && mine,
    rows: [
      { key: 'Record', value: { mono: fetch.recordRef } },
      { key: 'What', value: fetch.notice === undefined ? 'Home address' : { mono: fetch.notice } },
      { key: 'Why', value: orNone(fetch.reason, (text) => text, 'Not held any more') },
      { key: 'Asked by', value: { lines: [{ mono: fetch.person }, { when: fetch.requestedAt }] } },
      ...(fetch.approvedBy === undefined ? [] : [{ key: 'Approved by', value: { mono: fetch.approvedBy } }]),
      ...(fetch.until === undefined ? [] : [{ key: 'Approval runs out', value: { when: fetch.until } }]),
    ] satisfies readonly FactRow[],
  };
};

export const fetchesPage = (
  { fetches }: Answer,
  more: Readonly<{ form: Filling; person: string; mayAsk: boolean; done?: string | undefined }>,
) => ({
  ...headed('Whereabouts of restricted children'),
  ...more,
  fetches: fetches.map((fetch) => shownOf(fetch, more.person)),
});

export const askPage = (form: Filling) => ({
  ...headed('Ask where a restricted child is', FETCHES_CRUMB),
  form,
});

const REF = /^[A-Za-z0-9][A-Za-z0-9_-]{7,63}$/;

export const askFaults = (form: Form): FormFaults | undefined => {
  const messages = messagesOf(
    ['recordRef', REF.test(form.text('recordRef')), 'Enter the reference of the record as IBEX shows it'],
    [
      'notice',
      form.text('notice').length <= 80,
      'Enter the notice as IBEX shows it, for example placement-…, or leave this empty',
    ],
    needed(form, 'reason', { message: 'Say why you have to know', most: 2000 }),
  );
  return messages && faultsOf(messages);
};

export const askedIn = (form: Form) => ({
  ...{ recordRef: form.text('recordRef'), reason: form.text('reason') },
  ...(form.text('notice') === '' ? {} : { notice: form.text('notice') }),
});

const fieldRows = (fields: Readonly<Record<string, unknown>>): readonly FactRow[] =>
  Object.entries(fields).map(([name, value]) => ({
    key: sentence(codeInWords(name.replaceAll(/([a-z])([A-Z])/g, '$1-$2').toLowerCase())),
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }));

export const whereaboutsPage = ({ recordRef, homePostcode, facts }: Whereabouts) => ({
  ...headed('Whereabouts, shown once', FETCHES_CRUMB),
  recordRef,
  home: orNone(homePostcode, (text) => text, 'Not held'),
  shown: facts.map(({ type, recordedAt, fields }) => ({
    type: sentence(codeInWords(type.replaceAll(/([a-z])([A-Z])/g, '$1-$2').toLowerCase())),
    recordedAt,
    rows: fieldRows(fields),
  })),
});
