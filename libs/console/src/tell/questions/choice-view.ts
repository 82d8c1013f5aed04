import { fieldId } from '../../frame/form-faults';
import { common, labelOf, legendOf } from './field-view';
import type { FieldView, Heading, Shown } from './field-view';
import { inputsOf, listOf, textOf } from './question';
import type { ChoiceQuestion, Question } from './question';

const authorityItems = ({ authorities }: Shown, chosen: string): readonly object[] => [
  { value: '', text: 'Select an authority' },
  ...authorities.map(({ gss, name }) => ({ value: gss, text: name, selected: gss === chosen })),
];

const selectView = (
  question: Question,
  items: readonly object[],
  shown: Shown,
  heading: Heading,
): FieldView => ({
  macro: 'select',
  params: {
    ...{ id: fieldId(question.name), name: question.name, items, label: labelOf(question, heading) },
    ...common(question, shown),
  },
});

export const authoritiesView = (question: Question, shown: Shown, heading: Heading): FieldView => ({
  macro: 'group',
  params: { fieldset: legendOf(question, heading), ...common(question, shown), id: fieldId(question.name) },
  reveals: inputsOf(question).map((name, at) => ({
    macro: 'select',
    params: {
      ...{
        id: at === 0 ? fieldId(question.name) : fieldId(name),
        name,
        label: { text: `Area ${String(at + 1)}` },
      },
      items: authorityItems(shown, textOf(shown.answers, name)),
    },
  })),
});

export const authorityView = (question: Question, shown: Shown, heading: Heading): FieldView =>
  selectView(question, authorityItems(shown, textOf(shown.answers, question.name)), shown, heading);

const listView = (question: ChoiceQuestion, shown: Shown, heading: Heading): FieldView => {
  const chosen = textOf(shown.answers, question.name);
  const items = question.choices.map(({ value, text }) => ({ value, text, selected: value === chosen }));
  return selectView(question, [{ value: '', text: 'Select one' }, ...items], shown, heading);
};

const radiosView = (question: ChoiceQuestion, shown: Shown, heading: Heading): FieldView => {
  const chosen = textOf(shown.answers, question.name);
  return {
    macro: 'radios',
    params: {
      ...{ idPrefix: fieldId(question.name), name: question.name, fieldset: legendOf(question, heading) },
      ...common(question, shown),
      items: question.choices.map(({ value, text, hint }) => ({
        ...{ value, text, checked: value === chosen },
        ...(hint === undefined ? {} : { hint: { text: hint } }),
      })),
    },
  };
};

export const severalView = (question: Question, shown: Shown, heading: Heading): FieldView => {
  const chosen = new Set(listOf(shown.answers, question.name));
  const choices =
    question.kind === 'several'
      ? question.choices
      : [{ value: 'yes', text: question.kind === 'flag' ? question.text : question.label }];
  return {
    macro: 'checkboxes',
    params: {
      ...{ idPrefix: fieldId(question.name), name: question.name, fieldset: legendOf(question, heading) },
      ...common(question, shown),
      items: choices.map(({ value, text }) => ({ value, text, checked: chosen.has(value) })),
    },
  };
};

export const choiceView = (question: ChoiceQuestion, shown: Shown, heading: Heading): FieldView =>
  question.select === true ? listView(question, shown, heading) : radiosView(question, shown, heading);
