import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import type { Form } from '../../frame/form-fields';
import { headed } from '../parts/crumbs';
import { messagesOf, needed } from '../../frame/filling';
import type { Filling } from '../../frame/filling';
import { ENDINGS, clauseInWords, currentOf, newestOf } from './agreement.words';
import type { Agreement } from './agreement.words';
import { AGREEMENTS_CRUMB, PATH } from './agreements.page';

export type Ending = keyof typeof ENDINGS;
const isEnding = (code: string): code is Ending => Object.hasOwn(ENDINGS, code);

const near = (agreement: Agreement) => [
  AGREEMENTS_CRUMB,
  { text: currentOf(agreement)?.title ?? 'Agreement', href: `${PATH}/${agreement.id}` },
];

/** What signing brings about, for this authority at this moment. */
export const signPage = (agreement: Agreement, authority: string, form: Filling) => {
  const version = newestOf(agreement);
  const others = version?.awaiting.filter((gss) => gss !== authority) ?? [];
  return {
    ...headed('Sign for your authority', ...near(agreement)),
    ...{ form, action: `${PATH}/${agreement.id}/sign` },
    version: version?.version,
    replaces: agreement.versionInForce,
    others,
    from: version?.from,
    to: version?.to,
    clauses:
      version?.clauses.map((clause) => ({ key: `Clause ${clause.id}`, value: clauseInWords(clause) })) ?? [],
  };
};

export const signFaults = (form: Form): FormFaults | undefined => {
  const messages = messagesOf(
    needed(form, 'name', { message: 'Enter your name as the other parties are to read it', most: 120 }),
    ['position', form.text('position').length <= 120, 'Shorten this to 120 characters or fewer'],
    ['read', form.text('read') === 'yes', 'Confirm that you have read this version'],
  );
  return messages && faultsOf(messages);
};

export const signedIn = (form: Form) => ({
  version: Number(form.text('version')),
  name: form.text('name'),
  ...(form.text('position') === '' ? {} : { position: form.text('position') }),
});

/** `leave`: for this authority alone; `end`: for all. */
export const goingPage = (agreement: Agreement, act: 'leave' | 'end', form: Filling) => ({
  ...headed(act === 'leave' ? 'Leave this agreement' : 'End it for all parties', ...near(agreement)),
  ...{ form, act, action: `${PATH}/${agreement.id}/${act}` },
  parties: agreement.parties,
  goesOn: act === 'leave' && agreement.parties.length > 2,
  reasons: Object.entries(ENDINGS).map(([value, text]) => ({ value, text })),
});

export const goingFaults = (form: Form): FormFaults | undefined => {
  const messages = messagesOf(
    ['because', isEnding(form.text('because')), 'Choose why'],
    ['note', form.text('note').length <= 2000, 'Shorten this to 2000 characters or fewer'],
  );
  return messages && faultsOf(messages);
};

export const goingIn = (form: Form) => {
  const because = form.text('because');
  return {
    because: isEnding(because) ? because : ('other' as const),
    ...(form.text('note') === '' ? {} : { note: form.text('note') }),
  };
};
