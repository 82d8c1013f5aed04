import type { NotificationDefinition } from '@ibex/kernel';
import { PROOF_WORDS } from './task.events';
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
      personal: PROOF_WORDS,
    },
    TaskProofCorrected: {
      version: 1,
      tells: { internal: 'the sender’s own task' },
      title: 'Proof of telling corrected',
      personal: PROOF_WORDS,
    },
    TaskOvertaken: {
      version: 1,
      tells: { internal: 'the sender’s own task' },
      title: 'Reads its mailbox by now',
      personal: [],
    },
  },
  audience: () => [],
  deadlines: () => [],
  withheldFromAddressees: () => PROOF_WORDS,
  refusals: [
    'task/not-known',
    'task/already-done',
    'task/not-done',
    'task/recipient-joined',
    'task/in-the-future',
  ],
};
