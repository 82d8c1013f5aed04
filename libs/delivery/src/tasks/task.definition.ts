import type { NotificationDefinition } from '@ibex/kernel';
import type { TaskFact } from './task.events';

/** Tasks "tell by other means". They stay with the sender. */
export const taskDefinition: NotificationDefinition<TaskFact> = {
  name: 'task',
  title: 'Tell by other means',
  category: 'task',
  lane: 'standard',
  facts: {
    TaskOpened: {
      version: 1,
      tells: { internal: 'the sender’s own task' },
      title: 'To be told by other means',
      personal: [],
    },
    TaskDone: {
      version: 1,
      tells: { internal: 'the sender’s own task' },
      title: 'Told by other means',
      personal: ['note'],
    },
  },
  audience: () => [],
  deadlines: () => [],
  withheldFromAddressees: () => ['note'],
  refusals: ['task/not-known', 'task/already-done', 'task/in-the-future'],
};
