import type { Person } from '../person';
import { Preparing } from '../prepared';
import { newVocabulary } from '../vocabulary';
import { comparisonsOn } from './comparisons';

/** The level at which two people agree on one thing, in words; undefined where nothing can be said. */
const level = (field: string, a: Omit<Person, 'id'>, b: Omit<Person, 'id'>): string | undefined => {
  const vocabulary = newVocabulary();
  const preparing = new Preparing(vocabulary);
  const [x, y] = [preparing.of({ id: 'a', ...a }), preparing.of({ id: 'b', ...b })];
  const comparison = comparisonsOn(vocabulary).find(({ name }) => name === field);
  expect(comparison?.compare(y, x)).toBe(comparison?.compare(x, y));
  return comparison?.levels[comparison.compare(x, y)];
};

describe('forenames', () => {
  it.each([
    ['Charlotte', 'CHARLOTTE', 'same'],
    ['Mary-Ann', 'Mary Ann', 'same'],
    ['Maryann', 'Mary Ann', 'same'],
    ['Bob', 'Robert', 'short form'],
    ['Mohamed', 'Muhammad', 'short form'],
    ['Tekle Daniil', 'Daniil', 'part'],
    ['Oluwatoyin', 'Oluwatoyinn', 'near'],
    ['Oluwaseyi', 'Oluwafemi', 'alike'],
    ['J', 'James', 'initial'],
    ['Noah', 'Aslan', 'different'],
    ['Baby', 'Aslan', undefined],
    ['', 'Aslan', undefined],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(level('forename', { forename: a }, { forename: b })).toBe(expected);
  });

  it('are found elsewhere where forename and surname were exchanged, and count once', () => {
    const [a, b] = [
      { forename: 'Isla', surname: 'Hall' },
      { forename: 'Hall', surname: 'Isla' },
    ];
    expect(level('forename', a, b)).toBe('elsewhere');
    expect(level('surname', a, b)).toBeUndefined();
  });

  it('are found elsewhere among other names', () => {
    const a = { forename: 'Kofi', surname: 'Darko', otherNames: 'Kwame' };
    expect(level('forename', a, { forename: 'Kwame', surname: 'Darko' })).toBe('elsewhere');
  });
});

describe('surnames', () => {
  it.each([
    ['O’Kelly', 'OKELLY', 'same'],
    ['Brown-Lindo', 'Lindo', 'part'],
    ['Kowalski', 'Kowalska', 'near'],
    ['Ivanov', 'Ivanova', 'near'],
    ['Rahimi', 'Rahiimi', 'near'],
    ['Smith', 'Jones', 'different'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(level('surname', { surname: a }, { surname: b })).toBe(expected);
  });
});

describe('other names', () => {
  it.each([
    ['Kwame', 'Kwame', 'same'],
    ['Ama Akua', 'Akua', 'same'],
    ['Ama Akua', 'Akua Esi', 'some'],
    ['Rupert', 'R', 'initial'],
    ['Rupert', 'Cillian', 'different'],
    ['', 'Cillian', undefined],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(level('otherNames', { otherNames: a }, { otherNames: b })).toBe(expected);
  });

  it('are none where a full name only repeats the others', () => {
    const full = { forename: 'Will', surname: 'Watts', otherNames: 'Will Watts' };
    expect(level('otherNames', full, full)).toBeUndefined();
  });
});

describe('dates of birth', () => {
  it.each([
    ['2012-03-04', '04/03/2012', 'same'],
    ['2012-03-04', '2012-04-03', 'day and month exchanged'],
    ['2008-01-01', '2007-11-30', 'assigned'],
    ['2008-06-15', '2008-02-20', 'assigned'],
    ['2008-01-01', '2004-11-30', 'different'],
    ['2012-03-04', '2012-03-14', 'one slip'],
    ['2012-03-24', '1991-03-24', 'same day of year'],
    ['2012-03-04', '2012-03-29', 'same month'],
    ['2012-03-04', '2012-11-29', 'same year'],
    ['2012-03-04', '1999-11-29', 'different'],
    ['2012-03-04', 'unknown', undefined],
  ])('%s and %s: %s', (a, b, expected) => expect(level('dob', { dob: a }, { dob: b })).toBe(expected));
});

describe('postcodes', () => {
  it.each([
    ['SW1A 1AA', 'sw1a1aa', 'same'],
    ['SW1A 1AA', 'SW1A 1AB', 'same sector'],
    ['SW1A 1AA', 'SW1A 2BB', 'same district'],
    ['SW1A 1AA', 'SW19 2BB', 'same area'],
    ['SW1A 1AA', 'E1 2BB', 'different'],
    ['2119', '2191', 'one slip'],
    ['2119', '6021', 'different'],
    ['E1 2BB; SW1A 1AA', 'SW1A 1AA', 'same'],
    ['', 'E1 2BB', undefined],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(level('postcode', { postcode: a }, { postcode: b })).toBe(expected);
  });
});

describe('numbers', () => {
  it.each([
    ['999 506 0264', '9995060264', 'same'],
    ['9995060264', '9993068543', 'different'],
    // the check digit is wrong: it says nothing
    ['9995060265', '9995060264', undefined],
  ])('of the NHS, %s and %s: %s', (a, b, expected) => {
    expect(level('nhsNumber', { nhsNumber: a }, { nhsNumber: b })).toBe(expected);
  });

  it('of others may have a slip', () => {
    expect(level('identifier', { identifier: '1804974' }, { identifier: '1804947' })).toBe('one slip');
    expect(level('identifier', { identifier: '1804974' }, { identifier: '6089216' })).toBe('different');
  });
});

describe('the rest', () => {
  it.each([
    ['sex', { sex: 'Female' }, { sex: '2' }, 'same'],
    ['sex', { sex: 'F' }, { sex: 'm' }, 'different'],
    ['sex', { sex: 'U' }, { sex: 'm' }, undefined],
    ['ethnicity', { ethnicity: 'WBRI' }, { ethnicity: 'WIRI' }, 'same group'],
    ['place', { place: 'Portsmouth' }, { place: 'Portsmuoth' }, 'near'],
    ['email', { email: 'a.b@x.net' }, { email: 'A.B@y.org' }, 'near'],
    ['email', { email: 'a.b@x.net' }, { email: 'unlike@x.net' }, 'different'],
    ['address', { address: '7 wallaby place delmar' }, { address: '7 walaby place' }, 'contained'],
    ['address', { address: '7 wallaby place' }, { address: '92 high street' }, 'different'],
    ['source', { source: 'E09000007' }, { source: 'E09000007' }, 'same'],
  ])('%s: %j and %j: %s', (field, a, b, expected) => expect(level(field, a, b)).toBe(expected));
});
