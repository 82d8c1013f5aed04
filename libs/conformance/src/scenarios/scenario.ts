import type { EffectLog } from '../effects/effect-log';
import type { KafkaLine } from '../lines/kafka-line';
import type { Answer, Line } from '../lines/line';
import type { WebhookLine } from '../lines/webhook-line';
import type { Setup, Stage } from '../run/stage';

/** What the play of a scenario showed. */
export type Played = Readonly<{
  /** What was wrong with the answers; none: nothing was. */
  faults: readonly string[];
  /** What is wrong with what the receiver did, once it has done everything. Left out: the answers say it all. */
  judge?: (effects: EffectLog) => readonly string[];
  /** Why it cannot be judged, e.g. since the receiver does not do what it is about. */
  notJudged?: string;
  /** Numbers worth telling, e.g. how many were tried twice. */
  told?: Readonly<Record<string, string | number>>;
}>;

type Words = Readonly<{
  name: string;
  /** What the kit sends, what it expects and on whose word. */
  played: string;
  expected: string;
  why: string;
}>;

/** What has to be given for a scenario to be played at all. Without effects most are played, and judged in part. */
type Needs = Readonly<{
  /** Undefined: it can be played; else the option that is missing. */
  missing?: (setup: Setup) => string | undefined;
  /** Unjudged, it keeps a run from being passed. Default true. */
  isMandatory?: (setup: Setup) => boolean;
  /** The receiver may not live through it, so that it is looked at afterwards. */
  isHard?: boolean;
  /** The answers alone tell, so that it is judged without effects as well. */
  isSeenInAnswers?: boolean;
}>;

type Playing = Promise<Played>;
export type Scenario = Words &
  Needs &
  (
    | Readonly<{ on: 'any'; play: (stage: Stage<Line>) => Playing }>
    | Readonly<{ on: 'webhook'; play: (stage: Stage<WebhookLine>) => Playing }>
    | Readonly<{ on: 'kafka'; play: (stage: Stage<KafkaLine>) => Playing }>
  );

export const optional = (): boolean => false;

/** Every one of these was taken. */
export const notTaken = (answers: readonly Answer[]): readonly string[] =>
  answers
    .filter(({ outcome }) => outcome !== 'taken')
    .map((answer) => `${wordsOf(answer)} instead of being taken`);

/** None of these was let in: each was answered with a refusal, which is no fault of the endpoint. */
export const notTurnedAway = (answers: readonly Answer[]): readonly string[] =>
  answers
    .filter(({ status = 0 }) => status < 400 || status > 499 || status === 410)
    .map((answer) => `${wordsOf(answer)} instead of being turned away with 4xx`);

export const wordsOf = ({ status, fault, outcome }: Answer): string =>
  `answered with ${status === undefined ? (fault ?? outcome) : String(status)}`;
