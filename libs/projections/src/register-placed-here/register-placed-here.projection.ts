import type { Projection } from '@ibex/runtime';
import { toKnownRow } from '../shared/placement-known';
import { placementStory, storyAfter } from '../shared/placement-story';
import type { PlacementStory, Stay } from '../shared/placement-story';
import { rowDifferences } from '../shared/row-differences';
import { PLACED_HERE_SCHEMA } from './register-placed-here.schema';
import type { PlacedHereRow } from './register-placed-here.schema';

/** A stay is on a register only where its host is an authority that may know: a restricted stay is on none. */
const toRows = (
  stream: string,
  story: PlacementStory,
  stay: Stay,
  number: number,
): readonly PlacedHereRow[] =>
  stay.host.kind !== 'authority' || stay.restricted
    ? []
    : [
        {
          id: `${stream}/${number}`,
          stream,
          recordRef: story.recordRef,
          host: stay.host.gss,
          placing: story.owner,
          startsOn: stay.startsOn,
          endedOn: stay.endedOn,
          toldAt: stay.recordedAt,
          acknowledgedAt: stay.acknowledgedAt,
          respondedAt: stay.respondedAt,
          ...toKnownRow(story),
        },
      ];

const rowsOf = (stream: string, story: PlacementStory | undefined): readonly PlacedHereRow[] =>
  story?.stays.flatMap((stay, index) => toRows(stream, story, stay, index + 1)) ?? [];

const TABLE = {
  name: 'placedHere',
  keyOf: ({ id }: PlacedHereRow) => id,
  where: ({ id }: PlacedHereRow) => ({ id }),
};

/** The register of children placed in an area by other authorities: the rows of a placement after each of its facts. */
export const placedHereProjection: Projection = {
  schema: PLACED_HERE_SCHEMA,
  filter: { categories: ['placement'] },
  needsEarlier: true,
  project: (fact, earlier) => {
    const before = placementStory(earlier);
    const after = storyAfter(before, fact);
    return rowDifferences(TABLE, rowsOf(fact.stream, before), rowsOf(fact.stream, after));
  },
};
