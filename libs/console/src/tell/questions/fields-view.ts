import { authoritiesView, authorityView, choiceView, severalView } from './choice-view';
import { dateView, textView, timeView, wordsView } from './field-view';
import type { FieldView, Heading, Shown } from './field-view';
import { isAsked } from './question';
import type { Question, Step } from './question';

type View = (question: Question, shown: Shown, heading: Heading) => FieldView;

const VIEWS: Readonly<Record<Exclude<Question['kind'], 'choice'>, View>> = {
  text: textView,
  count: textView,
  words: wordsView,
  date: dateView,
  moment: timeView,
  instant: timeView,
  authority: authorityView,
  authorities: authoritiesView,
  several: severalView,
  flag: severalView,
};

/** A question as the macro of the design system shows it. */
export const viewOf = (question: Question, shown: Shown, heading: Heading): FieldView =>
  question.kind === 'choice'
    ? choiceView(question, shown, heading)
    : VIEWS[question.kind](question, shown, heading);

/** The fields of a page; a lone question is its heading. */
export const fieldsOf = (step: Step, shown: Shown): readonly FieldView[] => {
  const asked = step.questions.filter((question) => isAsked(question, shown.answers));
  const isAlone = asked.length === 1 && asked[0]?.label === step.title;
  return asked.map((question) => viewOf(question, shown, { isHeading: isAlone }));
};
