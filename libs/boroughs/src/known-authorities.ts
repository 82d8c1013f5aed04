import type { Authorities, Authority } from '@ibex/kernel';
import { EAST_MIDLANDS } from './reference/east-midlands.authorities';
import { EAST_OF_ENGLAND } from './reference/east-of-england.authorities';
import { FORMER } from './reference/former.authorities';
import { LONDON } from './reference/london.authorities';
import { NORTH_EAST } from './reference/north-east.authorities';
import { NORTH_WEST } from './reference/north-west.authorities';
import { SOUTH_EAST } from './reference/south-east.authorities';
import { SOUTH_WEST } from './reference/south-west.authorities';
import { WEST_MIDLANDS } from './reference/west-midlands.authorities';
import { YORKSHIRE_AND_THE_HUMBER } from './reference/yorkshire-and-the-humber.authorities';

const CURRENT = [
  ...LONDON,
  ...EAST_OF_ENGLAND,
  ...SOUTH_EAST,
  ...SOUTH_WEST,
  ...EAST_MIDLANDS,
  ...WEST_MIDLANDS,
  ...NORTH_WEST,
  ...NORTH_EAST,
  ...YORKSHIRE_AND_THE_HUMBER,
];

/** GSS codes of the 32 London boroughs and the City of London. */
export const LONDON_AUTHORITIES: readonly string[] = LONDON.map(([gss]) => gss);

const authoritiesWith = (members: ReadonlySet<string>): readonly Authority[] => [
  ...CURRENT.map(([gss, dfeNumber, name, region]) => ({
    gss,
    dfeNumber,
    name,
    region,
    member: members.has(gss),
  })),
  // an abolished authority reads no mailbox, whatever the configuration says
  ...FORMER.map(([gss, dfeNumber, name, region, endedOn, followedBy]) => ({
    ...{ gss, dfeNumber, name, region, member: false },
    ...{ endedOn, followedBy },
  })),
];

/**
 * Every English authority with children's services, current ones first. `members`: GSS codes of those that read
 * their mailbox here. Throws RangeError for a member that is not a current authority, since that is a fault of the
 * configuration which would otherwise show only as mail that nobody reads.
 */
export const knownAuthorities = (members: readonly string[] = LONDON_AUTHORITIES): Authorities => {
  const all = authoritiesWith(new Set(members));
  const byGss = new Map(all.map((authority) => [authority.gss, authority]));
  const stranger = members.find((gss) => byGss.get(gss)?.member !== true);
  if (stranger !== undefined) throw new RangeError(`member ${stranger} is no current English authority`);
  return {
    find: (gss) => byGss.get(gss),
    all: () => all,
    isMember: (gss) => byGss.get(gss)?.member === true,
  };
};
