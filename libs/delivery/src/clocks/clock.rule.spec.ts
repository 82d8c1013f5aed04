import type { Desk, EscalationLadder } from '@ibex/kernel';
import { given } from '@ibex/testing';
import { clockDecider } from './clock.decider';
import type { Tick } from './clock.decider';
import type { AboutDuty, ClockFact } from './clock.events';
import { warnAtOf } from './clock.rule';
import { deskToTell, isOpenAt } from './desk-hours.rule';

const weekdays: Desk['hours'] = [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' }];
const ladder: EscalationLadder = {
  desks: [
    { desk: 'duty-desk', role: 'Duty', hours: weekdays },
    { desk: 'manager', role: 'Manager', hours: weekdays },
    { desk: 'night', role: 'Night team', hours: 'always' },
  ],
  steps: [
    { desk: 'duty-desk', afterMinutes: 0 },
    { desk: 'manager', afterMinutes: 60 },
  ],
  outOfHours: 'night',
};
const DUE = '2026-03-02T12:00:00.000Z'; // a Monday
const WARN = '2026-03-02T11:00:00.000Z';
const ONE_HOUR_LATE = '2026-03-02T13:00:00.000Z';
const duty: AboutDuty = {
  ...{ notice: 'missing-1', factId: 'f-1', key: 'k', kind: 'acknowledgement', text: 'Acknowledge' },
  ...{
    owedBy: 'E09000008',
    owedTo: 'E09000012',
    sender: 'E09000012',
    urgency: 'urgent',
    dueAt: DUE,
    limit: 'target',
  },
};
const tick = (change: Partial<Tick['data']> = {}): Tick => ({
  type: 'Tick',
  data: { duty, warnAt: WARN, reaches: true, ladder, proclaimed: [], ...change },
});
const clockAt = (now: string) => given(clockDecider, now);
const warned: ClockFact = { type: 'DutyWarned', data: { ...duty, at: WARN } };
const late: ClockFact = { type: 'DutyLate', data: { ...duty, at: DUE, nextAt: DUE } };
const toDuty: ClockFact = {
  type: 'EscalationStepped',
  data: { ...duty, at: DUE, step: 0, desk: 'duty-desk', told: 'duty-desk', nextAt: ONE_HOUR_LATE },
};
const toManager: ClockFact = {
  type: 'EscalationStepped',
  data: { ...duty, at: ONE_HOUR_LATE, step: 1, desk: 'manager', told: 'manager' },
};

describe('the clock of a duty', () => {
  it('says nothing before a share of its time has passed', () => {
    clockAt('2026-03-02T10:59:59.999Z')().when(tick()).then();
  });

  it('warns once', () => {
    clockAt(WARN)().when(tick()).then(warned);
    clockAt('2026-03-02T11:59:59.999Z')(warned).when(tick()).then();
  });

  it('is late from the very instant, and tells the first desk', () => {
    clockAt(DUE)(warned).when(tick()).then(late, toDuty);
    clockAt('2026-03-02T12:30:00.000Z')(warned, late, toDuty).when(tick()).then();
  });

  it('goes up the ladder, each step once, and ends there', () => {
    clockAt(ONE_HOUR_LATE)(warned, late, toDuty).when(tick()).then(toManager);
    clockAt('2026-03-09T13:00:00.000Z')(warned, late, toDuty, toManager).when(tick()).then();
  });

  it('catches up after a stop of a day, with the instants at which it came to each', () => {
    clockAt('2026-03-03T12:00:00.000Z')().when(tick()).then(warned, late, toDuty, toManager);
  });

  it('catches up at night with the desk for out of hours', () => {
    const [first, second] = [toDuty, toManager].map((step) => ({
      ...step,
      data: { ...step.data, told: 'night' },
    }));
    clockAt('2026-03-02T22:00:00.000Z')(warned)
      .when(tick())
      .then(late, first as ClockFact, second as ClockFact);
  });

  it('warns nobody who was not told of the notice, and is late all the same', () => {
    const { nextAt, ...unpassed } = late.data as typeof late.data & { nextAt?: string };
    expect(nextAt).toBe(DUE);
    clockAt(ONE_HOUR_LATE)()
      .when(tick({ reaches: false }))
      .then({ type: 'DutyLate', data: unpassed });
  });

  it('takes note of a duty met late, once, and of none that was met in time', () => {
    const metLate: ClockFact = { type: 'DutyMetLate', data: { ...duty, metAt: ONE_HOUR_LATE } };
    clockAt(ONE_HOUR_LATE)(warned, late)
      .when(tick({ metAt: ONE_HOUR_LATE }))
      .then(metLate);
    clockAt(ONE_HOUR_LATE)(metLate)
      .when(tick({ metAt: ONE_HOUR_LATE }))
      .then();
    clockAt(ONE_HOUR_LATE)(warned)
      .when(tick({ metAt: DUE }))
      .then();
  });

  const by = { by: 'E09000008', person: 'p-1', role: 'duty-desk' };
  const pause = { type: 'PauseClock', data: { ...by, reason: 'disputed', dueAt: DUE } } as const;
  const paused: ClockFact = { type: 'ClockPaused', data: pause.data };
  const resume = (limit: 'law' | 'target') =>
    ({
      type: 'ResumeClock',
      data: { ...by, pausedAt: WARN, startedAt: '2026-03-02T08:00:00.000Z', dueAt: DUE, limit },
    }) as const;
  const resumed = (newDueAt: string): ClockFact => {
    const { limit, ...data } = resume('law').data;
    expect(limit).toBe('law');
    return { type: 'ClockResumed', data: { ...data, newDueAt } };
  };

  it('stands still while it is paused, with the reason, and not twice', () => {
    clockAt(WARN)()
      .when({ ...pause, personal: { note: 'with the police' } })
      .then({ ...paused, personal: { note: 'with the police' } });
    clockAt(WARN)(paused).when(pause).refused('clock/already-paused');
    clockAt(ONE_HOUR_LATE)(paused).when(tick()).then();
  });

  it('moves a target by the time that it stood, and never a date in law', () => {
    clockAt(DUE)(paused).when(resume('target')).then(resumed(ONE_HOUR_LATE));
    clockAt(DUE)(paused).when(resume('law')).then(resumed(DUE));
    clockAt(DUE)().when(resume('law')).refused('clock/not-paused');
  });

  it('runs again after a pause, and anew towards a date that moved', () => {
    clockAt(DUE)(warned, paused, resumed(DUE)).when(tick()).then(late, toDuty);
    const moved = { ...duty, dueAt: ONE_HOUR_LATE };
    clockAt(WARN)(warned, late, toDuty)
      .when(tick({ duty: moved }))
      .then({ type: 'DutyWarned', data: { ...moved, at: WARN } });
  });

  it('is computed anew once for each date that a fact had set', () => {
    const data = {
      ...{ startedAt: '2026-03-02', dueAt: DUE, newDueAt: ONE_HOUR_LATE, computedDueAt: ONE_HOUR_LATE },
      ...{ proclaimed: ['2026-03-03'], setAt: 5 },
    };
    const recomputed: ClockFact = { type: 'ClockRecomputed', data };
    const again = { type: 'RecomputeClock', data } as const;
    clockAt(WARN)().when(again).then(recomputed);
    clockAt(WARN)(recomputed).when(again).then();
    const later = { ...data, setAt: 9 };
    clockAt(WARN)(recomputed)
      .when({ ...again, data: later })
      .then({ type: 'ClockRecomputed', data: later });
  });
});

describe('the share of its time after which a duty is warned of', () => {
  it('counts elapsed time, also over the change of the clocks and from a London date', () => {
    expect(warnAtOf('2026-03-28T12:00:00.000Z', '2026-03-31T12:00:00.000Z', 0.75)).toBe(
      '2026-03-30T18:00:00.000Z',
    );
    expect(warnAtOf('2026-06-01', '2026-06-04T23:00:00.000Z', 0.5)).toBe('2026-06-02T23:00:00.000Z');
  });

  it('is over at once where the duty was due when it began', () => {
    expect(warnAtOf('2026-06-05', '2026-06-04T23:00:00.000Z', 0.75)).toBe('2026-06-04T23:00:00.000Z');
  });
});

describe('the hours of a desk', () => {
  const duty9to5: Desk = { desk: 'duty-desk', role: 'Duty', hours: weekdays };

  it.each([
    ['2026-03-02T08:59:00.000Z', false],
    ['2026-03-02T09:00:00.000Z', true],
    ['2026-03-02T17:00:00.000Z', false],
    ['2026-03-01T12:00:00.000Z', false],
    // in summer the desk opens an hour earlier by UTC
    ['2026-06-01T08:30:00.000Z', true],
    ['2026-06-01T16:30:00.000Z', false],
    // Easter Monday
    ['2026-04-06T10:00:00.000Z', false],
  ])('are those of a London clock, without holidays: at %s open %s', (at, open) => {
    expect(isOpenAt(duty9to5, at)).toBe(open);
  });

  it('end on the next morning where the desk closes before it opens', () => {
    const night: Desk = { desk: 'n', role: 'n', hours: [{ days: [5], opens: '17:00', closes: '09:00' }] };
    expect(isOpenAt(night, '2026-03-06T23:00:00.000Z')).toBe(true);
    expect(isOpenAt(night, '2026-03-07T08:59:00.000Z')).toBe(true);
    expect(isOpenAt(night, '2026-03-07T09:00:00.000Z')).toBe(false);
  });

  it('close on a day that was proclaimed, which the desk for out of hours takes', () => {
    const days = new Set(['2026-03-02']);
    expect(deskToTell(ladder, 'duty-desk', DUE)).toBe('duty-desk');
    expect(deskToTell(ladder, 'duty-desk', DUE, days)).toBe('night');
    expect(deskToTell(ladder, 'no-such-desk', DUE)).toBe('night');
  });
});
