import { FixedClock, MemoryMailbox, SteppingClock } from '@ibex/adapters/memory';
import { CROYDON, KENT, aNewEntry } from '@ibex/testing';
import { ProblemError } from '@ibex/runtime';
import { StartPlace } from './start-place';

const NOW = '2026-03-02T12:00:00.000Z';

/** Croydon's mailbox: entries 1 to 7, a second apart from each other. */
const filled = async () => {
  const mailbox = new MemoryMailbox(new SteppingClock());
  for (let at = 1; at <= 7; at += 1) await mailbox.deliver('router', [aNewEntry(`e-${at}`)], at);
  const entries = await mailbox.read(CROYDON, 0, 10);
  const putAt = (sequence: number): string => entries[sequence - 1]?.putAt ?? '';
  return { start: new StartPlace(mailbox, new FixedClock(NOW)), putAt };
};

describe('where a subscription begins', () => {
  it.each([
    [undefined, 7],
    ['now', 7],
    ['beginning', 0],
    [0, 0],
    [3, 3],
    [7, 7],
  ])('%j is after entry %d', async (startsAt, after) => {
    const { start } = await filled();
    expect(await start.of(CROYDON, startsAt)).toBe(after);
  });

  it('after a moment is with the first entry that came then or later', async () => {
    const { start, putAt } = await filled();
    const moments = [1, 2, 3, 4, 5, 6, 7].map(putAt);
    expect(await Promise.all(moments.map((moment) => start.of(CROYDON, moment)))).toEqual([
      0, 1, 2, 3, 4, 5, 6,
    ]);
    expect(await start.of(CROYDON, '2020-01-01T00:00:00.000Z')).toBe(0);
    expect(await start.of(CROYDON, NOW)).toBe(7);
  });

  it('is 0 in an empty mailbox', async () => {
    const { start } = await filled();
    expect([await start.of(KENT, 'now'), await start.of(KENT, NOW), await start.of(KENT, 0)]).toEqual([
      0, 0, 0,
    ]);
  });

  it.each([8, '2026-03-02T12:00:00.001Z'])('cannot be ahead: %j', async (startsAt) => {
    const { start } = await filled();
    const fault = await start.of(CROYDON, startsAt).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(ProblemError);
    expect(fault).toMatchObject({
      status: 422,
      extras: { field: 'startsAt', errors: [{ rule: 'not-ahead' }] },
    });
  });
});
