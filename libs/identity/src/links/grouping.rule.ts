import { clusters } from '../matching/link/clusters';
import type { LinkEdge } from './view/link-edge';

/**
 * Two records that nobody ever weighed against each other, or that are below all doubt: odds of 1 to 16 against. So a
 * third record comes in by one good link, and a long chain of single links does not hold.
 */
const UNWEIGHED = -4;

const key = (a: number, b: number): string => `${String(Math.min(a, b))} ${String(Math.max(a, b))}`;

/**
 * The groups that these pairs give, each in order: what people linked first, then by weight, and never two that are kept
 * apart, through whomever. Depends on the pairs alone, not on the order in which they came.
 */
export const groupsOf = (edges: readonly LinkEdge[]): readonly (readonly string[])[] => {
  const refs = [...new Set(edges.flatMap((edge) => edge.refs))].sort();
  const placeOf = new Map(refs.map((ref, place) => [ref, place]));
  const pairs = edges.map((edge) => {
    const [a, b] = edge.refs.map((ref) => placeOf.get(ref) ?? 0);
    return { edge, a: a ?? 0, b: b ?? 0 };
  });
  const byPair = new Map(pairs.map(({ a, b, edge }) => [key(a, b), edge]));
  const links = pairs.filter(({ edge }) => edge.isLinked && !edge.isApart);
  const groups = clusters(
    refs.length,
    links.map(({ a, b, edge }) => ({ a, b, weight: edge.weight ?? 0, isSure: edge.isSure })),
    {
      weightOf: (a, b) => byPair.get(key(a, b))?.weight ?? UNWEIGHED,
      areApart: (a, b) => byPair.get(key(a, b))?.isApart === true,
      leastMean: 0,
      nameOf: (place) => refs[place] ?? '',
    },
  );
  return groups.map((group) => group.map((place) => refs[place] ?? '').sort());
};
