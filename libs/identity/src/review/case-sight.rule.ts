import type { RecordSight } from '@ibex/kernel';
import type { KnownLink } from '../links/domain/link.state';

/** One of the two records as a reader meets it. */
export type Side = Readonly<{
  recordRef: string;
  owner: string;
  seen: RecordSight;
  isRestricted: boolean;
}>;

const isOwnedBy =
  (authority: string) =>
  ({ owner, seen }: Side): boolean =>
    owner === authority && seen.sight === 'owner';

const showsWho = ({ seen }: Side): boolean => seen.groups.includes('identity');

/**
 * Whether a reader may decide on a pair: whoever owns one of the records, or may see who the child is on both. A
 * restricted record is there for its owner alone, and a mark for the authority that set it. Pure.
 */
export const maySee = (authority: string, { marks }: KnownLink, sides: readonly Side[]): boolean => {
  if (marks.length > 0 && !marks.some(({ by }) => by === authority)) return false;
  const isHidden = ({ isRestricted, owner }: Side): boolean => isRestricted && owner !== authority;
  if (sides.some(isHidden)) return false;
  return sides.some(isOwnedBy(authority)) || sides.every(showsWho);
};
