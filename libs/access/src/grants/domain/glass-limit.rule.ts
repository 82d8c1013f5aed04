import { endOfLondonDay, londonDateOf } from '@ibex/kernel';
import type { Instant } from '@ibex/kernel';

/**
 * Records opened in emergencies on a London day: far more than a bad night brings, far fewer than would be worth
 * gathering. Whoever needs more rings the owner, or has a colleague of another authority open it.
 */
export const GLASS_LIMITS = { person: 10, authority: 40 } as const;
export type GlassLimit = keyof typeof GLASS_LIMITS;

/** A broken glass of the authority that asks. */
export type Broken = Readonly<{ id: string; person: string; at: Instant }>;
export type LimitReached = Readonly<{ limit: GlassLimit; until: Instant }>;

/** Which limit another one, `id`, would overstep, and until when; one that was counted already oversteps none. */
export const limitReached = (
  broken: readonly Broken[],
  { id, person, now }: Readonly<{ id: string; person: string; now: Instant }>,
): LimitReached | undefined => {
  const today = londonDateOf(now);
  const ofToday = broken.filter(({ at }) => londonDateOf(at) === today);
  if (broken.some((one) => one.id === id)) return undefined;
  const until = endOfLondonDay(today);
  const own = ofToday.filter((one) => one.person === person);
  if (own.length >= GLASS_LIMITS.person) return { limit: 'person', until };
  return ofToday.length >= GLASS_LIMITS.authority ? { limit: 'authority', until } : undefined;
};
