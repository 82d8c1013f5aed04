import { absence, notKnown } from '../absence';
import type { Finding, Indicator, Picture } from '../picture';
import { isCurrent, staysOf } from '../stays';
import type { Stay } from '../stays';
import { WHERE, whereIs } from '../where.rule';

const valueOf = ({ host, owner, startsOn }: Stay, { nameOf }: Picture) => {
  if (!host) return [];
  const named = host.kind === 'authority' ? `${nameOf(host.gss)}, ` : '';
  return [
    {
      label: `placed by ${nameOf(owner)}`,
      on: startsOn,
      text: `${named}${WHERE[whereIs(owner, host)]}`,
    },
  ];
};

const of = (picture: Picture): Finding => {
  const stays = staysOf(picture.facts);
  const current = stays.filter((stay) => isCurrent(stay, picture.today));
  const values = current.flatMap((stay) => valueOf(stay, picture));
  if (values.length > 0)
    return {
      state: 'found',
      says: 'Where the child is placed now, seen from the authority responsible.',
      values,
      facts: current.flatMap(({ facts }) => facts),
    };
  if (stays.some(({ isForgotten }) => isForgotten))
    return notKnown('Your authority is no longer told where the child is placed.');
  return absence(picture, ['placement'], 'No placement is on record for today.');
};

export const outOfArea: Indicator = {
  name: 'out-of-area',
  title: 'Placed out of area',
  definition:
    'Where the child is placed today, seen from the authority responsible: in its own area, in an authority that adjoins it, elsewhere in London, beyond London, or outside England. Told by authorities alone: no distance in miles or kilometres is worked out. Which authorities outside London adjoin each other is not known here, and then that is said.',
  window: 'Today: placements that have begun and not ended.',
  group: 'whereabouts',
  notifications: ['placement'],
  of,
};
