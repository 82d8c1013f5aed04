import { entryToTakeOn } from '@ibex/runtime';
import type { ChronologyStepRow } from './child-chronology.schema';
import type { ClockMoveRow, DutyChangeRow, OpenedDutyRow } from './chronology-duties.schema';
import { dutyLines } from './duty-lines.rule';
import type { DutyRows } from './duty-lines.rule';

const at = (day: number): string => `2025-03-${String(day).padStart(2, '0')}T09:00:00.000Z`;
const entryId = entryToTakeOn('fact-1', { kind: 'acknowledge', owedBy: 'E09000008' });

const duty = (more: Partial<OpenedDutyRow> = {}): OpenedDutyRow => ({
  ...{
    recordRef: 'r',
    begins: 1,
    key: 'visit-1',
    position: 1,
    owner: 'E09000007',
    owedBy: 'E09000008',
    owedTo: null,
  },
  ...{ clock: 'clock-1', kind: 'visit', text: 'Visit', source: 'reg 2', startedAt: at(1), dueAt: at(10) },
  ...{ targetAt: null, entryId: null, recordedAt: at(1) },
  ...more,
});
const change = (more: Partial<DutyChangeRow> = {}): DutyChangeRow => ({
  ...{
    recordRef: 'r',
    begins: 1,
    key: 'visit-1',
    position: 2,
    change: 'met',
    at: at(5),
    because: null,
    recordedAt: at(6),
  },
  ...more,
});
const move = (more: Partial<ClockMoveRow> = {}): ClockMoveRow => ({
  ...{ position: 3, clock: 'clock-1', dueAt: at(10), newDueAt: at(14), recordedAt: at(8) },
  ...more,
});
const step = (more: Partial<ChronologyStepRow> = {}): ChronologyStepRow => ({
  ...{ position: 4, recordRef: 'r', stream: 'visit-v1', factId: 'fact-1', entryId: entryId ?? '' },
  ...{ type: 'NoticeAcknowledged', authority: 'E09000008', by: 'E09000008', detail: null },
  ...{ occurredAt: at(3), recordedAt: at(3) },
  ...more,
});
const nothing: DutyRows = { opened: [], changes: [], moves: [], steps: [] };
const told = (rows: Partial<DutyRows>, until = at(20)) =>
  dutyLines({ ...nothing, ...rows }, until).map((line) =>
    Object.fromEntries(Object.entries(line).filter(([name]) => name !== 'duty' && name !== 'position')),
  );
const begins = { state: 'opened', at: at(1), recordedAt: at(1), dueAt: at(10) };

describe('lines about a duty', () => {
  it('say that it began and when it is due', () => {
    expect(told({ opened: [duty()] }, at(9))).toEqual([begins, { state: 'due', at: at(10), dueAt: at(10) }]);
  });

  it('say that it is late from the moment on which it was due', () => {
    expect(told({ opened: [duty()] }, at(10))).toEqual([
      begins,
      { state: 'late', at: at(10), dueAt: at(10) },
    ]);
  });

  it('say when its lateness was put on record', () => {
    const late = move({ newDueAt: null, recordedAt: at(11) });
    expect(told({ opened: [duty()], moves: [late] })[1]).toEqual({
      ...{ state: 'late', at: at(10), dueAt: at(10), recordedAt: at(11) },
    });
  });

  it('say nothing of a date where law gives none', () => {
    expect(told({ opened: [duty({ dueAt: null })] })).toEqual([
      { state: 'opened', at: at(1), recordedAt: at(1) },
    ]);
  });

  it('say that it was met, in time', () => {
    expect(told({ opened: [duty()], changes: [change(), change({ position: 9, at: at(15) })] })).toEqual([
      begins,
      { state: 'met', at: at(5), recordedAt: at(6), dueAt: at(10) },
    ]);
  });

  it('say that it was late before it was met', () => {
    expect(told({ opened: [duty()], changes: [change({ at: at(12) })] })).toEqual([
      begins,
      { state: 'late', at: at(10), dueAt: at(10) },
      { state: 'met', at: at(12), recordedAt: at(6), dueAt: at(10), metLate: true },
    ]);
  });

  it('say that whoever took the notice on in the inbox met the duty to acknowledge it', () => {
    const opened = [duty({ entryId })];
    const met = { state: 'met', at: at(3), recordedAt: at(3), dueAt: at(10) };
    expect(told({ opened, steps: [step()] })).toEqual([begins, met]);
    expect(told({ opened, steps: [step({ type: 'ActionRecorded' })] })).toEqual([begins, met]);
    for (const other of [step({ type: 'NoticeOpened' }), step({ entryId: 'another' })])
      expect(told({ opened, steps: [other] }).map((line) => line['state'])).toEqual(['opened', 'late']);
  });

  it('follow the clock to another date, and leave another clock alone', () => {
    const [opened, moves] = [[duty()], [move(), move({ clock: 'clock-2', newDueAt: at(30) })]];
    expect(told({ opened, moves }, at(12))[1]).toEqual({ state: 'due', at: at(14), dueAt: at(14) });
  });

  it('say why it is no longer owed, and do not call it late', () => {
    const fallen = change({ change: 'void', at: at(12), because: 'recalled', recordedAt: at(12) });
    expect(told({ opened: [duty()], changes: [fallen] })).toEqual([
      begins,
      { state: 'void', at: at(12), recordedAt: at(12), because: 'recalled', dueAt: at(10) },
    ]);
  });

  it('say that it began anew only where something about it is new', () => {
    const again = duty({ position: 5, recordedAt: at(4) });
    expect(told({ opened: [duty(), again] }, at(5)).map((line) => line['state'])).toEqual(['opened', 'due']);
    const later = { ...again, dueAt: at(15) };
    expect(told({ opened: [duty(), later] }, at(5))).toEqual([
      begins,
      { state: 'opened', at: at(1), recordedAt: at(4), dueAt: at(15) },
      { state: 'due', at: at(15), dueAt: at(15) },
    ]);
  });

  it('say neither how it ended nor that it is late to whom that is hidden', () => {
    const isHidden = (position: number): boolean => position === 2;
    expect(told({ opened: [duty()], changes: [change()], isHidden })).toEqual([begins]);
    expect(told({ opened: [duty()], isHidden }).map((line) => line['state'])).toEqual(['opened', 'late']);
  });

  it('count what was done for the run that it was done for', () => {
    const opened = [duty(), duty({ position: 5, recordedAt: at(7) })];
    expect(told({ opened, changes: [change()] }).map((line) => line['state'])).toEqual([
      ...['opened', 'met', 'opened', 'late'],
    ]);
  });
});
