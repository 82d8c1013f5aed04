import { questionsOf, stepsAsked } from './question';
import type { Answers, Step } from './question';
import { valueOf } from './value-of';

export type Body = Readonly<Record<string, unknown>>;

const isPart = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A body with a value at a path such as `child.localId`. */
export const withValue = (body: Body, path: string, value: unknown): Body => {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...body, [first]: value };
  const part = body[first];
  return { ...body, [first]: withValue(isPart(part) ? part : {}, rest.join('.'), value) };
};

/** The body that the answers fill: what was not asked or not said is left out. */
export const bodyOf = (steps: readonly Step[], answers: Answers): Body =>
  stepsAsked(steps, answers)
    .flatMap((step) => questionsOf(step, answers))
    .filter(({ steers }) => steers !== true)
    .reduce<Body>((body, question) => {
      const value = valueOf(question, answers);
      const isNo = question.kind === 'flag' && value.kind === 'said' && value.value !== true;
      return value.kind === 'said' && !isNo ? withValue(body, question.name, value.value) : body;
    }, {});
