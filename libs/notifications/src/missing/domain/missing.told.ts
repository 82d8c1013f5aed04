import type { Capacity } from '@ibex/kernel';
import { findHostAuthority } from '../../shared/domain/host';
import type { Episode, MissingState } from './missing.state';

/** An authority that knows of an episode, and as what. */
export type Party = Readonly<{ gss: string; as: Capacity }>;

const distinct = (parties: readonly Party[]): readonly Party[] =>
  parties.filter(({ gss }, at) => parties.findIndex((party) => party.gss === gss) === at);

/** Who keeps the episode. A host that reported is a keeper as host. */
export const keepersOf = ({ responsible, reporter, host }: Episode): readonly Party[] =>
  distinct([
    { gss: responsible, as: 'responsible' },
    { gss: reporter, as: reporter === findHostAuthority(host) ? 'host' : 'addressee' },
  ]);

/** Keepers, the host, and the authority that holds the return interview. */
export const caseworkersOf = (episode: Episode): readonly Party[] => {
  const host = findHostAuthority(episode.host);
  return distinct([
    ...keepersOf(episode),
    ...(host === undefined ? [] : [{ gss: host, as: 'host' } as const]),
    ...(episode.commissioned === undefined ? [] : [{ gss: episode.commissioned, as: 'addressee' } as const]),
  ]);
};

/** Everyone whom the episode concerns as it stands. */
export const concernedBy = (episode: Episode): readonly Party[] =>
  distinct([
    ...caseworkersOf(episode),
    ...episode.areas.map((gss) => ({ gss, as: 'area-at-risk' }) as const),
  ]);

/** Those, and whoever was told as host by mistake. */
export const everToldOf = (episode: Episode): readonly Party[] =>
  distinct([
    ...concernedBy(episode),
    ...episode.formerHosts.map((gss) => ({ gss, as: 'previous-host' }) as const),
  ]);

/** Whether an authority hears of the episode now for the first time. */
export const isNewTo = (before: MissingState, gss: string): boolean =>
  before.phase === 'unknown' || !everToldOf(before.episode).some((party) => party.gss === gss);
