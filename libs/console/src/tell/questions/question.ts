/** What was typed, field by field, as it was typed: nothing is lost where it cannot be understood. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

export type Choice = Readonly<{ value: string; text: string; hint?: string }>;

type Asked = Readonly<{
  /** Field of the body that it fills, e.g. `child.localId`; the name of its input too. */
  name: string;
  label: string;
  hint?: string;
  optional?: true;
  /** Needed all the same with these answers. */
  neededWhen?: (answers: Answers) => boolean;
  /** Fields of the body by which the exchange may find fault with it, besides its own name. */
  about?: readonly string[];
  /** Asked only with these answers. */
  when?: (answers: Answers) => boolean;
  /** Left out of the body: it steers the questions alone. */
  steers?: true;
}>;

export type TextQuestion = Asked &
  Readonly<{
    kind: 'text';
    max: number;
    width?: '5' | '10' | '20';
    type?: 'tel' | 'email';
    /** What is wrong with it, in a sentence; undefined: nothing. */
    fault?: (text: string) => string | undefined;
    /** As the exchange wants it written. */
    toValue?: (text: string) => string;
  }>;
export type WordsQuestion = Asked & Readonly<{ kind: 'words'; max: number; rows?: number }>;
export type DateQuestion = Asked & Readonly<{ kind: 'date'; past?: true }>;
/** `time`: a date with the time, which may be left out where it is not known (`moment`) or not (`instant`). */
export type TimeQuestion = Asked & Readonly<{ kind: 'moment' | 'instant' }>;
export type ChoiceQuestion = Asked &
  Readonly<{
    kind: 'choice';
    choices: readonly Choice[];
    select?: true;
  }>;
export type SeveralQuestion = Asked & Readonly<{ kind: 'several'; choices: readonly Choice[] }>;
export type FlagQuestion = Asked & Readonly<{ kind: 'flag'; text: string }>;
export type CountQuestion = Asked & Readonly<{ kind: 'count'; min: number; max: number }>;
export type AuthorityQuestion = Asked & Readonly<{ kind: 'authority' }>;
/** `each`: every code goes into a part of its own under this name. */
export type AuthoritiesQuestion = Asked & Readonly<{ kind: 'authorities'; most: number; each?: string }>;

export type Question =
  | TextQuestion
  | WordsQuestion
  | DateQuestion
  | TimeQuestion
  | ChoiceQuestion
  | SeveralQuestion
  | FlagQuestion
  | CountQuestion
  | AuthorityQuestion
  | AuthoritiesQuestion;

/** One page: one question, in as many fields as it takes. */
export type Step = Readonly<{
  id: string;
  title: string;
  /** Said under the title. */
  lead?: string;
  questions: readonly Question[];
  when?: (answers: Answers) => boolean;
  /** What the page has besides its fields. */
  part?: 'known' | 'host';
}>;

export const textOf = (answers: Answers, name: string): string => {
  const value = answers[name];
  return typeof value === 'string' ? value : (value?.at(-1) ?? '');
};

export const listOf = (answers: Answers, name: string): readonly string[] => {
  const value = answers[name];
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : value;
};

/** Names of the inputs of a question. */
export const inputsOf = (question: Question): readonly string[] => {
  const { name, kind } = question;
  const date = [`${name}-day`, `${name}-month`, `${name}-year`];
  if (kind === 'date') return date;
  if (kind === 'moment' || kind === 'instant') return [...date, `${name}-time`];
  if (kind === 'authorities')
    return Array.from({ length: question.most }, (_, at) => `${name}-${String(at + 1)}`);
  return [name];
};

/** Whether a question is asked with these answers. */
export const isAsked = (question: Question, answers: Answers): boolean => question.when?.(answers) ?? true;

export const stepsAsked = (steps: readonly Step[], answers: Answers): readonly Step[] =>
  steps.filter((step) => step.when?.(answers) ?? true);

export const questionsOf = (step: Step, answers: Answers): readonly Question[] =>
  step.questions.filter((question) => isAsked(question, answers));
