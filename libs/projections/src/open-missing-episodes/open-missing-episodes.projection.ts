import type { RowChange } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';
import { missingStory } from './missing-story';
import type { MissingStory } from './missing-story';
import { MISSING_SCHEMA } from './open-missing-episodes.schema';
import type { MissingPartyRow } from './open-missing-episodes.schema';

const partiesOf = ({ episode, areas }: MissingStory): readonly MissingPartyRow[] => {
  const { stream, owner, responsible, hostKind, hostCode } = episode;
  const keepers = [...new Set([owner, responsible])];
  return [
    ...keepers.map((authority) => ({ stream, authority, scope: 'ours' }) as const),
    ...(hostKind === 'authority' && hostCode !== null
      ? [{ stream, authority: hostCode, scope: 'here' } as const]
      : []),
    ...areas.map((authority) => ({ stream, authority, scope: 'heading-here' }) as const),
  ];
};

/** Missing episodes by whose list they stand on: the child's authority, the host, where the child may head for. */
export const missingEpisodesProjection: Projection = {
  schema: MISSING_SCHEMA,
  filter: { categories: ['missing'] },
  needsEarlier: true,
  project: (fact, earlier) => {
    const { stream } = fact;
    const story = missingStory([...earlier, fact]);
    const before: readonly RowChange[] =
      earlier.length === 0 ? [] : [{ op: 'delete', table: 'missingParties', where: { stream } }];
    if (!story) return [...before, { op: 'delete', table: 'missingEpisodes', where: { stream } }];
    return [
      ...before,
      { op: 'put', table: 'missingEpisodes', row: story.episode },
      ...partiesOf(story).map((row): RowChange => ({ op: 'put', table: 'missingParties', row })),
    ];
  },
};
