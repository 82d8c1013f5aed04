import type { NewFact, RecordedFact } from '@ibex/kernel';
import { aNewFact } from '@ibex/testing';
import { tasksProjection } from './tasks.projection';

const basis = { text: 'The area authority is told', source: 'CPPCR Regs 2010, reg 13(4)' };
const stored = (type: string, data: NewFact['data'], position: number): RecordedFact => ({
  ...aNewFact(`t-${position}`, { type, data }),
  stream: 'task-t-1',
  category: 'task',
  revision: position,
  position,
});
const opened = stored(
  'TaskOpened',
  {
    owner: 'E09000012',
    recipient: 'E10000016',
    factId: 'f-1',
    notice: 'placement-1',
    message: 'uk.ibex.placement.notified',
    capacity: 'host',
    urgency: 'prompt',
    basis,
    duty: { text: 'Enter it in the register', dueAt: '2026-03-09T00:00:00.000Z' },
    occurredAt: '2026-03-01',
    noticeRecordedAt: '2026-03-02T08:00:00.000Z',
  },
  0,
);

describe('the list of tasks', () => {
  it('has a row for each opened task', () => {
    expect(tasksProjection.project(opened, [])).toEqual([
      {
        op: 'put',
        table: 'tasks',
        row: {
          taskId: 't-1',
          owner: 'E09000012',
          recipient: 'E10000016',
          notice: 'placement-1',
          factId: 'f-1',
          recordRef: 'record-ref-1',
          message: 'uk.ibex.placement.notified',
          capacity: 'host',
          urgency: 'prompt',
          basis: JSON.stringify(basis),
          duty: 'Enter it in the register',
          dueAt: '2026-03-09T00:00:00.000Z',
          openedAt: '2026-03-02T09:00:00.000Z',
          openedPosition: 0,
          state: 'open',
          doneAt: null,
          means: null,
          proven: 0,
          corrections: 0,
          lateAt: '2026-03-09T00:00:00.000Z',
        },
      },
    ]);
  });

  it('marks it as done, how and when', () => {
    const done = stored(
      'TaskDone',
      { by: 'E09000012', means: 'post', doneAt: '2026-03-03T09:00:00.000Z' },
      1,
    );
    expect(tasksProjection.project(done, [])).toEqual([
      {
        op: 'patch',
        table: 'tasks',
        where: { taskId: 't-1' },
        set: { state: 'done', doneAt: '2026-03-03T09:00:00.000Z', means: 'post', proven: 0 },
      },
    ]);
  });

  it('takes a correction of the proof as what holds, and counts it', () => {
    const data = { by: 'E09000012', means: 'telephone', doneAt: '2026-03-03T10:00:00.000Z', proven: true };
    const corrected = stored('TaskProofCorrected', data, 2);
    const earlier = [opened, stored('TaskDone', data, 1)];
    expect(tasksProjection.project(corrected, earlier)).toEqual([
      {
        ...{ op: 'patch', table: 'tasks', where: { taskId: 't-1' } },
        set: { doneAt: '2026-03-03T10:00:00.000Z', means: 'telephone', proven: 1, corrections: 1 },
      },
    ]);
    expect(tasksProjection.project({ ...corrected, revision: 3 }, [...earlier, corrected])).toMatchObject([
      { set: { corrections: 2 } },
    ]);
  });

  it('is closed where its recipient has joined', () => {
    const joined = stored('TaskOvertaken', { by: 'E09000012', joinedAt: '2026-03-04T09:00:00.000Z' }, 1);
    expect(tasksProjection.project(joined, [])).toEqual([
      { op: 'patch', table: 'tasks', where: { taskId: 't-1' }, set: { state: 'joined' } },
    ]);
  });

  it.each([
    ['urgent', '2026-03-02T09:00:00.000Z'],
    ['prompt', '2026-03-03T08:00:00.000Z'],
    ['routine', '2026-03-07T08:00:00.000Z'],
  ])('has a service target where law gives an %s notice no date', (urgency, lateAt) => {
    const data = { ...opened.data, urgency };
    const undated = {
      ...opened,
      data: Object.fromEntries(Object.entries(data).filter(([name]) => name !== 'duty')),
    };
    expect(tasksProjection.project(undated, [])).toMatchObject([{ row: { dueAt: null, lateAt } }]);
  });

  it('is not changed by what it does not know', () => {
    expect(tasksProjection.project(stored('TaskForgotten', {}, 1), [])).toEqual([]);
  });
});
