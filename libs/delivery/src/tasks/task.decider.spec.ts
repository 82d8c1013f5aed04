import { given } from '@ibex/testing';
import { taskDecider } from './task.decider';
import type { CorrectTaskProof, MarkTaskDone, OvertakeTask } from './task.decider';
import type { TaskOpened } from './task.events';

const NOW = '2026-03-02T09:00:00.000Z';
const CROYDON = 'E09000008';
const opening: TaskOpened['data'] = {
  owner: CROYDON,
  recipient: 'E10000016',
  factId: 'f-1',
  notice: 'placement-1',
  message: 'uk.ibex.placement.notified',
  capacity: 'host',
  urgency: 'prompt',
  basis: { text: 'The area authority is told', source: 'CPPCR Regs 2010, reg 13(4)' },
  occurredAt: '2026-03-01T09:00:00.000Z',
  noticeRecordedAt: '2026-03-02T08:00:00.000Z',
};
const opened = { type: 'TaskOpened', data: opening } as const;
const done = { by: CROYDON, means: 'secure-email', doneAt: NOW } as const;
const markDone: MarkTaskDone = { type: 'MarkTaskDone', data: done };
const task = given(taskDecider, NOW);

describe('telling by other means', () => {
  it('is a task from when the router finds nobody reading the mailbox', () => {
    task().when({ type: 'OpenTask', data: opening }).then(opened);
  });

  it('is one task, however often the router passes', () => {
    task(opened).when({ type: 'OpenTask', data: opening }).then();
  });

  it('is done when the sender says how and when', () => {
    task(opened).when(markDone).then({ type: 'TaskDone', data: done });
  });

  it('keeps whom it was told apart from the open part', () => {
    task(opened)
      .when({ ...markDone, personal: { note: 'Mr Okafor, duty desk' } })
      .then({ type: 'TaskDone', data: done, personal: { note: 'Mr Okafor, duty desk' } });
  });

  it('is not done twice', () => {
    task(opened, { type: 'TaskDone', data: done }).when(markDone).refused('task/already-done');
  });

  it('is not done at a time that is still to come', () => {
    task(opened)
      .when({ ...markDone, data: { ...done, doneAt: '2026-03-02T09:00:00.001Z' } })
      .refused('task/in-the-future');
  });

  it('is not known to anybody but the sender', () => {
    task(opened)
      .when({ ...markDone, data: { ...done, by: 'E10000016' } })
      .refused('task/not-known');
  });

  it('cannot be done without having been opened', () => {
    task().when(markDone).refused('task/not-known');
  });

  it('stays not opened when only its end was recorded', () => {
    task({ type: 'TaskDone', data: done }).when(markDone).refused('task/not-known');
  });

  const proof = { type: 'TaskDone', data: done } as const;
  const correct: CorrectTaskProof = { type: 'CorrectTaskProof', data: { ...done, means: 'post' } };
  const overtake: OvertakeTask = { type: 'OvertakeTask', data: { by: CROYDON, joinedAt: NOW } };
  const overtaken = { type: 'TaskOvertaken', data: overtake.data } as const;

  it('is put right where what was said of it was wrong, as often as needed', () => {
    const corrected = { type: 'TaskProofCorrected', data: { ...done, means: 'post' } } as const;
    const personal = { reference: 'RM 1234', sentBy: 'A Obi' };
    task(opened, proof)
      .when({ ...correct, personal })
      .then({ ...corrected, personal });
    task(opened, proof, corrected).when(correct).then(corrected);
  });

  it('has no proof to put right before it is told, for others, or at a time that is still to come', () => {
    task(opened).when(correct).refused('task/not-done');
    task().when(correct).refused('task/not-known');
    const byOther = { ...correct, data: { ...correct.data, by: 'E09000003' } };
    task(opened, proof).when(byOther).refused('task/not-known');
    const ahead = { ...correct, data: { ...correct.data, doneAt: '2026-03-02T09:00:00.001Z' } };
    task(opened, proof).when(ahead).refused('task/in-the-future');
  });

  it('is closed once, where its recipient has joined before it was told', () => {
    task(opened).when(overtake).then(overtaken);
    task(opened, overtaken).when(overtake).then();
    task(opened, proof).when(overtake).then();
    task().when(overtake).then();
    task(opened, overtaken).when(markDone).refused('task/recipient-joined');
  });
});
