import type { AnswerOf } from '@ibex/sdk';
import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import type { Form } from '../../frame/form-fields';
import { orNone } from '../../frame/cells';
import { headed } from '../parts/crumbs';
import { messagesOf, needed } from '../../frame/filling';
import type { Filling } from '../../frame/filling';

type Answer = AnswerOf<'get', '/v1/access/revocations'>;
type Revoked = Answer['revocations'][number];

const PATH = '/console/governance/revocations';
const CRUMB = { text: 'Access taken away', href: PATH };
export const REVOCATION_DONE = {
  taken: 'Access is taken away. It holds from the next request on; open streams are cut.',
  lifted: 'Access is given back.',
};

const whoseOf = ({ person, tokenId }: Revoked) =>
  person === undefined ? { kind: 'Token', id: tokenId ?? '' } : { kind: 'Person', id: person };

export const revocationsPage = (
  { revocations }: Answer,
  more: Readonly<{ form: Filling; done?: string | undefined }>,
) => ({
  ...headed('Access taken away'),
  ...more,
  cards: revocations.map((revoked, index) => {
    const { kind, id } = whoseOf(revoked);
    return {
      ...{ kind, id, field: `reason-${String(index)}`, whose: kind === 'Token' ? 'tokenId' : 'person' },
      isOpen: more.form.entries['id'] === id,
      rows: [
        { key: kind, value: { mono: id } },
        { key: 'Since', value: { when: revoked.since } },
        { key: 'Why', value: orNone(revoked.reason, (text) => text) },
        { key: 'Decided by', value: { mono: revoked.decidedBy } },
      ],
    };
  }),
});

export const takeAwayPage = (form: Filling) => ({
  ...headed('Take access away', CRUMB),
  form,
  kinds: [
    { value: 'person', text: 'A person', hint: 'Everything the person holds stops working, on every device' },
    { value: 'token', text: 'One token', hint: 'For a system or a lost device; the rest goes on' },
  ],
});

export const takeAwayFaults = (form: Form): FormFaults | undefined => {
  const messages = messagesOf(
    ['kind', ['person', 'token'].includes(form.text('kind')), 'Choose whether it is a person or one token'],
    needed(form, 'reference', { message: 'Enter the reference of the person or the token', most: 200 }),
    needed(form, 'reason', { message: 'Say why access is taken away', most: 2000 }),
  );
  return messages && faultsOf(messages);
};

/** What the exchange calls `person` or `tokenId` is one field of the page. */
export const atReference = ({ summary, of }: FormFaults): FormFaults => ({
  summary: summary.map((line) =>
    /^#(?:person|tokenId)$/.test(line.href ?? '') ? { ...line, href: '#reference' } : line,
  ),
  of: {
    ...of,
    ...((of['person'] ?? of['tokenId']) ? { reference: of['person'] ?? of['tokenId'] ?? '' } : {}),
  },
});

export const takenAwayIn = (form: Form) => ({
  ...(form.text('kind') === 'token'
    ? { tokenId: form.text('reference') }
    : { person: form.text('reference') }),
  reason: form.text('reason'),
});

export const givenBackIn = (form: Form) => ({
  ...(form.text('whose') === 'tokenId' ? { tokenId: form.text('id') } : { person: form.text('id') }),
  reason: form.text(form.text('field')),
});

export const giveBackFaults = (form: Form): FormFaults | undefined => {
  const field = form.text('field');
  const messages = messagesOf(needed(form, field, { message: 'Say why access is given back', most: 2000 }));
  return messages && faultsOf(messages);
};
