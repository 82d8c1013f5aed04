import type { Answers, Step } from '../questions/question';
import { hostChoices, HOST_HOW } from '../journeys/host';
import type { Category, Found, Journey } from '../journeys/journey';
import { NEW_CHILD, RECORD } from '../journeys/parts';

/** A record of the own authority that looks like the child. */
export type Likely = Readonly<{
  recordRef: string;
  owner: string;
  likeliness?: string;
  agrees: readonly string[];
}>;
export type NoticeNamed = Readonly<{ category: Category; id: string }>;
/** On which notice something is told, and what is answered already. */
export type Begun = Readonly<{ notice?: NoticeNamed; answers?: Answers }>;

/** What somebody has begun to tell. */
export type Draft = Readonly<{
  journey: string;
  /** The notice that it is told on; absent where it opens one. */
  notice?: NoticeNamed | undefined;
  answers: Answers;
  found?: Found | undefined;
  likely: readonly Likely[];
  /** What the exchange found fault with when it was last shown, by question. */
  faults: Readonly<Record<string, string>>;
  /** Name under which it is sent: another one after each change, so that what is sent is what was shown. */
  key: string;
  /** Where its receipt is kept, once it was sent. */
  sent?: string | undefined;
}>;

export const newDraft = (journey: Journey, key: string, { notice, answers = {} }: Begun = {}): Draft => ({
  ...{ journey: journey.name, answers, likely: [], faults: {}, key },
  ...(notice === undefined ? {} : { notice }),
});

const isPart = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What was kept, where it is a draft: the console alone writes these. */
export const isDraft = (value: unknown): value is Draft =>
  isPart(value) &&
  typeof value['journey'] === 'string' &&
  typeof value['key'] === 'string' &&
  isPart(value['answers']) &&
  isPart(value['faults']) &&
  Array.isArray(value['likely']);

const likelyHint = ({ likeliness, agrees }: Likely): string =>
  [likeliness === 'very-likely' ? 'Very likely the same child.' : 'Possibly the same child.', ...agrees].join(
    ' · ',
  );

const withChoices = (step: Step, draft: Draft, nameOf: (gss: string) => string): Step => ({
  ...step,
  questions: step.questions.map((question) => {
    if (question.kind !== 'choice') return question;
    if (question.name === HOST_HOW) return { ...question, choices: hostChoices(draft.found, nameOf) };
    if (question.name !== RECORD) return question;
    const own = draft.likely.map((likely, at) => ({
      ...{ value: likely.recordRef, text: `Yes, record ${String(at + 1)} of ours`, hint: likelyHint(likely) },
    }));
    return { ...question, choices: [...own, { value: NEW_CHILD, text: 'No, this is another child' }] };
  }),
});

/** The pages of a draft, with the answers that only the exchange knows. */
export const stepsOf = (journey: Journey, draft: Draft, nameOf: (gss: string) => string): readonly Step[] =>
  journey.steps
    .filter(({ part }) => part !== 'known' || draft.likely.length > 0)
    .map((step) => (step.part === undefined ? step : withChoices(step, draft, nameOf)));
