import type { Projection } from '@ibex/runtime';
import { toKnownRow } from '../shared/placement-known';
import { placementStory, storyAfter } from '../shared/placement-story';
import type { PlacementStory, Stay } from '../shared/placement-story';
import { beginOf } from '../shared/stored-fact';
import { PLACED_ELSEWHERE_SCHEMA } from './our-children-elsewhere.schema';
import type { PlacedElsewhereRow } from './our-children-elsewhere.schema';

const hostCodeOf = ({ host }: Stay): string | null => {
  if (host.kind === 'authority') return host.gss;
  return host.kind === 'outside-england' ? host.code : null;
};

const shownStays = (stays: readonly Stay[]): string =>
  JSON.stringify(
    stays.map((stay) => ({
      hostKind: stay.host.kind,
      hostCode: hostCodeOf(stay),
      startsOn: stay.startsOn,
      endedOn: stay.endedOn,
    })),
  );

type Course = Readonly<{ story: PlacementStory; first: Stay; last: Stay }>;

const toRow = (stream: string, begins: number, { story, first, last }: Course): PlacedElsewhereRow => ({
  begins,
  stream,
  recordRef: story.recordRef,
  owner: story.owner,
  startsOn: first.startsOn,
  endedOn: last.endedOn,
  hostSince: last.startsOn,
  hostKind: last.host.kind,
  hostCode: hostCodeOf(last),
  restricted: last.restricted ? 1 : 0,
  recordedAt: last.recordedAt,
  acknowledgedAt: last.acknowledgedAt,
  respondedAt: last.respondedAt,
  sourceSystem: story.known.sourceSystem ?? null,
  reasonForNewEpisode: story.known.reasonForNewEpisode ?? null,
  stays: shownStays(story.stays),
  sealed: JSON.stringify(last.sealed),
  ...toKnownRow(story),
});

/** What an authority told of its own children placed elsewhere, hosts unknown and withheld among them. */
export const placedElsewhereProjection: Projection = {
  schema: PLACED_ELSEWHERE_SCHEMA,
  filter: { categories: ['placement'] },
  needsEarlier: true,
  project: (fact, earlier) => {
    const begins = beginOf(fact, earlier);
    const story = storyAfter(placementStory(earlier), fact);
    const [first, last] = [story?.stays.at(0), story?.stays.at(-1)];
    return story && first && last
      ? [{ op: 'put', table: 'placedElsewhere', row: toRow(fact.stream, begins, { story, first, last }) }]
      : [{ op: 'delete', table: 'placedElsewhere', where: { begins } }];
  },
};
