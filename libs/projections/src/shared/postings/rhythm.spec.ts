import { addDays, isWorkingDay } from '@ibex/kernel';
import type { CivilDate } from '@ibex/kernel';
import fc from 'fast-check';
import { rhythmOf, silentSince } from './rhythm.rule';

// Monday; no bank holiday until Good Friday, 3 April 2026
const MONDAY = '2026-01-05';

/** Every so many days, from a Monday on. */
const every = (gap: number, times: number): readonly CivilDate[] =>
  Array.from({ length: times }, (_, at) => addDays(MONDAY, at * gap));
const workingDays = (from: CivilDate, count: number): readonly CivilDate[] => {
  const days: CivilDate[] = [];
  for (let date = from; days.length < count; date = addDays(date, 1)) if (isWorkingDay(date)) days.push(date);
  return days;
};

describe('the usual rhythm of postings', () => {
  it.each([
    ['every day of the week', every(1, 40), ['daily', 'days', 1, 3]],
    ['every working day', workingDays(MONDAY, 40), ['daily', 'working-days', 1, 3]],
    [
      'four working days in five',
      workingDays(MONDAY, 60).filter((_, at) => at % 5 !== 2),
      ['most working days', 'working-days', 1, 3],
    ],
    ['every third day', every(3, 20), ['every few days', 'days', 3, 7]],
    ['each Monday', every(7, 8), ['weekly', 'working-days', 5, 11]],
    ['each Saturday', every(7, 8).map((day) => addDays(day, 5)), ['weekly', 'days', 7, 15]],
    ['every other Monday', every(14, 6), ['fortnightly', 'working-days', 10, 21]],
    ['once in four weeks', every(28, 5), ['monthly', 'working-days', 20, 41]],
    [
      'now and then',
      [0, 1, 2, 20, 21, 45, 46, 47, 80].map((day) => addDays(MONDAY, day)),
      ['irregular', 'days', 1, 50],
    ],
  ] as const)('is learned from who posts %s', (_, days, [word, counts, usualGap, limit]) => {
    expect(rhythmOf(days)).toStrictEqual({ word, counts, usualGap, limit });
  });

  it.each([0, 1, 4])('is not said of %d posting days', (count) => {
    expect(rhythmOf(every(1, count))).toBeUndefined();
  });

  it('is not said of five posting days over more than 400 days', () => {
    expect(rhythmOf(every(120, 5))).toBeUndefined();
  });

  it('is that of the last 90 days, whatever it was before', () => {
    const now = every(7, 13).map((day) => addDays(day, 364));
    expect(rhythmOf([...every(1, 60), ...now])).toStrictEqual({
      word: 'weekly',
      counts: 'working-days',
      usualGap: 5,
      limit: 11,
    });
  });

  it('counts working days in spite of one Saturday in twenty postings', () => {
    const days = [...workingDays(MONDAY, 20), addDays(MONDAY, 5)];
    expect(rhythmOf(days)).toMatchObject({ counts: 'working-days', word: 'daily' });
  });

  it('does not lengthen for one break in a steady feed', () => {
    const days = workingDays(MONDAY, 40).filter((_, at) => at < 10 || at > 20);
    expect(rhythmOf(days)).toMatchObject({ word: 'daily', limit: 3 });
  });

  it('knows neither order nor repetition within a day', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        days.chain((once) => fc.tuple(fc.constant(once), fc.shuffledSubarray([...once, ...once, ...once]))),
        ([once, often]) => {
          const toDates = (offsets: readonly number[]) => offsets.map((offset) => addDays(MONDAY, offset));
          expect(rhythmOf(toDates([...often, ...once.toReversed()]))).toStrictEqual(rhythmOf(toDates(once)));
        },
      ),
    );
  });
});

describe('silence', () => {
  const daily = { counts: 'working-days', limit: 3 } as const;

  it.each([
    // Thursday 8 January 2026 was the last day
    ['on the day itself', '2026-01-08', undefined],
    ['on the third working day after it, over a weekend', '2026-01-13', undefined],
    ['on the fourth', '2026-01-14', '2026-01-14'],
    ['a week later, with the day since when', '2026-01-21', '2026-01-14'],
  ] as const)('of a feed of working days is told %s', (_, today, since) => {
    expect(silentSince(daily, '2026-01-08', today)).toBe(since);
  });

  it('is not made of bank holidays: nobody is silent over Easter', () => {
    // Maundy Thursday to the Thursday after: Good Friday, weekend and Easter Monday between
    expect(silentSince(daily, '2026-04-02', '2026-04-09')).toBeUndefined();
    expect(silentSince(daily, '2026-04-02', '2026-04-10')).toBe('2026-04-10');
  });

  it('counts every day for who posts at weekends too', () => {
    expect(silentSince({ counts: 'days', limit: 3 }, '2026-01-08', '2026-01-12')).toBe('2026-01-12');
  });

  /** Posting days of an office: from one to the next `least` to `2 least + 1` working days. */
  const officeFeed = fc.integer({ min: 1, max: 8 }).chain((least) =>
    fc.array(fc.integer({ min: least, max: 2 * least + 1 }), { minLength: 4, maxLength: 14 }).map((gaps) => {
      const calendar = workingDays(MONDAY, 260);
      let at = 0;
      return [0, ...gaps].map((gap) => calendar[(at += gap)] ?? MONDAY);
    }),
  );
  const throughout = (
    days: readonly CivilDate[],
    check: (known: readonly CivilDate[], on: CivilDate) => void,
  ) => {
    for (const [at, day] of days.entries()) {
      const next = days[at + 1];
      if (next === undefined) return;
      for (let on = day; on <= next; on = addDays(on, 1)) check(days.slice(0, at + 1), on);
    }
  };

  it('is never told while the next posting comes within the rhythm', () => {
    fc.assert(
      fc.property(officeFeed, (days) => {
        throughout(days, (known, on) => {
          const rhythm = rhythmOf(known);
          expect(rhythm && silentSince(rhythm, known.at(-1) ?? on, on)).toBeUndefined();
        });
      }),
      { numRuns: 60 },
    );
  });

  it('is told of every feed that stops', () => {
    fc.assert(
      fc.property(officeFeed, (days) => {
        const rhythm = rhythmOf(days);
        fc.pre(rhythm !== undefined);
        const last = days.at(-1) ?? MONDAY;
        // gaps of 17 working days at most, and half as much again, over weekends and holidays
        expect(silentSince(rhythm, last, addDays(last, 75))).toBeDefined();
      }),
      { numRuns: 60 },
    );
  });

  it('goes on until something is posted, since the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 200 }), (limit, later) => {
        const first = silentSince({ counts: 'days', limit }, MONDAY, addDays(MONDAY, limit + 1));
        const then = silentSince({ counts: 'days', limit }, MONDAY, addDays(MONDAY, limit + 1 + later));
        expect(then).toBe(first);
      }),
    );
  });
});
