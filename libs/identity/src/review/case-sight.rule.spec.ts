import type { RecordSight } from '@ibex/kernel';
import { FIELD_GROUPS } from '@ibex/kernel';
import type { KnownLink } from '../links/domain/link.state';
import { maySee } from './case-sight.rule';
import type { Side } from './case-sight.rule';

const CAMDEN = 'E09000007';
const LAMBETH = 'E09000022';
const KENT = 'E10000016';
const link: KnownLink = {
  phase: 'known',
  pair: { refs: ['r-1', 'r-2'], owners: [CAMDEN, LAMBETH] },
  marks: [],
};
const none: RecordSight = { sight: 'none', relations: [], groups: [] };
const own: RecordSight = { sight: 'owner', relations: [], groups: FIELD_GROUPS };
const told: RecordSight = { sight: 'addressee', relations: [], groups: FIELD_GROUPS };
const former: RecordSight = { sight: 'addressee', relations: [], groups: ['existence', 'course'] };
const side = (owner: string, seen: RecordSight, isRestricted = false): Side => ({
  ...{ recordRef: 'r', owner, seen, isRestricted },
});

describe('a pair of records', () => {
  it.each([
    ['the owner of one', CAMDEN, [side(CAMDEN, own), side(LAMBETH, none)], true],
    ['the owner of the other', LAMBETH, [side(CAMDEN, none), side(LAMBETH, own)], true],
    ['an operator of an owner', CAMDEN, [side(CAMDEN, none), side(LAMBETH, none)], false],
    ['who may see both children', KENT, [side(CAMDEN, told), side(LAMBETH, told)], true],
    ['who may see one', KENT, [side(CAMDEN, told), side(LAMBETH, none)], false],
    ['who was told of one, once', KENT, [side(CAMDEN, told), side(LAMBETH, former)], false],
    ['a stranger', KENT, [side(CAMDEN, none), side(LAMBETH, none)], false],
    ['the owner of a restricted one', CAMDEN, [side(CAMDEN, own, true), side(LAMBETH, none)], true],
    ['the owner of the other', LAMBETH, [side(CAMDEN, none, true), side(LAMBETH, own)], false],
  ] as const)('is there, or not, for %s', (_, reader, sides, expected) => {
    expect(maySee(reader, link, sides)).toBe(expected);
  });

  it.each([
    [CAMDEN, true],
    [LAMBETH, false],
  ])('that is marked is there for the authority that set the mark alone: %s', (reader, expected) => {
    const marked: KnownLink = { ...link, marks: [{ by: CAMDEN, person: 'ada' }] };
    const sides = [
      side(CAMDEN, reader === CAMDEN ? own : none),
      side(LAMBETH, reader === LAMBETH ? own : none),
    ];
    expect(maySee(reader, marked, sides)).toBe(expected);
  });
});
