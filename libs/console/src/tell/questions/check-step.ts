import { inputsOf, questionsOf, stepsAsked } from './question';
import type { Answers, Question, Step } from './question';
import { valueOf } from './value-of';

/** What is asked for where nothing was said. */
const needed = ({ kind, label }: Question): string => {
  if (kind === 'choice' || kind === 'authority' || kind === 'several')
    return `Select an answer to “${label}”`;
  return `Enter an answer to “${label}”`;
};

const isNeeded = ({ optional, neededWhen }: Question, answers: Answers): boolean =>
  optional !== true || neededWhen?.(answers) === true;

const isInFuture = (question: Question, value: unknown, today: string): boolean =>
  question.kind === 'date' && question.past === true && typeof value === 'string' && value > today;

const faultOf = (question: Question, answers: Answers, today: string): string | undefined => {
  const value = valueOf(question, answers);
  if (value.kind === 'fault') return value.text;
  if (value.kind === 'none') return isNeeded(question, answers) ? needed(question) : undefined;
  return isInFuture(question, value.value, today)
    ? `${question.label} must be today or in the past`
    : undefined;
};

/** What is wrong with the answers of a page, by question; nothing, and the page may be left. */
export const faultsOfStep = (
  step: Step,
  answers: Answers,
  today: string,
): Readonly<Record<string, string>> => {
  const faults = new Map<string, string>();
  for (const question of questionsOf(step, answers)) {
    const text = faultOf(question, answers, today);
    if (text !== undefined) faults.set(question.name, text);
  }
  return Object.fromEntries(faults);
};

type Posted = Readonly<{ text: (name: string) => string; list: (name: string) => readonly string[] }>;

/** The answers with those of a page taken from what was posted; whatever else was posted is left alone. */
export const answered = (step: Step, before: Answers, posted: Posted): Answers => {
  const taken: readonly (readonly [string, string | readonly string[]])[] = step.questions.flatMap(
    (question) =>
      inputsOf(question).map((name) =>
        question.kind === 'several'
          ? ([name, posted.list(name)] as const)
          : ([name, posted.text(name)] as const),
      ),
  );
  return { ...before, ...Object.fromEntries(taken) };
};

/** The page on which an answer is given that the exchange finds fault with: by the field of the body. */
export const placeOf = (
  steps: readonly Step[],
  answers: Answers,
  field: string,
): Readonly<{ step: Step; question: Question }> | undefined => {
  const asked = stepsAsked(steps, answers).flatMap((step) =>
    questionsOf(step, answers).map((question) => ({ step, question })),
  );
  const isOf = ({ question: { name, about = [] } }: (typeof asked)[number]): boolean =>
    [name, ...about].some(
      (one) => field === one || field.startsWith(`${one}.`) || field.startsWith(`${one}[`),
    );
  return asked.find(isOf);
};

/** The next page after one; undefined: all is asked. */
export const stepAfter = (steps: readonly Step[], answers: Answers, id: string): Step | undefined => {
  const asked = stepsAsked(steps, answers);
  return asked[asked.findIndex((step) => step.id === id) + 1];
};

export const stepBefore = (steps: readonly Step[], answers: Answers, id: string): Step | undefined => {
  const asked = stepsAsked(steps, answers);
  const at = asked.findIndex((step) => step.id === id);
  return at > 0 ? asked[at - 1] : undefined;
};

/** The first page whose answers are not complete: where somebody goes on who comes back. */
export const firstOpen = (steps: readonly Step[], answers: Answers, today: string): Step | undefined =>
  stepsAsked(steps, answers).find((step) => Object.keys(faultsOfStep(step, answers, today)).length > 0);
