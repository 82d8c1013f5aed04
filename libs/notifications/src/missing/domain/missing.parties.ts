import { findHostAuthority } from '../../shared/domain/host';
import type { Episode } from './missing.state';

/** Who keeps the episode: the authority responsible for the child, and the one that reported for it. */
export const isKeeper = ({ reporter, responsible }: Episode, gss: string): boolean =>
  gss === responsible || gss === reporter;

/** Keepers, and the authority in whose area the child is placed: it acts where the child is. */
export const isKeeperOrHost = (episode: Episode, gss: string): boolean =>
  isKeeper(episode, gss) || gss === findHostAuthority(episode.host);

/** Statutory guidance 2014: the responsible authority arranges the return interview, and may commission the host. */
export const mayRecordInterview = ({ responsible, commissioned }: Episode, gss: string): boolean =>
  gss === responsible || gss === commissioned;

/** Everyone who knows of the episode through the exchange. */
export const isParty = (episode: Episode, gss: string): boolean =>
  isKeeperOrHost(episode, gss) ||
  gss === episode.commissioned ||
  episode.areas.includes(gss) ||
  episode.formerHosts.includes(gss);

/** Parties other than the reporter: what the reporter tells, reaches them. */
export const wasTold = (episode: Episode, gss: string): boolean =>
  gss !== episode.reporter && isParty(episode, gss);
