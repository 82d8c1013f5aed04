import { isPublished } from './count';
import type { Count } from './count';

/** How much of a whole, in hundredths: about so much, and what rounding leaves open. */
export type Share = Readonly<{ about: number; least: number; most: number }>;

// as the exchange rounds: to the nearest 5, and nothing under 6 is published
const ROUNDING = 2;
const LEAST_PUBLISHED = 6;

const boundsOf = (count: number): readonly [number, number] => [
  Math.max(LEAST_PUBLISHED, count - ROUNDING),
  count + ROUNDING,
];

const percent = (part: number, whole: number): number => Math.min(100, Math.round((part / whole) * 100));

/** From published counts alone; undefined where either is suppressed, so that nothing suppressed is told by a share. */
export const shareOf = (part: Count, whole: Count): Share | undefined => {
  if (!isPublished(part) || !isPublished(whole) || whole === 0) return undefined;
  const [leastPart, mostPart] = boundsOf(part);
  const [leastWhole, mostWhole] = boundsOf(whole);
  return {
    about: percent(part, whole),
    least: percent(leastPart, mostWhole),
    most: percent(mostPart, leastWhole),
  };
};

/** `about 40%`, or `c`. */
export const shareInWords = (share: Share | undefined): string =>
  share === undefined ? 'c' : `about ${String(share.about)}%`;

/** `30% to 52%`, or `c`. */
export const rangeInWords = (share: Share | undefined): string =>
  share === undefined ? 'c' : `${String(share.least)}% to ${String(share.most)}%`;
