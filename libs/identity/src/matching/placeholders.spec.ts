import { BlockKeys } from './block-keys';
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

  it('is a key beside a name alone, and in its own year alone', () => {
    expect(keysOf({ dob: '2008-01-01' })).toEqual([]);
    expect(keysOf({ dob: '2008-03-01' })).toHaveLength(1);
    expect(keysOf(amina).length).toBeLessThan(keysOf({ ...amina, dob: '2008-03-02' }).length);
    expect(
      keysOf(amina).filter((key) => keysOf({ forename: 'Amina', dob: '2008-01-01' }).includes(key)),
    ).toHaveLength(1);
  });

  it('says nothing where two have it, and may be an assigned one where one has it', () => {
    expect(levelOf('dob', amina, amina)).toBe(MISSING);
    expect(levelOf('dob', amina, { dob: '2008-03-02' })).toBe(2);
    expect(levelOf('dob', { dob: '2008-03-02' }, { dob: '2008-03-02' })).toBe(0);
  });
});
