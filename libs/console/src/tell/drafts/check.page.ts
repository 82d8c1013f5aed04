import type { FormFaults } from '../../frame/form-faults';
import type { components } from '@ibex/sdk';
import { dueInWords } from '../questions/due-words';
import { inWords } from '../questions/in-words';
import { placeOf } from '../questions/check-step';
import { questionsOf, stepsAsked, textOf } from '../questions/question';
import type { Question, Step } from '../questions/question';
import { HOST_HOW } from '../journeys/host';
import { isRestricted } from '../journeys/parts';
import type { KeptDraft } from './drafts';

export type Preview = components['schemas']['PreviewDto'];

type Row = Readonly<{ key: string; value: string; href: string; change: string }>;
type Section = Readonly<{ title: string; rows: readonly Row[]; href: string }>;

export type CheckShown = Readonly<{
  kept: Pick<KeptDraft, 'id' | 'draft' | 'journey'>;
  steps: readonly Step[];
  nameOf: (gss: string) => string;
  preview: Preview | undefined;
  faults: FormFaults | undefined;
  authority: string;
}>;

const stepPath = (id: string, step: string): string => `/console/tell/drafts/${id}/steps/${step}?to=check`;

const sectionOf = ({ kept: { id, draft }, nameOf }: CheckShown, step: Step): Section => ({
  title: step.title,
  rows: questionsOf(step, draft.answers).flatMap((question) => {
    const value = inWords(question, draft.answers, { nameOf });
    if (value === '') return [];
    return [
      { key: question.label, value, href: stepPath(id, step.id), change: question.label.toLowerCase() },
    ];
  }),
  href: stepPath(id, step.id),
});

/** What was answered, page by page, and which pages were left empty. */
const answersShown = (shown: CheckShown) => {
  const sections = stepsAsked(shown.steps, shown.kept.draft.answers).map((step) => sectionOf(shown, step));
  return {
    sections: sections
      .filter(({ rows }) => rows.length > 0)
      .map((section) => ({ ...section, hasHeading: section.rows.some(({ key }) => key !== section.title) })),
    empty: sections.filter(({ rows }) => rows.length === 0).map(({ title, href }) => ({ title, href })),
  };
};

/** Why nobody is told, where nobody is. */
export const whyNobody = ({ kept: { draft } }: Pick<CheckShown, 'kept'>): string => {
  if (isRestricted(draft.answers) || textOf(draft.answers, 'addressRestricted') === 'yes')
    return 'No other authority is told: you asked for it to be kept from everyone.';
  if (textOf(draft.answers, HOST_HOW) === 'unknown')
    return 'No other authority is told yet, because it is not known which. It is put on record, and finding out stays your task.';
  if (textOf(draft.answers, HOST_HOW) === 'outside')
    return 'Nobody is told through IBEX outside England. Tell the authority there by other means.';
  return 'No other authority is told: nobody else is concerned by it. It is put on record.';
};

/** The exchange says “<field> is …”: here the question stands for the field. */
const about = ({ label }: Question, text: string): string =>
  /^[a-z]/.test(text) ? `“${label}” ${text}` : text;

/** Links of the exchange’s faults lead to the page on which the answer is given. */
export const linkedFaults = (
  { kept: { id, draft }, steps }: Pick<CheckShown, 'kept' | 'steps'>,
  faults: FormFaults,
): FormFaults => ({
  ...faults,
  summary: faults.summary.map((line) => {
    const field = Object.keys(faults.of).find((name) => faults.of[name] === line.text);
    const place = field === undefined ? undefined : placeOf(steps, draft.answers, field);
    if (!place) return { text: line.text };
    return { text: about(place.question, line.text), href: stepPath(id, place.step.id) };
  }),
});

/** The exchange’s faults by question, to be shown on their pages. */
export const faultsByQuestion = (
  { kept: { draft }, steps }: Pick<CheckShown, 'kept' | 'steps'>,
  faults: FormFaults,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(faults.of).flatMap(([field, text]) => {
      const place = placeOf(steps, draft.answers, field);
      return place ? [[place.question.name, about(place.question, text)] as const] : [];
    }),
  );

const inTime = (dueAt: string | undefined) => (dueAt === undefined ? {} : { due: dueInWords(dueAt) });
const dutyShown = ({ text, source, dueAt, targetAt }: Preview['duties'][number]) => ({
  ...{ text, source, ...inTime(dueAt) },
  ...(dueAt === undefined && targetAt !== undefined ? { target: dueInWords(targetAt) } : {}),
});

const dueOf = (duty: Readonly<Record<string, unknown>>): string | undefined =>
  typeof duty['dueAt'] === 'string' ? duty['dueAt'] : undefined;

/** With the date of what it is asked to do as people say it. */
export const recipientShown = (one: Preview['told'][number]) => ({
  ...one,
  ...(one.duty === undefined ? {} : { duty: { text: one.duty['text'], ...inTime(dueOf(one.duty)) } }),
});

const toldShown = (shown: CheckShown) => {
  const { preview, authority } = shown;
  if (!preview) return { told: [], ownDuties: [], mayBeSent: false };
  return {
    told: preview.told.map(recipientShown),
    nobody: preview.told.length === 0 ? whyNobody(shown) : undefined,
    ownDuties: preview.duties.filter(({ owedBy }) => owedBy === authority).map(dutyShown),
    mayBeSent: true,
  };
};

/** Everything that was answered, who would be told on which basis, and what begins with it. */
export const checkPage = (shown: CheckShown) => {
  const { kept, steps, faults } = shown;
  const { id, draft, journey } = kept;
  const asked = stepsAsked(steps, draft.answers);
  const last = asked.at(-1);
  return {
    title: 'Check your answers before you send',
    journeyTitle: journey.title,
    ...answersShown(shown),
    ...toldShown(shown),
    faults: faults && linkedFaults(shown, faults),
    sends: journey.sends,
    key: draft.key,
    action: `/console/tell/drafts/${id}/send`,
    deletes: `/console/tell/drafts/${id}/delete`,
    back: last === undefined ? '/console/tell' : `/console/tell/drafts/${id}/steps/${last.id}`,
  };
};
