import { episode } from './episode.fixture';
import { hostOfEpisode, isOwnArea } from './host-of-period';

const found = (code: string) => ({ kind: 'found', code }) as const;
const unknown = { kind: 'unknown' } as const;

describe('the host of an episode', () => {
  it.each([
    ['the authority of the postcode', {}, found('E09000008'), { kind: 'authority', gss: 'E09000008' }],
    ['Wales', {}, found('W06000015'), { kind: 'outside-england', code: 'WAL' }],
    ['Scotland', {}, found('S12000036'), { kind: 'outside-england', code: 'SCO' }],
    ['Northern Ireland', {}, found('N09000003'), { kind: 'outside-england', code: 'NIR' }],
    ['outside the kingdom', {}, found('L99000001'), { kind: 'outside-england', code: 'NUK' }],
    ['unknown for a district, which has no children’s services', {}, found('E07000240'), { kind: 'unknown' }],
    ['unknown where no table knows the postcode', {}, unknown, { kind: 'unknown' }],
    ['unknown without a postcode', { postcode: '' }, unknown, { kind: 'unknown' }],
    [
      'the authority that the return names',
      { authority: 'E10000016' },
      unknown,
      { kind: 'authority', gss: 'E10000016' },
    ],
    [
      'the nation that the return names',
      { authority: 'WAL' },
      unknown,
      { kind: 'outside-england', code: 'WAL' },
    ],
    [
      'withheld where the return says confidential',
      { authority: 'CON' },
      found('E09000008'),
      { kind: 'withheld' },
    ],
    [
      'withheld for a short break without postcode',
      { legalStatus: 'V4', postcode: '' },
      unknown,
      { kind: 'withheld' },
    ],
  ] as const)('is %s', (_, change, place, host) => {
    expect(hostOfEpisode(episode(change), place)).toStrictEqual(host);
  });

  it.each(['A3', 'A4', 'A5', 'A6'])(
    'is withheld for a placement for adoption, %s, whatever is known',
    (place) => {
      expect(hostOfEpisode(episode({ place, authority: 'E10000016' }), found('E09000008'))).toStrictEqual({
        kind: 'withheld',
      });
    },
  );
});

describe('the own area', () => {
  it('is the own authority and no other answer', () => {
    expect(isOwnArea({ kind: 'authority', gss: 'E09000008' }, 'E09000008')).toBe(true);
    expect(isOwnArea({ kind: 'authority', gss: 'E09000009' }, 'E09000008')).toBe(false);
    expect(isOwnArea({ kind: 'unknown' }, 'E09000008')).toBe(false);
  });
});
