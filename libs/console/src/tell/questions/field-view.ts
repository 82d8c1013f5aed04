import { fieldId } from '../../frame/form-faults';
import { textOf } from './question';
import type { Answers, Question } from './question';

/** What a template hands to a macro of the design system. `macro`: which. */
export type FieldView = Readonly<{
  macro: string;
  params: Readonly<Record<string, unknown>>;
  reveals?: readonly FieldView[];
}>;

export type Shown = Readonly<{
  answers: Answers;
  /** Messages by question. */
  faults: Readonly<Record<string, string>>;
  authorities: readonly Readonly<{ gss: string; name: string }>[];
}>;

/** A page with one question has it for its heading. */
export type Heading = Readonly<{ isHeading: boolean }>;

export const labelOf = ({ label, optional }: Question, { isHeading }: Heading) => ({
  text: optional === true && !isHeading ? `${label} (optional)` : label,
  classes: isHeading ? 'govuk-label--l' : 'govuk-label--s',
  isPageHeading: isHeading,
});

export const legendOf = (question: Question, heading: Heading) => {
  const { text } = labelOf(question, heading);
  const classes = heading.isHeading ? 'govuk-fieldset__legend--l' : 'govuk-fieldset__legend--s';
  return { legend: { text, classes, isPageHeading: heading.isHeading } };
};

export const common = ({ name, hint }: Question, { faults }: Shown): object => ({
  ...(hint === undefined ? {} : { hint: { text: hint } }),
  ...(faults[name] === undefined ? {} : { errorMessage: { text: faults[name] } }),
});

const NEVER_FILLED = { autocomplete: 'off', spellcheck: false } as const;

const WIDTHS = { '5': 'govuk-input--width-5', '10': 'govuk-input--width-10', '20': 'govuk-input--width-20' };

export const textView = (question: Question, shown: Shown, heading: Heading): FieldView => {
  const { name } = question;
  const isNumber = question.kind === 'count';
  const width = question.kind === 'text' ? question.width : '5';
  return {
    macro: 'input',
    params: {
      ...{ id: fieldId(name), name, value: textOf(shown.answers, name), ...NEVER_FILLED },
      ...common(question, shown),
      label: labelOf(question, heading),
      ...(width === undefined ? {} : { classes: WIDTHS[width] }),
      ...(isNumber ? { inputmode: 'numeric' } : {}),
      ...(question.kind === 'text' && question.type !== undefined ? { type: question.type } : {}),
    },
  };
};

export const wordsView = (question: Question, shown: Shown, heading: Heading): FieldView => {
  const { name } = question;
  const { max, rows = 6 } = question.kind === 'words' ? question : { max: 8000 };
  return {
    macro: 'words',
    params: {
      ...{
        id: fieldId(name),
        name,
        value: textOf(shown.answers, name),
        rows: String(rows),
        maxlength: max,
        threshold: 75,
      },
      ...common(question, shown),
      label: labelOf(question, heading),
      spellcheck: true,
    },
  };
};

const dateParts = (question: Question, { answers, faults }: Shown): readonly object[] =>
  (['day', 'month', 'year'] as const).map((part) => {
    const name = `${question.name}-${part}`;
    const isWrong = faults[question.name] !== undefined;
    return {
      ...{ name, id: part === 'day' ? fieldId(question.name) : fieldId(name) },
      ...{
        label: part === 'day' ? 'Day' : part === 'month' ? 'Month' : 'Year',
        value: textOf(answers, name),
      },
      classes: `govuk-input--width-${part === 'year' ? '4' : '2'}${isWrong ? ' govuk-input--error' : ''}`,
    };
  });

export const dateView = (question: Question, shown: Shown, heading: Heading): FieldView => ({
  macro: 'date',
  params: {
    ...{ id: `${fieldId(question.name)}-date`, fieldset: legendOf(question, heading) },
    ...{ hint: { text: question.hint ?? 'For example, 27 3 2025' } },
    ...common(question, shown),
    items: dateParts(question, shown),
  },
});

export const timeView = (question: Question, shown: Shown, heading: Heading): FieldView => {
  const name = `${question.name}-time`;
  const text = question.kind === 'moment' ? 'Time (leave empty if it is not known)' : 'Time';
  const time = {
    macro: 'input',
    params: {
      ...{ id: fieldId(name), name, value: textOf(shown.answers, name), ...NEVER_FILLED },
      ...{ label: { text }, hint: { text: 'As a clock in London shows it, for example 2:30am or 14:30' } },
      classes: 'govuk-input--width-5',
    },
  };
  return { ...dateView(question, shown, heading), macro: 'time', reveals: [time] };
};
