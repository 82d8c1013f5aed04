import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import type { Form } from '../../frame/form-fields';
import { dayTyped } from '../../frame/typed-times';
import { messagesOf, needed } from '../../frame/filling';
import { DIRECTIONS, TYPES, URGENCIES } from './agreement.words';
import type { Draft, DraftClause } from './draft';

export const STEPS = ['about', 'parties', 'term', 'clauses', 'check'] as const;
export type Step = (typeof STEPS)[number];
export const isStep = (text: string): text is Step => STEPS.some((step) => step === text);
export const afterStep = (step: Step): Step => STEPS[STEPS.indexOf(step) + 1] ?? 'check';

type Rule = Readonly<{
  wrong: (form: Form, draft: Draft) => Readonly<Record<string, string>> | undefined;
  put: (form: Form, draft: Draft, authority: string) => Draft;
}>;

const about: Rule = {
  wrong: (form) =>
    messagesOf(
      needed(form, 'title', { message: 'Enter what the parties call it', most: 120 }),
      needed(form, 'purpose', { message: 'Say what it is for', most: 2000 }),
      needed(form, 'legalBasis', { message: 'Enter the legal gateway and basis', most: 500 }),
    ),
  put: (form, draft) => ({
    ...draft,
    ...{ title: form.text('title'), purpose: form.text('purpose'), legalBasis: form.text('legalBasis') },
  }),
};

const parties: Rule = {
  wrong: (form) =>
    messagesOf(['parties', form.list('parties').length > 0, 'Choose at least one other authority']),
  put: (form, draft, authority) => {
    const chosen = [...new Set([authority, ...form.list('parties')])];
    const within = (side: readonly string[] | undefined) => side?.filter((gss) => chosen.includes(gss));
    const clauses = draft.clauses.map((clause) => sided(clause, within(clause.from), within(clause.to)));
    return { ...draft, parties: chosen, clauses };
  },
};

/** A clause with its two sides; with neither, every party tells every other. */
const sided = (clause: DraftClause, from?: readonly string[], to?: readonly string[]): DraftClause => {
  const rest: DraftClause = { ...clause };
  Reflect.deleteProperty(rest, 'from');
  Reflect.deleteProperty(rest, 'to');
  return from?.length && to?.length ? { ...rest, from: [...from], to: [...to] } : rest;
};

const term: Rule = {
  wrong: (form) => {
    const [from, to] = [dayTyped(form.text('from')), dayTyped(form.text('to'))];
    return messagesOf(
      ['from', from !== undefined, 'Enter the first day, for example 1 April 2027'],
      ['to', to !== undefined, 'Enter the last day, for example 31 March 2028'],
      [
        'to',
        from === undefined || to === undefined || from <= to,
        'The last day has to come after the first',
      ],
    );
  },
  put: (form, draft) => ({
    ...draft,
    ...{ from: dayTyped(form.text('from')) ?? '', to: dayTyped(form.text('to')) ?? '' },
  }),
};

const clauses: Rule = {
  wrong: (_, draft) =>
    messagesOf(['clauses', draft.clauses.length > 0, 'Add at least one clause before you go on']),
  put: (_, draft) => draft,
};

const check: Rule = { wrong: () => undefined, put: (_, draft) => draft };

export const RULES: Readonly<Record<Step, Rule>> = { about, parties, term, clauses, check };

export const stepFaults = (step: Step, form: Form, draft: Draft): FormFaults | undefined => {
  const messages = RULES[step].wrong(form, draft);
  return messages && faultsOf(messages);
};

const AGE = /^\d{1,2}$/;
const isAge = (text: string): boolean => text === '' || (AGE.test(text) && Number(text) <= 25);

export const clauseFaults = (form: Form): FormFaults | undefined => {
  const [agesFrom, agesTo] = [form.text('agesFrom'), form.text('agesTo')];
  const isSided = form.text('who') === 'some';
  const messages = messagesOf(
    ['types', form.list('types').length > 0, 'Choose at least one kind of notice'],
    ['who', ['all', 'some'].includes(form.text('who')), 'Choose who tells whom'],
    ['from', !isSided || form.list('from').length > 0, 'Choose at least one authority that tells'],
    ['to', !isSided || form.list('to').length > 0, 'Choose at least one authority that is told'],
    ['agesFrom', isAge(agesFrom), 'Enter an age in years from 0 to 25, or leave this empty'],
    ['agesTo', isAge(agesTo), 'Enter an age in years from 0 to 25, or leave this empty'],
    [
      'agesTo',
      agesFrom === '' || agesTo === '' || Number(agesFrom) <= Number(agesTo),
      'The oldest age cannot be below the youngest',
    ],
  );
  return messages && faultsOf(messages);
};

const known = <C extends string>(codes: Readonly<Record<C, string>>, typed: readonly string[]): C[] =>
  typed.filter((code): code is C => Object.hasOwn(codes, code));

/** The clause that a form describes. */
export const clauseIn = (form: Form, id: string): DraftClause => {
  const directions = known(DIRECTIONS, form.list('directions'));
  const urgencies = known(URGENCIES, form.list('urgencies'));
  const ages = Object.fromEntries(
    ['agesFrom', 'agesTo'].flatMap((name) =>
      form.text(name) === '' ? [] : [[name, Number(form.text(name))]],
    ),
  );
  const clause: DraftClause = {
    ...{ id, types: known(TYPES, form.list('types')), ...ages },
    ...(directions.length > 0 ? { directions } : {}),
    ...(urgencies.length > 0 ? { urgencies } : {}),
  };
  return form.text('who') === 'some' ? sided(clause, form.list('from'), form.list('to')) : clause;
};
