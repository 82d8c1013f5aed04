import {
  isPostcode,
  isProviderUrn,
  isUpnOrReason,
  normalisePostcode,
  REASONS_EPISODE_CEASED,
} from '@ibex/notifications';
import type { Host } from '@ibex/notifications';
import type { PlacedMissing, PlacedPeriod } from '../ssda903/child-file';
import type { EpisodeRow, HeaderRow } from '../ssda903/rows';
import { said } from './thread';

type Body = Readonly<Record<string, unknown>>;
const only = (text: string, isRight: (text: string) => boolean): string => (isRight(text) ? text : '');

/** Who the child is, as far as the return says it; what the API would refuse is left out, not made up. */
export const childOf = (child: string, identity: HeaderRow | undefined, home: string): Body =>
  said({
    localId: child,
    dateOfBirth: identity?.dateOfBirth,
    sex: identity?.sex,
    ethnicity: identity?.ethnicity,
    upn: only(identity?.upn ?? '', isUpnOrReason),
    homePostcode: only(home, isPostcode),
  });

export const hostFields = (host: Host): Body => {
  switch (host.kind) {
    case 'authority':
      return { host: host.gss };
    case 'outside-england':
      return { host: host.code };
    case 'unknown':
      return { hostUnknown: true };
    case 'withheld':
      return { restricted: true };
  }
};

const placementFields = ({ first, host, start, startReason }: PlacedPeriod): Body => {
  const postcode = normalisePostcode(first.postcode);
  return {
    ...hostFields(host),
    startsOn: start,
    placementType: first.place,
    provider: first.provider,
    providerUrn: only(first.urn, isProviderUrn),
    legalStatus: first.legalStatus,
    reasonForNewEpisode: startReason,
    need: first.need,
    postcode: host.kind === 'withheld' ? '' : only(postcode, isPostcode),
  };
};

export const notifyBody = (period: PlacedPeriod, identity: HeaderRow | undefined): Body =>
  said({
    child: childOf(period.child, identity, homeOf(period.first)),
    ...placementFields(period),
    notice: 'from-return',
    sourceSystem: 'ssda903',
  });

const homeOf = (episode: EpisodeRow): string => episode.homePostcode;

export const endBody = (period: PlacedPeriod): Body =>
  said({
    endedOn: period.end,
    // E43 and E44 of returns until 2018 were replaced by four others that they do not map onto
    reasonEpisodeCeased: only(period.endReason, (code) => Object.hasOwn(REASONS_EPISODE_CEASED, code)),
    reasonForPlacementChange: period.changeReason,
  });

export const reportBody = (episode: PlacedMissing, identity: HeaderRow | undefined): Body =>
  said({
    child: childOf(episode.child, identity, episode.from?.first.homePostcode ?? ''),
    kind: episode.kind,
    from: 'care',
    ...(episode.from ? hostFields(episode.from.host) : {}),
    lastSeen: { on: episode.start },
    legalStatus: episode.from?.first.legalStatus,
    ...(episode.end === '' ? {} : { end: { when: { on: episode.end } } }),
  });

export const foundBody = (episode: PlacedMissing): Body => ({ when: { on: episode.end } });
