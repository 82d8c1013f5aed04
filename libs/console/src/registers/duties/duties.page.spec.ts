import type { DutyLine } from '../parts/answers';
import { dutiesPage } from './duties.page';

const NOW = '2026-11-22T12:00:00.000Z';
const duty = (changes: Partial<DutyLine>): DutyLine => ({
  ...{ notice: 'placement-1', key: 'k', clock: 'c', notification: 'placement', recordOwner: 'E09000007' },
  ...{
    kind: 'notify',
    text: 'Tell the area authority',
    state: 'open',
    owedBy: 'E10000016',
    owedByName: 'Kent',
  },
  ...{
    owedTo: 'E09000007',
    owedToName: 'Camden',
    startedAt: '2026-11-01',
    otherStarts: [],
    source: 'reg 13(4)',
  },
  ...changes,
});
const rowOf = (changes: Partial<DutyLine>): readonly unknown[] => {
  const completeness = {
    feeds: [],
    others: { silent: 0, asUsual: 0, tooFewToSay: 0, neverPosted: 0 },
    link: '',
  };
  const answer = { position: 1, upToDate: true, completeness, items: [duty(changes)] };
  const page = dutiesPage(answer, { scope: 'owed-to-us', state: 'all', page: 1, now: NOW });
  return (page['rows'] as readonly (readonly unknown[])[])[0] ?? [];
};

describe('a duty in the list', () => {
  it('is late by so much, after the end of its last day', () => {
    const [, state, side, due] = rowOf({ state: 'late', dueAt: '2026-11-21T00:00:00.000Z' });
    expect(state).toStrictEqual({ lines: [{ tag: 'Late', colour: 'red' }, { hint: 'by 36 hours' }] });
    expect(side).toBe('Kent');
    expect(due).toStrictEqual({ lines: [{ lines: [{ hint: 'by the end of' }, { day: '2026-11-20' }] }] });
  });

  it('says the hour where it is due within a day', () => {
    const [, state, , due] = rowOf({ dueAt: '2026-11-22T15:00:00.000Z' });
    expect(state).toStrictEqual({ lines: [{ tag: 'Due', colour: 'blue' }, { hint: 'in 3 hours' }] });
    expect(due).toStrictEqual({ lines: [{ when: '2026-11-22T15:00:00.000Z' }] });
  });

  it('is past its target, not late, where law gives no number', () => {
    const [, state, , due] = rowOf({ targetAt: '2026-07-31T23:00:00.000Z' });
    expect(state).toStrictEqual({
      lines: [{ tag: 'Past its target', colour: 'orange' }, { hint: 'by 113 days' }],
    });
    expect(due).toStrictEqual({
      lines: [
        { hint: 'Law gives no number of days' },
        {
          lines: [
            { hint: 'target, not law:' },
            { lines: [{ hint: 'by the end of' }, { day: '2026-07-31' }] },
          ],
        },
      ],
    });
  });

  it('is met, or met late, with the day on which it was', () => {
    const [, met] = rowOf({ state: 'met', metAt: '2026-11-02' });
    const [, late] = rowOf({ state: 'met', metLate: true, metAt: '2026-11-20T10:00:00.000Z' });
    expect([met, late]).toStrictEqual([
      { lines: [{ tag: 'Met', colour: 'green' }, { day: '2026-11-02' }] },
      { lines: [{ tag: 'Met late', colour: 'orange' }, { when: '2026-11-20T10:00:00.000Z' }] },
    ]);
  });
});
