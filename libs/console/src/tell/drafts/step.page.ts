import type { FormFaults } from '../../frame/form-faults';
import { faultsOf } from '../../frame/form-faults';
import { fieldsOf } from '../questions/fields-view';
import type { FieldView } from '../questions/field-view';
import { firstOpen, stepAfter, stepBefore } from '../questions/check-step';
import type { Answers, Step } from '../questions/question';
import { hostLead } from '../journeys/host';
import type { Draft } from './draft';
import type { KeptDraft } from './drafts';

export type StepShown = Readonly<{
  kept: Pick<KeptDraft, 'id' | 'draft' | 'journey'>;
  steps: readonly Step[];
  step: Step;
  /** As typed, where the page is shown again. */
  answers: Answers;
  faults: Readonly<Record<string, string>>;
  authorities: readonly Readonly<{ gss: string; name: string }>[];
  /** Where somebody came from who only puts one answer right. */
  to: string;
  today: string;
}>;

export type StepPage = Readonly<{
  title: string;
  journeyTitle: string;
  lead: string | undefined;
  fields: readonly FieldView[];
  isAlone: boolean;
  faults: FormFaults | undefined;
  back: string;
  action: string;
  to: string;
  /** Whether everything needed on the other pages is there. */
  maySkip: boolean;
}>;

const addressOf = (id: string, step: Step | undefined): string =>
  step === undefined ? '/console/tell' : `/console/tell/drafts/${id}/steps/${step.id}`;

const leadOf = (step: Step, { found }: Draft): string | undefined =>
  step.part === 'host' ? hostLead(found) : step.lead;

/** A lone question is its own heading: what is said under the title stands as its hint. */
const withHint = (step: Step, hint: string): Step => ({
  ...step,
  questions: step.questions.map((question) => ({ ...question, hint })),
});

const isLastNeeded = (steps: readonly Step[], step: Step, answers: Answers, today: string): boolean =>
  stepAfter(steps, answers, step.id) !== undefined &&
  firstOpen(
    steps.filter(({ id }) => id !== step.id),
    answers,
    today,
  ) === undefined;

/** One question page. */
export const stepPage = ({
  kept,
  steps,
  step,
  answers,
  faults,
  authorities,
  to,
  today,
}: StepShown): StepPage => {
  const { id, draft, journey } = kept;
  const own = Object.fromEntries(Object.entries(faults).filter(([name]) => isOf(step, name)));
  const isAlone = step.questions.length === 1 && step.questions[0]?.label === step.title;
  const lead = leadOf(step, draft);
  const shown = isAlone && lead !== undefined ? withHint(step, lead) : step;
  return {
    title: step.title,
    journeyTitle: journey.title,
    lead,
    fields: fieldsOf(shown, { answers, faults: own, authorities }),
    isAlone,
    faults: Object.keys(own).length === 0 ? undefined : faultsOf(own),
    back:
      to === 'check'
        ? `/console/tell/drafts/${id}/check`
        : addressOf(id, stepBefore(steps, draft.answers, step.id)),
    action: addressOf(id, step),
    to,
    maySkip: to === '' && isLastNeeded(steps, step, answers, today),
  };
};

const isOf = (step: Step, name: string): boolean => step.questions.some((question) => question.name === name);
