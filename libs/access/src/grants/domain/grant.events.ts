import type { Fact, Purpose, RecordedFact } from '@ibex/kernel';
import type { GlassLimit } from './glass-limit.rule';

/** Somebody opened a record in an emergency. `by`: its authority, GSS code; `owner`: whose record; `until`: UTC. */
export type GlassBroken = Fact<
  'GlassBroken',
  { by: string; person: string; role: string; owner: string; purpose: Purpose; until: string },
  { reason: string }
>;
/** The authority of whoever broke the glass has a review to do too. */
export type GrantReviewOpened = Fact<'GrantReviewOpened', { by: string; owner: string }>;
export type GrantEnded = Fact<'GrantEnded', { by: string; person: string }>;

export const FINDINGS = ['justified', 'not-justified'] as const;
export type Finding = (typeof FINDINGS)[number];
/** `by`: the authority that reviewed, the owner’s or the holder’s. */
export type GrantReviewed = Fact<
  'GrantReviewed',
  { by: string; person: string; finding: Finding },
  { words: string }
>;
/** Somebody would have opened one record too many on a day. `by`: its authority; `person`: whose attempt was refused. */
export type GlassLimitReached = Fact<'GlassLimitReached', { by: string; person: string; limit: GlassLimit }>;
export type GrantFact = GlassBroken | GrantReviewOpened | GrantEnded | GrantReviewed | GlassLimitReached;

export const GRANT_CATEGORY = 'grant';
export const grantStream = (id: string): string => `${GRANT_CATEGORY}-${id}`;
export const grantIdOf = ({ stream }: Pick<RecordedFact, 'stream'>): string =>
  stream.slice(GRANT_CATEGORY.length + 1);

const TYPES: Readonly<Record<GrantFact['type'], true>> = {
  GlassBroken: true,
  GrantReviewOpened: true,
  GrantEnded: true,
  GrantReviewed: true,
  GlassLimitReached: true,
};

/** A recorded fact of a grant, typed: its stream holds only what its decider accepted. */
export const isGrantFact = (fact: RecordedFact): fact is RecordedFact & GrantFact =>
  Object.hasOwn(TYPES, fact.type);
