import type { MissingKind } from '../../shared/domain/ssda903.codes';
import type { Ending, EpisodeEnd, MissingFact } from './missing.events';
import { textOf } from './missing.moment';
import type { FoundPersonal } from './missing.personal';
import { restrictedMark } from './missing.restricted';

type Ended = Readonly<{ kind: MissingKind; restricted: boolean }>;

/**
 * SSDA903 guide, missing table: a child whose whereabouts were not known (M) is found, one whose whereabouts were
 * known (A) returns.
 */
export const endingOf = (kind: MissingKind): Ending => (kind === 'M' ? 'found' : 'returned');

/** Of a restricted placement the area is left out, because the way back leads there. */
export const foundFact = (
  { area, ...end }: EpisodeEnd & Readonly<{ by: string }>,
  { kind, restricted }: Ended,
  personal: FoundPersonal | undefined,
): MissingFact => ({
  type: 'MissingFound',
  data: {
    ...end,
    ...(area !== undefined && !restricted && { area }),
    occurredAt: textOf(end.when),
    ending: endingOf(kind),
    ...restrictedMark(restricted),
  },
  ...(personal && { personal }),
});
