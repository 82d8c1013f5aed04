import { standingOf } from '../domain/link.state';
import type { KnownLink } from '../domain/link.state';

/** What one pair means for clusters. `weight`: undefined where nothing is known of how likely it is. */
export type LinkEdge = Readonly<{
  refs: readonly [string, string];
  isLinked: boolean;
  /** Never together, whoever else is between. */
  isApart: boolean;
  /** A person said so. */
  isSure: boolean;
  weight?: number;
}>;

export const toEdge = (link: KnownLink): LinkEdge => {
  const standing = standingOf(link);
  const weight = link.known?.evidence.weight;
  return {
    refs: link.pair.refs,
    isLinked: standing === 'linked',
    isApart: standing === 'apart' || standing === 'forbidden',
    isSure: standing === 'linked' && link.word?.says === 'same',
    ...(weight === undefined ? {} : { weight }),
  };
};
