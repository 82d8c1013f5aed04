/** Receivers that behave alike, each with a port of its own. The first part of a receiver's name says which it is of. */
export const GROUPS = ['well', 'down', 'slow', 'flapping', 'stumbling'] as const;
export type Group = (typeof GROUPS)[number];

/**
 * `takes`: answers 204 at once. `refuses`: nobody listens. `dawdles`: answers after five seconds. `flaps`: three seconds
 * there, three seconds not. `stumbles`: takes its time, and answers 503 to one in thirty.
 */
export type Behaviour = 'takes' | 'refuses' | 'dawdles' | 'flaps' | 'stumbles';

/** What the process that receives is told over its channel; each is answered with the same `turn`. */
export type Order = Readonly<
  | { turn: number; kind: 'behave'; group: Group; how: Behaviour }
  | { turn: number; kind: 'count' }
  | { turn: number; kind: 'write'; file: string; from: number }
>;
export type Done = Readonly<{ turn: number; counted?: Counted }>;

/** Per receiver: how many messages it took, and how many different ones. */
export type Counted = Readonly<Record<string, Readonly<{ taken: number; different: number }>>>;

/** A message that a receiver took, in the order of taking. `atMs`: on the machine's steady clock. */
export type Arrival = Readonly<{
  to: string;
  id: string;
  sequence: number;
  child: string;
  detail: string;
  urgency: string;
  atMs: number;
}>;

/** Milliseconds of a clock that every process of this machine shares and nobody sets. */
export const steadyMs = (): number => Number(process.hrtime.bigint()) / 1e6;
