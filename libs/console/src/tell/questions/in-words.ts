import { londonDateOf } from '@ibex/kernel';
import { dayInWords, timeInWords } from '../../frame/time-words';
import type { Answers, Question } from './question';
import { listOf, textOf } from './question';
import { valueOf } from './value-of';

type Names = Readonly<{ nameOf: (gss: string) => string }>;

const isMoment = (value: unknown): value is Readonly<{ at?: string; on?: string }> =>
  typeof value === 'object' && value !== null;

const clockInWords = (instant: string): string =>
  `${dayInWords(londonDateOf(instant))} at ${timeInWords(instant)}`;

const momentInWords = (value: unknown): string => {
  if (typeof value === 'string') return clockInWords(value);
  if (!isMoment(value)) return '';
  if (value.at !== undefined) return clockInWords(value.at);
  return value.on === undefined ? '' : `${dayInWords(value.on)}, time not known`;
};

const chosen = (question: Question, answers: Answers): string => {
  const choices = question.kind === 'choice' || question.kind === 'several' ? question.choices : [];
  return listOf(answers, question.name)
    .map((value) => choices.find((each) => each.value === value)?.text ?? value)
    .join('; ');
};

const listOfAreas = (question: Question, answers: Answers): readonly string[] =>
  question.kind === 'authorities'
    ? Array.from({ length: question.most }, (_, at) =>
        textOf(answers, `${question.name}-${String(at + 1)}`),
      ).filter((code) => code !== '')
    : [];

type InWords = (question: Question, answers: Answers, said: unknown, names: Names) => string;
const asSaid: InWords = (_, __, said) => String(said);

const WORDS: Readonly<Record<Question['kind'], InWords>> = {
  text: asSaid,
  words: asSaid,
  count: asSaid,
  date: (_, __, said) => dayInWords(String(said)),
  moment: (_, __, said) => momentInWords(said),
  instant: (_, __, said) => momentInWords(said),
  choice: chosen,
  several: chosen,
  flag: (question, _, said) => (said === true && question.kind === 'flag' ? question.text : ''),
  authority: ({ name }, answers, _, { nameOf }) => nameOf(textOf(answers, name)),
  authorities: (question, answers, _, { nameOf }) => listOfAreas(question, answers).map(nameOf).join(', '),
};

/** An answer as it is shown again before it is sent; empty: nothing was said. */
export const inWords = (question: Question, answers: Answers, names: Names): string => {
  const value = valueOf(question, answers);
  return value.kind === 'said' ? WORDS[question.kind](question, answers, value.value, names) : '';
};
