import type { Projection } from '@ibex/runtime';
import { toKnownRow } from '../shared/placement-known';
import { placementStory, storyAfter } from '../shared/placement-story';
import type { PlacementStory, Stay } from '../shared/placement-story';
import { rowDifferences } from '../shared/row-differences';
import { beginOf } from '../shared/stored-fact';
import { PLACED_HERE_SCHEMA } from './register-placed-here.schema';
import type { PlacedHereRow } from './register-placed-here.schema';

type Place = Readonly<{ stream: string; begins: number }>;
type Notice = Place & Readonly<{ story: PlacementStory }>;

/** A stay is on a register only where its host is an authority that may know: a restricted stay is on none. */
const toRows = ({ stream, begins, story }: Notice, stay: Stay, number: number): readonly PlacedHereRow[] =>
  stay.host.kind !== 'authority' || stay.restricted
    ? []
    : [
        {
          begins,
          stay: number,
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

const rowsOf = (place: Place, story: PlacementStory | undefined): readonly PlacedHereRow[] =>
  story?.stays.flatMap((stay, index) => toRows({ ...place, story }, stay, index + 1)) ?? [];

const TABLE = {
  name: 'placedHere',
  keyOf: ({ id }: PlacedHereRow) => id,
  where: ({ begins, stay }: PlacedHereRow) => ({ begins, stay }),
};

/** The register of children placed in an area by other authorities: the rows of a placement after each of its facts. */
export const placedHereProjection: Projection = {
  schema: PLACED_HERE_SCHEMA,
  filter: { categories: ['placement'] },
  needsEarlier: true,
  project: (fact, earlier) => {
    const before = placementStory(earlier);
    const after = storyAfter(before, fact);
    const place = { stream: fact.stream, begins: beginOf(fact, earlier) };
    return rowDifferences(TABLE, rowsOf(place, before), rowsOf(place, after));
  },
};
