import { isCivilDate } from '@ibex/kernel';
import { instantTyped } from '../../frame/typed-times';
import { inputsOf, listOf, textOf } from './question';
import type { Answers, Question } from './question';

/** What an answer comes to: nothing said, something that the exchange can be told, or what is wrong with it. */
export type Value =
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'said'; value: unknown }>
  | Readonly<{ kind: 'fault'; text: string }>;

const NONE: Value = { kind: 'none' };
const said = (value: unknown): Value => ({ kind: 'said', value });
const fault = (text: string): Value => ({ kind: 'fault', text });

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const two = (text: string): string => text.padStart(2, '0');

/** Months are understood by name too. */
const monthOf = (text: string): string => {
  const named = MONTHS.indexOf(text.slice(0, 3).toLowerCase());
  return named < 0 ? text : String(named + 1);
};

const datePart = (answers: Answers, name: string): readonly string[] =>
  ['day', 'month', 'year'].map((part) => textOf(answers, `${name}-${part}`));

const dateFault = (label: string, parts: readonly string[]): string => {
  const missing = ['day', 'month', 'year'].filter((_, at) => parts[at] === '');
  if (missing.length === 1) return `${label} must include a ${String(missing[0])}`;
  if (missing.length === 2) return `${label} must include a ${String(missing[0])} and ${String(missing[1])}`;
  return `${label} must be a real date, like 27 3 2025`;
};

const dateOf = (question: Question, answers: Answers): Value => {
  const parts = datePart(answers, question.name);
  if (parts.every((part) => part === '')) return NONE;
  const [day = '', month = '', year = ''] = parts;
  const date = `${year}-${two(monthOf(month))}-${two(day)}`;
  return isCivilDate(date) ? said(date) : fault(dateFault(question.label, parts));
};

const NO_TIME = 'must be a time, like 2:30am or 14:30';

const withTime = (question: Question, day: string, text: string): Value => {
  const isMoment = question.kind === 'moment';
  if (text === '' && isMoment) return said({ on: day });
  const instant = instantTyped(day, text);
  if (instant === undefined) return fault(`${question.label} ${NO_TIME}`);
  return said(isMoment ? { at: instant } : instant);
};

const timeOf = (question: Question, answers: Answers): Value => {
  const date = dateOf(question, answers);
  const text = textOf(answers, `${question.name}-time`);
  if (date.kind === 'none' && text !== '') return fault(`${question.label} must include a date`);
  return date.kind === 'said' ? withTime(question, String(date.value), text) : date;
};

const authoritiesOf = (question: Question, answers: Answers): Value => {
  const codes = [...new Set(inputsOf(question).map((name) => textOf(answers, name)))].filter(
    (code) => code !== '',
  );
  if (codes.length === 0) return NONE;
  const each = question.kind === 'authorities' ? question.each : undefined;
  return said(each === undefined ? codes : codes.map((code) => ({ [each]: code })));
};

const countOf = ({ label, ...question }: Question, text: string): Value => {
  if (question.kind !== 'count' || !/^\d{1,6}$/.test(text)) return fault(`${label} must be a whole number`);
  const { min, max } = question;
  const number = Number(text);
  return number >= min && number <= max
    ? said(number)
    : fault(`${label} must be between ${String(min)} and ${String(max)}`);
};

const isTooLong = (question: Question, text: string): boolean =>
  (question.kind === 'text' || question.kind === 'words') && text.length > question.max;

const textValue = (question: Question, text: string): Value => {
  if (isTooLong(question, text) && 'max' in question)
    return fault(`${question.label} must be ${String(question.max)} characters or fewer`);
  if (question.kind !== 'text') return said(text);
  const wrong = question.fault?.(text);
  return wrong === undefined ? said(question.toValue?.(text) ?? text) : fault(wrong);
};

const choiceOf = (question: Question, text: string): Value => {
  const choices = question.kind === 'choice' || question.kind === 'several' ? question.choices : [];
  return choices.some(({ value }) => value === text)
    ? said(text)
    : fault(`Select one of the answers to “${question.label}”`);
};

const severalOf = (question: Question, answers: Answers): Value => {
  const chosen = listOf(answers, question.name);
  const odd = chosen.map((each) => choiceOf(question, each)).find(({ kind }) => kind === 'fault');
  if (chosen.length === 0) return NONE;
  return odd ?? said(chosen);
};

type Reading = (question: Question, answers: Answers) => Value;

/** Of a question with a single input. */
const ofOne =
  (read: (question: Question, text: string) => Value): Reading =>
  (question, answers) => {
    const text = textOf(answers, question.name);
    return text === '' ? NONE : read(question, text);
  };

const READINGS: Readonly<Record<Question['kind'], Reading>> = {
  text: ofOne(textValue),
  words: ofOne(textValue),
  authority: ofOne(textValue),
  choice: ofOne(choiceOf),
  count: ofOne(countOf),
  flag: ofOne((_, text) => said(text === 'yes')),
  date: dateOf,
  moment: timeOf,
  instant: timeOf,
  authorities: authoritiesOf,
  several: severalOf,
};

/** What the answer to a question comes to. */
export const valueOf = (question: Question, answers: Answers): Value =>
  READINGS[question.kind](question, answers);
