import type { RowChange } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';
import { rowDifferences } from '../shared/row-differences';
import { beginOf } from '../shared/stored-fact';
import { missingStory, missingStoryAfter } from './missing-story';
import type { MissingStory } from './missing-story';
import { MISSING_SCHEMA } from './open-missing-episodes.schema';
import type { MissingPartyRow, MissingStartRow } from './open-missing-episodes.schema';

const partiesOf = (story: MissingStory | undefined): readonly MissingPartyRow[] => {
  if (!story) return [];
  const { episode, areas } = story;
  const { begins, recordRef, owner, responsible, hostKind, hostCode } = episode;
  const keepers = [...new Set([owner, responsible])];
  return [
    ...keepers.map((authority) => ({ begins, authority, scope: 'ours', recordRef }) as const),
    ...(hostKind === 'authority' && hostCode !== null
      ? [{ begins, authority: hostCode, scope: 'here', recordRef } as const]
      : []),
    ...areas.map((authority) => ({ begins, authority, scope: 'heading-here', recordRef }) as const),
  ];
};

const PARTIES = {
  name: 'missingParties',
  keyOf: ({ authority, scope }: MissingPartyRow) => `${authority} ${scope}`,
  where: ({ begins, authority, scope }: MissingPartyRow) => ({ begins, authority, scope }),
};

const startsOf = (story: MissingStory | undefined): readonly MissingStartRow[] => {
  if (!story) return [];
  const { begins, stream, recordRef, startedAt, startedOn } = story.episode;
  return [{ begins, stream, recordRef, startedAt, startedOn }];
};

const STARTS = {
  name: 'missingStarts',
  keyOf: ({ begins }: MissingStartRow) => String(begins),
  where: ({ begins }: MissingStartRow) => ({ begins }),
};

const episodeChange = (begins: number, story: MissingStory | undefined): RowChange =>
  story
    ? { op: 'put', table: 'missingEpisodes', row: story.episode }
    : { op: 'delete', table: 'missingEpisodes', where: { begins } };

/** Missing episodes by whose list they stand on: the child's authority, the host, where the child may head for. */
export const missingEpisodesProjection: Projection = {
  schema: MISSING_SCHEMA,
  filter: { categories: ['missing'] },
  needsEarlier: true,
  project: (fact, earlier) => {
    const before = missingStory(earlier);
    const after = missingStoryAfter(before, fact);
    return [
      episodeChange(beginOf(fact, earlier), after),
      ...rowDifferences(PARTIES, partiesOf(before), partiesOf(after)),
      ...rowDifferences(STARTS, startsOf(before), startsOf(after)),
    ];
  },
};
