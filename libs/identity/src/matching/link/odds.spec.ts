import { comparisonsOn } from '../compare/comparisons';
import type { Person } from '../person';
import { Preparing } from '../prepared';
import { newVocabulary } from '../vocabulary';
import { Odds } from './odds';
import { Rivals } from './rivals';

const vocabulary = newVocabulary();
const preparing = new Preparing(vocabulary);
const odds = new Odds(comparisonsOn(vocabulary));
const NHS = { mia: '9995060264', other: '9993068543' };
const mia = (id: string, change: Partial<Person> = {}) =>
  preparing.of({ id, forename: 'Mia', surname: 'Brown', dob: '2017-08-26', ...change });

describe('two records that are alike', () => {
  it.each([
    ['other NHS numbers', { nhsNumber: NHS.mia }, { nhsNumber: NHS.other }, true],
    ['one NHS number', { nhsNumber: NHS.mia }, { nhsNumber: NHS.mia }, false],
    ['an NHS number that is not known', { nhsNumber: NHS.mia }, {}, false],
    ['other middle names', { otherNames: 'Martha' }, { otherNames: 'Jade' }, true],
    ['one authority that holds both', { source: 'E09000007' }, { source: 'E09000007' }, true],
    ['two authorities', { source: 'E09000007' }, { source: 'E09000008' }, false],
  ])('are at odds by %s: %#', (_, a, b, expected) => {
    expect(odds.areAtOdds(mia('a', a), mia('b', b))).toBe(expected);
  });

  it.each([
    ['one name', {}, {}, false],
    ['a short form', { forename: 'Bob' }, { forename: 'Robert' }, false],
    ['another forename, as twins have', { forename: 'Isla' }, {}, true],
    [
      'another forename and one number, as twins by mistake',
      { forename: 'Isla', nhsNumber: NHS.mia },
      { nhsNumber: NHS.mia },
      true,
    ],
    ['an initial', { forename: 'M' }, {}, true],
    ['names exchanged', { forename: 'Brown', surname: 'Mia' }, {}, false],
    ['another surname', { surname: 'Winton' }, {}, true],
    [
      'another surname and one number',
      { surname: 'Winton', nhsNumber: NHS.mia },
      { nhsNumber: NHS.mia },
      false,
    ],
  ])('are left to a machine or not, with %s', (_, a, b, expected) => {
    expect(odds.needsPerson(mia('a', a), mia('b', b))).toBe(expected);
  });
});

describe('a record that could be either of two children of one name', () => {
  const people = [
    mia('first', { nhsNumber: NHS.mia }),
    mia('either'),
    mia('second', { nhsNumber: NHS.other }),
  ];
  const links = [
    { a: 0, b: 1, weight: 9 },
    { a: 1, b: 2, weight: 9 },
    { a: 0, b: 2, weight: -3 },
  ];

  it('is linked to neither without a person', () => {
    const rivals = new Rivals(people, odds, links);
    expect(links.map((link) => rivals.isClear(link))).toEqual([false, false, false]);
  });

  it('is linked where there is but one', () => {
    const rivals = new Rivals(people, odds, links.slice(0, 1));
    expect(rivals.isClear({ a: 0, b: 1, weight: 9 })).toBe(true);
  });
});
