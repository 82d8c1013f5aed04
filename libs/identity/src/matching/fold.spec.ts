import { toDigits } from './dates';
import { compact, fold } from './fold';
import { nameWords, soundOf } from './name-words';
import { areForms } from './short-forms';
import { isOneSlip, likeness, mayBeAlike } from './strings';

describe('what is compared', () => {
  it.each([
    ['O’Connor-Smith', 'oconnor smith'],
    ['  ZOË  Müller ', 'zoe muller'],
    ['Łukasz', 'lukasz'],
    ['محمد', 'mhmd'],
    ['Иван Петров', 'ivan petrov'],
    ['', ''],
  ])('is folded to plain letters: %s', (written, folded) => expect(fold(written)).toBe(folded));

  it.each([
    ['sw1a 1aa', 'SW1A1AA'],
    ['999 506-0264', '9995060264'],
  ])('has no gaps where it is a number: %s', (written, read) => expect(compact(written)).toBe(read));

  it.each([
    ['2012-01-31', '20120131'],
    ['20120131', '20120131'],
    ['31/01/2012', '20120131'],
    ['1/2/2012', '20120201'],
    ['2012-01-31T00:00:00Z', '20120131'],
    ['1770-81-01', '17708101'],
    ['not known', undefined],
    ['2012', undefined],
    ['', undefined],
  ])('reads %s as the date %s', (written, digits) => expect(toDigits(written)).toBe(digits));

  it('takes no name for a name: a newborn, or one that is not known', () => {
    expect(nameWords('Baby Smith')).toEqual([]);
    expect(nameWords('NOT KNOWN')).toEqual([]);
    expect(nameWords('Mr Jean-Paul')).toEqual(['jean', 'paul']);
    expect(nameWords(undefined)).toEqual([]);
  });

  it('knows short forms and spellings, both ways', () => {
    expect(areForms('bob', 'robert')).toBe(true);
    expect(areForms('robert', 'bob')).toBe(true);
    expect(areForms('mohamed', 'muhammad')).toBe(true);
    expect(areForms('bob', 'william')).toBe(false);
    expect(areForms('qwerty', 'qwerty')).toBe(false);
  });

  it('hears names that are written otherwise as one', () => {
    expect(soundOf('stephen')).toBe(soundOf('steven'));
    expect(soundOf('')).toBe('');
  });
});

describe('a slip', () => {
  it.each([
    ['smith', 'smith', true],
    ['smith', 'smiths', true],
    ['smith', 'smth', true],
    ['smith', 'smyth', true],
    ['smith', 'simth', true],
    ['smith', 'imths', false],
    ['smith', 'smythe', false],
    ['', 'a', true],
    ['ab', 'cd', false],
  ])('between %s and %s: %s', (a, b, isSlip) => {
    expect(isOneSlip(a, b)).toBe(isSlip);
    expect(isOneSlip(b, a)).toBe(isSlip);
  });

  it('never lies between texts that are passed over as unlike, nor are those alike', () => {
    const words = [
      'katherine',
      'catherine',
      'muhammad',
      'mohamed',
      'smith',
      'smyth',
      'abcd',
      'xyz',
      'jones',
      'johns',
    ];
    for (const a of words)
      for (const b of words) {
        if (mayBeAlike(a, b)) continue;
        expect([a, b, isOneSlip(a, b) && a.length > 3]).toEqual([a, b, false]);
        expect([a, b, likeness(a, b) >= 0.92]).toEqual([a, b, false]);
      }
  });
});
