import { dayOf, leavesAt } from './cadence.rule';

const at7 = { every: 'day', hour: 7 } as const;
const hourly = { every: 'hour' } as const;

describe('when what is gathered leaves', () => {
  it.each([
    ['2026-01-12T06:59:59.999Z', '2026-01-12T07:00:00.000Z', '2026-01-12'],
    ['2026-01-12T07:00:00.000Z', '2026-01-12T07:00:00.000Z', '2026-01-12'],
    ['2026-01-12T07:00:00.001Z', '2026-01-13T07:00:00.000Z', '2026-01-13'],
    ['2026-07-12T05:30:00.000Z', '2026-07-12T06:00:00.000Z', '2026-07-12'],
    ['2026-07-12T23:30:00.000Z', '2026-07-13T06:00:00.000Z', '2026-07-13'],
    // the clocks go forward in the night to 29 March 2026 and back in the night to 25 October 2026
    ['2026-03-28T12:00:00.000Z', '2026-03-29T06:00:00.000Z', '2026-03-29'],
    ['2026-10-24T12:00:00.000Z', '2026-10-25T07:00:00.000Z', '2026-10-25'],
    ['2026-12-31T12:00:00.000Z', '2027-01-01T07:00:00.000Z', '2027-01-01'],
  ])('daily at seven: what came at %s leaves at %s', (putAt, leaves, day) => {
    expect([leavesAt(putAt, at7), dayOf(putAt, at7)]).toEqual([leaves, day]);
  });

  it.each([
    ['2026-03-28T12:00:00.000Z', '2026-03-29T01:00:00.000Z'],
    ['2026-10-24T12:00:00.000Z', '2026-10-25T00:00:00.000Z'],
  ])('an hour that a clock skips or shows twice is one gathering: %s', (putAt, leaves) => {
    const cadence = { every: 'day', hour: 1 } as const;
    expect(leavesAt(putAt, cadence)).toBe(leaves);
    expect(leavesAt(leaves, cadence)).toBe(leaves);
  });

  it.each([
    ['2026-07-12T10:00:00.001Z', '2026-07-12T11:00:00.000Z', '2026-07-12'],
    ['2026-07-12T11:00:00.000Z', '2026-07-12T11:00:00.000Z', '2026-07-12'],
    ['2026-07-12T22:30:00.000Z', '2026-07-12T23:00:00.000Z', '2026-07-12'],
    ['2026-07-12T23:00:00.001Z', '2026-07-13T00:00:00.000Z', '2026-07-13'],
  ])('hourly: what came at %s leaves at %s', (putAt, leaves, day) => {
    expect([leavesAt(putAt, hourly), dayOf(putAt, hourly)]).toEqual([leaves, day]);
  });

  it('is never before it came, never a day late, and of one day for what comes between two gatherings', () => {
    for (
      let ms = Date.parse('2026-03-27T00:00:00Z');
      ms < Date.parse('2026-03-31T00:00:00Z');
      ms += 6_799_999
    ) {
      const putAt = new Date(ms).toISOString();
      for (let hour = 0; hour < 24; hour += 1) {
        const leaves = leavesAt(putAt, { every: 'day', hour });
        const waitsMs = Date.parse(leaves) - ms;
        expect(waitsMs >= 0 && waitsMs <= 25 * 3_600_000).toBe(true);
        expect(leavesAt(leaves, { every: 'day', hour })).toBe(leaves);
        expect(dayOf(leaves, { every: 'day', hour })).toBe(dayOf(putAt, { every: 'day', hour }));
      }
    }
  });
});
