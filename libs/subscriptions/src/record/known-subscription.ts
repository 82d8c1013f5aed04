import type { RecordedFact, Revision, Subscription } from '@ibex/kernel';
import { isSubscriptionFact, makesRevision } from '../domain/subscription.events';
import type { PausedBecause, SubscriptionWords } from '../domain/subscription.events';
import { given } from '../given';
import { subscriptionDecider } from '../domain/subscription.decider';
import type { KnownSubscription } from '../domain/subscription.state';

export const subscriptionStream = (id: string): string => `subscription-${id}`;
export const subscriptionIdOf = ({ stream }: Pick<RecordedFact, 'stream'>): string =>
  stream.slice('subscription-'.length);

/** Under whose key an authority's own words and secrets are sealed. */
export const sealingScopeOf = (authority: string): string => `authority-${authority}`;

/** A subscription as its facts add up to, with its revision and when it was opened. */
export type FoldedSubscription = Readonly<{
  id: string;
  known: KnownSubscription;
  revision: Revision;
  openedAt: string;
}>;

/** undefined for a stream that no subscription opened. */
export const foldedOf = (facts: readonly RecordedFact[]): FoldedSubscription | undefined => {
  const own = facts.filter(isSubscriptionFact);
  const state = own.reduce(
    (before, fact) => subscriptionDecider.evolve(before, fact),
    subscriptionDecider.initialState,
  );
  const [first] = own;
  const last = own.filter(makesRevision).at(-1);
  if (state.phase === 'none' || !first || !last) return undefined;
  return {
    id: subscriptionIdOf(first),
    known: state,
    revision: last.revision,
    openedAt: first.recordedAt,
  };
};

export const goneOf = (because: PausedBecause | null | undefined): true | undefined =>
  because === 'receiver-gone' ? true : undefined;
export const shortly = (trouble: KnownSubscription['trouble']): Subscription['trouble'] =>
  trouble && { since: trouble.since, reason: trouble.reason };

/** `words`: unsealed; a name that can no longer be read is empty. */
export const toSubscription = (
  { id, known, revision }: FoldedSubscription,
  { name = '', target }: SubscriptionWords,
): Subscription => ({
  id,
  authority: known.authority,
  name,
  channel: known.channel,
  filter: known.filter,
  startsAfter: known.startsAfter,
  state: known.phase,
  revision,
  ...given({ target, payload: known.payload, desk: known.desk, pausedUntil: known.pausedUntil }),
  ...given({ cadence: known.cadence }),
  ...given({ isReceiverGone: goneOf(known.pausedBecause), trouble: shortly(known.trouble) }),
});
