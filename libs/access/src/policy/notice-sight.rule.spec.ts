import type { Reader, Sight } from '@ibex/kernel';
import { sightOfNotice } from './notice-sight.rule';

const [OWNER, OTHER] = ['E09000012', 'E09000008'] as const;
const reader = (authority: string, roles: Reader['roles'] = ['duty-desk']) => ({ authority, roles });

type Case = readonly [
  who: string,
  reader: Pick<Reader, 'authority' | 'roles'>,
  told: boolean,
  granted: boolean,
  open: Sight,
  closed: Sight,
];
/** `closed`: its record is restricted or erased. */
const CASES: readonly Case[] = [
  ['its owner', reader(OWNER), false, false, 'owner', 'owner'],
  ['its owner who was also told', reader(OWNER), true, true, 'owner', 'owner'],
  ['whoever was told of it', reader(OTHER), true, false, 'addressee', 'none'],
  ['whoever broke the glass', reader(OTHER), false, true, 'grant', 'none'],
  ['whoever was told and broke the glass', reader(OTHER), true, true, 'grant', 'none'],
  ['anybody else', reader(OTHER), false, false, 'none', 'none'],
  ['an operator of its owner', reader(OWNER, ['operator']), true, true, 'none', 'none'],
  ['an operator elsewhere', reader(OTHER, ['operator']), true, true, 'none', 'none'],
];

describe('sight of a notice', () => {
  it.each(CASES)('of %s is decided by what was recorded', (...row) => {
    const [, asks, told, granted, open, closed] = row;
    const question = { reader: asks, owner: OWNER, told, granted };
    expect(sightOfNotice({ ...question, closed: false })).toBe(open);
    expect(sightOfNotice({ ...question, closed: true })).toBe(closed);
    expect(sightOfNotice({ ...question, owner: undefined, closed: false })).toBe('none');
  });
});
