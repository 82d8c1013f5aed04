import { IdentityDigests } from '../keys/identity-digests';
import { Scales } from '../worker/scales';
import { BlockKeys, isOfGivenDate } from './block-keys';
import { comparisonsOn } from './compare/comparisons';
import type { Person } from './person';
import { isNoName, isNoPostcode } from './placeholders';
import { Preparing } from './prepared';
import { newVocabulary } from './vocabulary';

const prepared = (...people: readonly Omit<Person, 'id'>[]) => {
  const vocabulary = newVocabulary();
  const preparing = new Preparing(vocabulary);
  const ready = people.map((person, at) => preparing.of({ id: String(at), ...person }));
  return { vocabulary, ready };
};
const keysOf = (person: Omit<Person, 'id'>): readonly string[] => {
  const { vocabulary, ready } = prepared(person);
  return ready.flatMap((one) => new BlockKeys(vocabulary).of(one));
};
const levelOf = (field: string, one: Omit<Person, 'id'>, other: Omit<Person, 'id'>): number | undefined => {
  const { vocabulary, ready } = prepared(one, other);
  const comparison = comparisonsOn(vocabulary).find(({ name }) => name === field);
  const [a, b] = ready;
  return a && b ? comparison?.compare(a, b) : undefined;
};
const MISSING = -1;

describe('what stands for a name', () => {
  it.each([
    ['unknown unknown', true],
    ['unborn', true],
    ['unborn smith', true],
    ['baby smith', true],
    ['male infant', true],
    ['not known', true],
    ['xxx', true],
    ['test', true],
    ['amy child', false],
    ['boy', false],
    ['amy test', false],
    ['maxx', false],
    ['unity', false],
  ])('%s: %s', (name, expected) => {
    expect(isNoName(name.split(' '))).toBe(expected);
  });
});

describe('what systems hold until something is known', () => {
  it.each([
    ['names', { forename: 'Unknown', surname: 'UNKNOWN UNKNOWN' }],
    ['a date', { dob: '1900-01-01' }],
    ['a postcode of no place', { postcode: 'ZZ99 3VZ' }],
    ['ten times one digit', { nhsNumber: '9999999999' }],
    ['ten noughts', { nhsNumber: '0000000000' }],
  ])('%s: is no key, and says nothing', (_, person) => {
    expect(keysOf(person)).toEqual([]);
    for (const field of ['forename', 'surname', 'dob', 'postcode', 'nhsNumber'])
      expect(levelOf(field, person, person)).toBe(MISSING);
  });

  it('leaves a postcode that is one beside it', () => {
    expect(isNoPostcode('ZZ993VZ')).toBe(true);
    expect(keysOf({ postcode: 'ZZ99 3VZ; SW9 8QQ' })).toEqual(keysOf({ postcode: 'SW9 8QQ' }));
  });
});

describe('the 1st of January', () => {
  const amina = { forename: 'Amina', surname: 'Yusuf', dob: '2008-01-01' };

  it('is no key by itself where records are kept, and is one beside a name', () => {
    const kept = (person: Omit<Person, 'id'>): readonly string[] =>
      keysOf(person).filter((key) => !isOfGivenDate(key));
    expect(kept({ dob: '2008-01-01' })).toEqual([]);
    expect(kept({ dob: '2008-03-02' })).toEqual(['d20080302']);
    expect(kept(amina)).toHaveLength(keysOf({ ...amina, dob: '2008-03-02' }).length - 1);
    const digests = new IdentityDigests({ digest: (_, text) => text });
    expect(digests.blocksOf({ id: 'a', dob: '2008-01-01' })).toEqual([]);
    expect(digests.blocksOf({ id: 'a', dob: '2008-03-02' })).toEqual(['d20080302']);
  });

  it('says nothing where two have it and nobody counts how many do, else as much as any date that is as common', () => {
    const weightOf = (records: number, share: number, dob: string): number => {
      const scales = new Scales(records);
      const shares = new Map([['dateOfBirth', share] as const]);
      const [a, b] = ['a', 'b'].map((id) => scales.put({ ...amina, id, source: id, dob }, shares));
      return a && b ? scales.weight(a, b) : Number.NaN;
    };
    const without = weightOf(100, 0.001, '');
    expect(weightOf(100, 0.001, '2008-01-01')).toBe(without);
    expect(weightOf(100, 0.001, '2008-03-02')).toBeGreaterThan(without);
    expect(weightOf(20_000, 0.05, '2008-01-01')).toBe(weightOf(20_000, 0.05, '2008-03-02'));
    expect(weightOf(20_000, 0.05, '2008-01-01')).toBeLessThan(weightOf(20_000, 0.001, '2008-01-01'));
  });
});
