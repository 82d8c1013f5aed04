/** A pair of places that may be one person, with the log2 odds that they are. `isSure`: a person said so. */
export type Link = Readonly<{ a: number; b: number; weight: number; isSure?: boolean }>;

export type Clustering = Readonly<{
  /** Odds of any two places, also of such as share no key. */
  weightOf: (a: number, b: number) => number;
  /** Whether two places may never be together, e.g. for a person's decision that they are two. */
  areApart: (a: number, b: number) => boolean;
  /** The mean of all odds between two groups must reach this. */
  leastMean: number;
  /** Says which of equal links comes first, whatever the order in which records came. */
  nameOf: (place: number) => string;
}>;

/** One very sure pair does not make up for many that speak against it. */
const MOST_FOR_ONE = 15;

const inOrder = (links: readonly Link[], nameOf: Clustering['nameOf']): readonly Link[] => {
  const nameOfLink = ({ a, b }: Link): string => [nameOf(a), nameOf(b)].sort().join(' ');
  const surest = (x: Link, y: Link): number => Number(y.isSure === true) - Number(x.isSure === true);
  return [...links].sort(
    (x, y) => surest(x, y) || y.weight - x.weight || (nameOfLink(x) < nameOfLink(y) ? -1 : 1),
  );
};

/**
 * Groups of places that are one person: from the surest link on, two groups become one if on average their members are
 * likely to be one person, and none of them must be kept apart (average linkage with constraints; Davidson and Ravi 2005).
 * What a person linked comes first, whatever the others say, unless it would join two that must be kept apart.
 * The same links give the same groups in whichever order records came; take a link away and what hung on it falls apart.
 */
export const clusters = (
  size: number,
  links: readonly Link[],
  how: Clustering,
): readonly (readonly number[])[] => {
  const groups: (readonly number[])[] = Array.from({ length: size }, (_, place) => [place]);
  const groupOf = Array.from({ length: size }, (_, place) => place);
  const mayJoin = (x: readonly number[], y: readonly number[], isSure: boolean): boolean => {
    let sum = 0;
    for (const a of x)
      for (const b of y) {
        if (how.areApart(a, b)) return false;
        sum += Math.min(MOST_FOR_ONE, how.weightOf(a, b));
      }
    return isSure || sum >= how.leastMean * x.length * y.length;
  };
  const join = (into: number, from: number, isSure = false): void => {
    const [x = [], y = []] = [groups[into], groups[from]];
    if (into === from || !mayJoin(x, y, isSure)) return;
    groups[into] = [...x, ...y];
    groups[from] = [];
    for (const place of y) groupOf[place] = into;
  };
  for (const { a, b, isSure } of inOrder(links, how.nameOf)) join(groupOf[a] ?? a, groupOf[b] ?? b, isSure);
  return groups.filter((group) => group.length > 0);
};
