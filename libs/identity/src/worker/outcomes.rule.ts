import type { PairOutcome, ProposedPair } from '../links/link-proposals';
import { AUTOMATIC, REVIEW } from '../matching/matcher';
import { numbersAgreed } from '../matching/link/odds';
import { Rivals } from '../matching/link/rivals';
import type { Prepared } from '../matching/prepared';
import { pairKey } from './pair-book';
import type { PairOfRefs } from './pair-book';
import type { Scales } from './scales';

export type NearPair = PairOfRefs & Readonly<{ weight: number }>;
/** Everybody that has to be looked at, by reference, and every pair of them that is near. */
export type Neighbourhood = Readonly<{
  people: ReadonlyMap<string, Prepared>;
  near: readonly NearPair[];
  scales: Scales;
  /** Who looks like too many others for looks to say which of them is meant. */
  crowded?: ReadonlySet<string>;
}>;

const outcomeOf = (weight: number, isClear: boolean): PairOutcome => {
  if (weight >= AUTOMATIC && isClear) return 'automatic';
  return weight >= REVIEW ? 'review' : 'nothing';
};

/** What to make of pairs, given who else could be meant. Needs all pairs that are near to either end of each. */
export const judging = ({
  people,
  near,
  scales,
  crowded = new Set(),
}: Neighbourhood): ((pair: NearPair) => ProposedPair) => {
  const refs = [...people.keys()];
  const places = new Map(refs.map((ref, place) => [ref, place]));
  const linkOf = ({ a, b, weight }: NearPair) => {
    const [x, y] = [places.get(a), places.get(b)];
    return x === undefined || y === undefined ? undefined : { a: x, b: y, weight };
  };
  const rivals = new Rivals(
    [...people.values()],
    scales.odds,
    near.flatMap((pair) => linkOf(pair) ?? []),
  );
  const isLostInCrowd = ({ a, b }: NearPair, x: Prepared, y: Prepared): boolean =>
    (crowded.has(a) || crowded.has(b)) && numbersAgreed(x, y) === 0;
  return (pair) => {
    const { a, b, weight } = pair;
    const [link, x, y] = [linkOf(pair), people.get(a), people.get(b)];
    if (!link || !x || !y) return { refs: [a, b], outcome: 'nothing', weight, reasons: [] };
    const isClear = !isLostInCrowd(pair, x, y) && rivals.isClear(link);
    const outcome = outcomeOf(weight, isClear);
    const others = outcome === 'review' && weight >= AUTOMATIC ? rivals.of(link) : [];
    return {
      ...{ refs: [a, b], outcome, weight: Math.round(weight * 10) / 10, reasons: scales.reasons(x, y) },
      ...(others.length === 0 ? {} : { rivals: others.flatMap((place) => refs[place] ?? []).sort() }),
    };
  };
};

/** The same text for the same evidence. */
export const toldText = ({ outcome, weight, reasons, rivals = [] }: ProposedPair): string =>
  outcome === 'nothing' ? '' : [outcome, weight.toFixed(1), ...reasons, ...rivals].join('; ');

/** Each pair once; what comes later is newer. */
export const newest = <P extends PairOfRefs>(...lists: readonly (readonly P[])[]): readonly P[] => [
  ...new Map(lists.flat().map((pair) => [pairKey(pair), pair])).values(),
];
