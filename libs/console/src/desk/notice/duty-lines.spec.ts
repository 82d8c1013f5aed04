import type { Duty } from './notice.answers';
import { dutyLines } from './duty-lines';

const NOW = '2026-11-22T02:14:00.000Z';
const CROYDON = 'E09000008';
const aDuty = (change: Partial<Duty>): Duty => ({
  ...{ notice: 'missing-1', key: 'k', clock: 'c-1', notification: 'missing', recordOwner: 'E09000007' },
  ...{ kind: 'acknowledgement', text: 'Acknowledge', state: 'open', owedBy: CROYDON, owedByName: 'Croydon' },
  ...{ startedAt: NOW, otherStarts: [], source: 'Guidance' },
  ...change,
});
const line = (change: Partial<Duty>, pausedAt?: string) => {
  const clock = {
    ...{ id: 'c-1', notice: 'missing-1', kind: 'acknowledgement', text: '', owedBy: CROYDON, stepsTaken: 0 },
    ...{ startedAt: NOW, warnAt: NOW, dueAt: NOW, limitedBy: 'law' as const },
    ...(pausedAt === undefined ? {} : { pausedAt }),
  };
  return dutyLines([aDuty(change)], { clocks: [clock], authority: CROYDON, now: NOW })[0];
};

describe('the clock of a duty', () => {
  it('makes no number of "without delay"', () => {
    expect(line({})).toMatchObject({
      tag: { text: 'Open' },
      says: 'Law gives no number of hours or days: it is to be done without delay.',
    });
    expect(line({})).not.toHaveProperty('at');
  });

  it.each([
    ['2026-11-22T01:00:00.000Z', 'Overdue', 'By law it was due'],
    ['2026-11-22T09:00:00.000Z', 'Due within a day', 'By law it is due'],
    ['2026-12-22T09:00:00.000Z', 'Running', 'By law it is due'],
  ])('of which law says %s, shows %s', (dueAt, text, says) => {
    expect(line({ dueAt })).toMatchObject({ tag: { text }, says, at: dueAt });
  });

  it('tells a target of the service from a date in law', () => {
    const targetAt = '2026-11-22T02:00:00.000Z';
    const says = 'Law gives no number of hours or days. The service target was';
    expect(line({ targetAt })).toMatchObject({ tag: { text: 'Past the target' }, says, at: targetAt });
  });

  it('that stands still says so, and that law does not', () => {
    const pausedAt = '2026-11-21T09:00:00.000Z';
    expect(line({ dueAt: NOW }, pausedAt)).toMatchObject({
      tag: { text: 'Paused' },
      says: 'A date in law does not move. It has stood still since',
      at: pausedAt,
    });
  });

  it('that was met late says that it was', () => {
    const met = { state: 'met', metAt: NOW, metLate: true } as const;
    expect(line(met)).toMatchObject({ tag: { text: 'Done late' }, says: 'Done', at: NOW });
  });

  it('tells whose it is', () => {
    expect([line({})?.isOurs, line({ owedBy: 'E09000007' })?.isOurs]).toEqual([true, false]);
  });
});
