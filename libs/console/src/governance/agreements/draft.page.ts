import { dayInWords } from '../../frame/time-words';
import { headed } from '../parts/crumbs';
import { fresh } from '../../frame/filling';
import type { Filling } from '../../frame/filling';
import { DIRECTIONS, TYPES, URGENCIES, clauseInWords } from './agreement.words';
import { AGREEMENTS_CRUMB, PATH } from './agreements.page';
import { STEPS, afterStep } from './draft.rules';
import type { Step } from './draft.rules';
import { isWhole } from './draft';
import type { Draft } from './draft';

const HEADINGS: Readonly<Record<Step, string>> = {
  about: 'What is the agreement for?',
  parties: 'Who are the parties?',
  term: 'From when to when?',
  clauses: 'What is told to whom?',
  check: 'Check your answers',
};

export const draftPath = (id: string, step: string): string => `${PATH}/drafts/${id}/${step}`;

const dayShown = (date: string): string => (date === '' ? '' : dayInWords(date));

/** The form of a step as the draft has it. */
export const fillingOf = (step: Step, draft: Draft): Filling => {
  const { title, purpose, legalBasis, parties, from, to } = draft;
  if (step === 'about') return fresh({ title, purpose, legalBasis });
  if (step === 'term') return fresh({ from: dayShown(from), to: dayShown(to) });
  return fresh({}, { parties });
};

const itemsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

const isStepDone = (step: Step, draft: Draft): boolean =>
  ({
    about: draft.title !== '',
    parties: draft.parties.length > 1,
    term: draft.to !== '',
    clauses: draft.clauses.length > 0,
    check: isWhole(draft),
  })[step];

/** The first step that is still to be done, so that nobody checks half of it. */
export const firstOpen = (draft: Draft): Step => STEPS.find((step) => !isStepDone(step, draft)) ?? 'check';

export const stepPage = (draft: Draft, id: string, step: Step, form: Filling) => ({
  ...headed(HEADINGS[step], AGREEMENTS_CRUMB),
  ...{ form, draft, step, isAmendment: draft.agreement !== undefined },
  number: STEPS.indexOf(step) + 1,
  steps: STEPS.length,
  action: draftPath(id, step),
  add: draftPath(id, 'add-clause'),
  remove: draftPath(id, 'remove-clause'),
  discard: draftPath(id, 'discard'),
  next: draftPath(id, afterStep(step)),
  clauses: draft.clauses.map((clause) => ({ id: clause.id, value: clauseInWords(clause) })),
  rows: [
    { key: 'Title', value: draft.title, href: draftPath(id, 'about') },
    { key: 'What it is for', value: draft.purpose, href: draftPath(id, 'about') },
    { key: 'Legal basis', value: draft.legalBasis, href: draftPath(id, 'about') },
    { key: 'Parties', value: { boroughs: draft.parties }, href: draftPath(id, 'parties') },
    { key: 'First day', value: { day: draft.from }, href: draftPath(id, 'term') },
    { key: 'Last day', value: { day: draft.to }, href: draftPath(id, 'term') },
    ...draft.clauses.map((clause, at) => ({
      ...{ key: `Clause ${String(at + 1)}`, value: clauseInWords(clause), href: draftPath(id, 'clauses') },
    })),
  ],
});

export const clausePage = (draft: Draft, id: string, form: Filling) => ({
  ...headed('Add a clause', AGREEMENTS_CRUMB, { text: HEADINGS.clauses, href: draftPath(id, 'clauses') }),
  ...{ form, draft, action: draftPath(id, 'add-clause'), back: draftPath(id, 'clauses') },
  types: itemsOf(TYPES),
  directions: itemsOf(DIRECTIONS),
  urgencies: itemsOf(URGENCIES),
});
