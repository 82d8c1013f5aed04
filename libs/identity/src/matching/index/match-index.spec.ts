import * as fc from 'fast-check';
import type { Person } from '../person';
import { CHILDREN } from '../children';
import { MatchIndex } from './match-index';
import { Postings } from './postings';

const child = (id: string, change: Partial<Person> = {}): Person => ({
  ...{ id, forename: 'Oluwatoyin', surname: 'Odukoya', dob: '2008-04-10', sex: 'F', postcode: 'WC2N 5QR' },
  ...change,
});
const others = Array.from({ length: 300 }, (_, at) =>
  child(`other-${String(at)}`, {
    ...{
      forename: `Forename${String(at)}`,
      surname: `Surname${String(at * 7)}`,
      sex: at % 2 === 0 ? 'M' : 'F',
    },
    ...{
      dob: `20${String(10 + (at % 10))}-0${String(1 + (at % 9))}-1${String(at % 10)}`,
      postcode: `E${String(1 + (at % 9))} 1AA`,
    },
  }),
);

describe('who a new record may be', () => {
  const index = new MatchIndex([...others, child('known')], CHILDREN);

  it.each([
    ['as she is', child('new')],
    ['names exchanged', child('new', { forename: 'Odukoya', surname: 'Oluwatoyin' })],
    ['day and month exchanged', child('new', { dob: '2008-10-04' })],
    ['another surname', child('new', { surname: 'Bello' })],
    ['a slip in either name', child('new', { forename: 'Oluwatoyinn', surname: 'Odukoyah' })],
  ])('is found among many: %s', (_, asked) => {
    expect(index.likely(asked, -5).map(({ id }) => id)).toEqual(['known']);
  });

  it('is told with what speaks for it and against', () => {
    const [found] = index.likely(child('new', { surname: 'Bello' }), -5);
    expect(found?.reasons.map(({ field, level, bits }) => [field, level, bits > 0])).toEqual([
      ['forename', 'same', true],
      ['surname', 'different', false],
      ['dob', 'same', true],
      ['postcode', 'same', true],
      ['sex', 'same', true],
    ]);
  });

  it('is not the record itself, and nobody where there is nobody', () => {
    expect(index.likely(child('known'), -5)).toEqual([]);
    expect(index.likely({ id: 'nobody' }, -5)).toEqual([]);
  });

  it('is found when it came later', () => {
    const later = new MatchIndex(others, CHILDREN);
    expect(later.likely(child('new'), -5)).toEqual([]);
    later.add(child('late'));
    expect(later.likely(child('new'), -5).map(({ id }) => id)).toEqual(['late']);
    expect(later.size).toBe(301);
  });
});

describe('the postings of an index', () => {
  it('tell the places of each key, before they are settled and after, as a plain map would', () => {
    const posting = fc.record({ key: fc.nat(5), place: fc.nat(Postings.most - 1) });
    fc.assert(
      fc.property(fc.array(posting), fc.array(posting), (first, later) => {
        const postings = new Postings();
        for (const { key, place } of first) postings.add(key, place);
        postings.settle();
        for (const { key, place } of later) postings.add(key, place);
        for (let key = 0; key <= 5; key += 1) {
          const expected = [...first, ...later].filter((each) => each.key === key).map(({ place }) => place);
          const found = postings.placesOf(key, 1_000) ?? [];
          expect([...found].sort((x, y) => x - y)).toEqual(expected.sort((x, y) => x - y));
        }
      }),
    );
  });

  it('say that a key is too common rather than list it', () => {
    const postings = new Postings();
    for (let place = 0; place < 5; place += 1) postings.add(4_294_967_295, place);
    postings.settle();
    expect(postings.placesOf(4_294_967_295, 4)).toBeUndefined();
    expect(postings.placesOf(4_294_967_295, 5)).toEqual([0, 1, 2, 3, 4]);
  });
});
