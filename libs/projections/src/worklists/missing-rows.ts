import type { Episode } from './missing-now';
import type { KnownEpisodeRow, WorklistRow } from './worklists.schema';

type Party = Readonly<{ authority: string; list: WorklistRow['list'] }>;

/** An episode out of a restricted placement is on nobody's list but its keepers': a list shows where a child was. */
const partiesOf = (episode: Episode): readonly Party[] => {
  const { owner, responsible, host, areas } = episode;
  const keepers = [...new Set([owner, responsible])].map((authority): Party => ({
    authority,
    list: 'missing-ours',
  }));
  if (episode.restricted) return keepers;
  const here: readonly Party[] =
    host.kind === 'authority' ? [{ authority: host.gss, list: 'missing-here' }] : [];
  const heading = areas.map((authority): Party => ({ authority, list: 'missing-heading-here' }));
  return [...keepers, ...here, ...heading];
};

const otherThan = (authority: string, { owner, responsible }: Episode): string | null => {
  if (responsible !== authority) return responsible;
  return owner === authority ? null : owner;
};

/** An episode by the lists that it is on; none once it is over. */
export const missingRows = (episode: Episode | undefined): readonly WorklistRow[] => {
  if (!episode?.isOpen) return [];
  const { begins, stream, recordRef, owner, restricted, startedAt } = episode;
  return partiesOf(episode).map(({ authority, list }) => ({
    ...{ begins, item: 'episode', list, authority, stream, recordRef, owner },
    ...{ notification: 'missing', kind: 'missing', text: null },
    alsoAbout: null,
    other: otherThan(authority, episode),
    since: startedAt,
    dueAt: null,
    isTarget: 0,
    restricted: restricted ? 1 : 0,
    clock: null,
    entryId: null,
  }));
};

/** Who knows of an episode, open or over, so that each can be told how many it knows of. */
export const knownEpisodeRows = (episode: Episode | undefined): readonly KnownEpisodeRow[] => {
  const recordRef = episode?.recordRef ?? null;
  if (!episode || recordRef === null) return [];
  const { begins, startedOn } = episode;
  const authorities = new Set(partiesOf(episode).map(({ authority }) => authority));
  return [...authorities].map((authority) => ({ begins, authority, recordRef, startedOn }));
};
