import type { AnswerOf } from '@ibex/sdk';
import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import type { Form } from '../../frame/form-fields';
import { headed } from '../parts/crumbs';
import { messagesOf, needed } from '../../frame/filling';
import type { Filling } from '../../frame/filling';

type Answer = AnswerOf<'get', '/v1/records/{recordRef}/restrictions'>;
export type Label = Answer['labels'][number]['label'];

export const PATH = '/console/governance/records';
export const RECORDS_CRUMB = { text: 'Restrict a record', href: PATH };
export const RECORD_DONE = {
  restricted: 'The record is restricted. Nobody else finds it from the next request on.',
  proposed: 'It is proposed to take the label off. It holds until another person agrees.',
  lifted: 'The label is taken off.',
};

export const LABELS: Readonly<Record<Label, Readonly<{ text: string; hint: string }>>> = {
  refuge: {
    text: 'Refuge',
    hint: 'Lives in a refuge. Your own staff see no address, contacts or free text either',
  },
  protected: {
    text: 'Protected',
    hint: 'At risk from somebody who may find out. Your own staff see no address, contacts or free text either',
  },
  adoption: { text: 'Adoption', hint: 'Placed for adoption. Your own staff go on seeing the address' },
};
export const isLabel = (text: string): text is Label => Object.hasOwn(LABELS, text);

export const findPage = (form: Filling) => ({ ...headed('Restrict a record'), form });

const REF = /^[A-Za-z0-9][A-Za-z0-9_-]{7,63}$/;

export const findFaults = (form: Form): FormFaults | undefined => {
  const by = form.text('by');
  const messages = messagesOf(
    ['by', ['localId', 'recordRef'].includes(by), 'Choose how you name the child'],
    [
      'localId',
      by !== 'localId' || form.text('localId') !== '',
      'Enter the number by which your own system knows the child',
    ],
    [
      'recordRef',
      by !== 'recordRef' || REF.test(form.text('recordRef')),
      'Enter the reference as IBEX shows it: letters, digits and hyphens',
    ],
  );
  return messages && faultsOf(messages);
};

/** Labels of a record, what is proposed, and what may be done by this person. */
export const recordPage = (
  { recordRef, labels }: Answer,
  more: Readonly<{ form: Filling; person: string; done?: string | undefined; isGovernance: boolean }>,
) => {
  const carried = new Set(labels.map(({ label }) => label));
  return {
    ...headed('Restrictions of a record', RECORDS_CRUMB),
    ...more,
    recordRef,
    path: `${PATH}/${recordRef}`,
    labels: labels.map(({ label, since, liftingProposedBy }) => ({
      ...{ label, since, text: LABELS[label].text, hint: LABELS[label].hint, field: `reason-${label}` },
      isOpen: more.form.entries['label'] === label && more.form.faults !== undefined,
      isProposed: liftingProposedBy !== undefined,
      mayAgree: liftingProposedBy !== undefined && liftingProposedBy !== more.person,
    })),
    free: Object.entries(LABELS)
      .filter(([label]) => isLabel(label) && !carried.has(label))
      .map(([value, { text, hint }]) => ({ value, text, hint })),
  };
};

export const restrictFaults = (form: Form): FormFaults | undefined => {
  const messages = messagesOf(
    ['newLabel', isLabel(form.text('newLabel')), 'Choose why it is kept from all others'],
    needed(form, 'reason', { message: 'Say why, in your own words', most: 2000 }),
    [
      'understood',
      form.text('understood') === 'yes',
      'Confirm that you know whom IBEX will not tell any more',
    ],
  );
  return messages && faultsOf(messages);
};

export const liftFaults = (form: Form, label: string): FormFaults | undefined => {
  const messages = messagesOf(
    needed(form, `reason-${label}`, { message: 'Say why the label is to be taken off', most: 2000 }),
  );
  return messages && faultsOf(messages);
};

export const atNewLabel = ({ summary, of }: FormFaults): FormFaults => ({
  summary: summary.map((line) => (line.href === '#label' ? { ...line, href: '#newLabel' } : line)),
  of: { ...of, ...(of['label'] === undefined ? {} : { newLabel: of['label'] }) },
});
