import { LONDON_AUTHORITIES, knownAuthorities } from './known-authorities';

describe('the authorities of England', () => {
  const authorities = knownAuthorities();
  const current = authorities.all().filter(({ endedOn }) => endedOn === undefined);

  it('are the 153 with children’s services, each with a code and a DfE number of its own', () => {
    expect(current).toHaveLength(153);
    expect(new Set(current.map(({ gss }) => gss)).size).toBe(153);
    expect(new Set(current.map(({ dfeNumber }) => dfeNumber)).size).toBe(153);
  });

  it('count 33 in London, which are the members unless told otherwise', () => {
    expect(LONDON_AUTHORITIES).toHaveLength(33);
    const members = authorities.all().filter(({ member }) => member);
    expect(members.map(({ gss }) => gss)).toEqual(LONDON_AUTHORITIES);
    expect(members.every(({ region }) => region.endsWith('London'))).toBe(true);
  });

  it('are found by their code', () => {
    expect(authorities.find('E09000008')).toEqual({
      gss: 'E09000008',
      dfeNumber: '306',
      name: 'Croydon',
      region: 'Outer London',
      member: true,
    });
    expect(authorities.find('E99999999')).toBeUndefined();
    expect(authorities.isMember('E99999999')).toBe(false);
  });

  it('keep the codes of abolished ones, with the date and who took over', () => {
    expect(authorities.find('E10000006')).toEqual({
      gss: 'E10000006',
      dfeNumber: '909',
      name: 'Cumbria',
      region: 'North West',
      member: false,
      endedOn: '2023-04-01',
      followedBy: ['E06000063', 'E06000064'],
    });
  });

  it('name as followers of abolished ones only current ones', () => {
    const followers = authorities.all().flatMap(({ followedBy }) => followedBy ?? []);
    const codes = new Set(current.map(({ gss }) => gss));
    expect(followers.filter((gss) => !codes.has(gss))).toEqual([]);
    expect(followers.length).toBeGreaterThan(0);
  });

  it('have codes of the shape of English ones and DfE numbers of three digits', () => {
    const odd = authorities
      .all()
      .filter(({ gss, dfeNumber }) => !/^E(06|08|09|10)\d{6}$/.test(gss) || !/^\d{3}$/.test(dfeNumber));
    expect(odd).toEqual([]);
  });

  it('may be members anywhere in England', () => {
    const some = knownAuthorities(['E09000008', 'E10000016']);
    expect(some.isMember('E10000016')).toBe(true);
    expect(some.isMember('E09000003')).toBe(false);
  });

  it('cannot be members under an abolished or unknown code', () => {
    expect(() => knownAuthorities(['E10000006'])).toThrow(RangeError);
    expect(() => knownAuthorities(['E09000099'])).toThrow('E09000099');
  });
});
