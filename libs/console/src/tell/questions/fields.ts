import type {
  Answers,
  AuthoritiesQuestion,
  AuthorityQuestion,
  Choice,
  ChoiceQuestion,
  DateQuestion,
  FlagQuestion,
  SeveralQuestion,
  TextQuestion,
  TimeQuestion,
  WordsQuestion,
} from './question';
import { textOf } from './question';

type More<Q> = Partial<Omit<Q, 'kind' | 'name' | 'label'>>;

export const text = (name: string, label: string, more: More<TextQuestion> = {}): TextQuestion => ({
  ...{ kind: 'text', name, label, max: 100 },
  ...more,
});
export const words = (name: string, label: string, more: More<WordsQuestion> = {}): WordsQuestion => ({
  ...{ kind: 'words', name, label, max: 8000, optional: true },
  ...more,
});
export const date = (name: string, label: string, more: More<DateQuestion> = {}): DateQuestion => ({
  ...{ kind: 'date', name, label },
  ...more,
});
export const moment = (name: string, label: string, more: More<TimeQuestion> = {}): TimeQuestion => ({
  ...{ kind: 'moment', name, label },
  ...more,
});
export const choice = (
  name: string,
  label: string,
  choices: readonly Choice[],
  more: More<ChoiceQuestion> = {},
): ChoiceQuestion => ({ ...{ kind: 'choice', name, label, choices }, ...more });
export const several = (
  name: string,
  label: string,
  choices: readonly Choice[],
  more: More<SeveralQuestion> = {},
): SeveralQuestion => ({ ...{ kind: 'several', name, label, choices }, ...more });
export const flag = (
  name: string,
  label: string,
  says: string,
  more: More<FlagQuestion> = {},
): FlagQuestion => ({
  ...{ kind: 'flag', name, label, text: says, optional: true },
  ...more,
});
export const authority = (
  name: string,
  label: string,
  more: More<AuthorityQuestion> = {},
): AuthorityQuestion => ({
  ...{ kind: 'authority', name, label },
  ...more,
});
export const authorities = (
  name: string,
  label: string,
  more: More<AuthoritiesQuestion> = {},
): AuthoritiesQuestion => ({ ...{ kind: 'authorities', name, label, most: 4, optional: true }, ...more });

export const optional = { optional: true } as const;
export const saysIn =
  (name: string, ...values: readonly string[]) =>
  (answers: Answers): boolean =>
    values.includes(textOf(answers, name));
export const saysAny =
  (name: string) =>
  (answers: Answers): boolean =>
    textOf(answers, name) !== '';
