import { isOutsideEngland, isRestrictedPlacement, UNKNOWN_HOST, WITHHELD_HOST } from '@ibex/notifications';
import type { Host, OutsideEngland } from '@ibex/notifications';
import type { Place } from '../postcodes/place';
import type { EpisodeRow } from './rows';

const SHORT_BREAKS: readonly string[] = ['V3', 'V4'];
const COUNTRIES: Readonly<Record<string, OutsideEngland>> = {
  W: 'WAL',
  S: 'SCO',
  N: 'NIR',
  L: 'NUK',
  M: 'NUK',
};

/** Codes of authorities with children's services; a district (E07) has none: its county is not known from it. */
const SERVICES = /^E(?:06|08|09|10)\d{6}$/;

/** From an ONS code, E… England and W… Wales and so on (the directory counts the Channel Islands and Man as L and M). */
export const hostOfCode = (code: string): Host => {
  if (SERVICES.test(code)) return { kind: 'authority', gss: code };
  const country = COUNTRIES[code.charAt(0)];
  return country === undefined ? UNKNOWN_HOST : { kind: 'outside-england', code: country };
};

/**
 * Withheld: placed for adoption (A3 to A6), confidential by PL_LA, or a short break without a postcode: the return asks
 * for none there (DfE rules 398, 420). Otherwise the authority that the return names, or that of the postcode.
 */
export const hostOfEpisode = (episode: EpisodeRow, place: Place): Host => {
  const confidential = episode.authority === 'CON' || isRestrictedPlacement(episode.place);
  if (confidential) return WITHHELD_HOST;
  if (isOutsideEngland(episode.authority)) return { kind: 'outside-england', code: episode.authority };
  if (SERVICES.test(episode.authority)) return { kind: 'authority', gss: episode.authority };
  if (episode.postcode === '' && SHORT_BREAKS.includes(episode.legalStatus)) return WITHHELD_HOST;
  return place.kind === 'found' ? hostOfCode(place.code) : UNKNOWN_HOST;
};

export const isOwnArea = (host: Host, authority: string): boolean =>
  host.kind === 'authority' && host.gss === authority;
