import type { Capacity, Fact, Instant, LegalBasis, RecipientDuty, Urgency } from '@ibex/kernel';

/** How a sender may tell an authority that reads no mailbox here. */
export const MEANS = ['secure-email', 'telephone', 'post', 'portal', 'in-person', 'other'] as const;
export type Means = (typeof MEANS)[number];

/** An authority has to be told and reads no mailbox here: its sender (`owner`) tells it by other means. */
export type TaskOpened = Fact<
  'TaskOpened',
  {
    owner: string;
    recipient: string;
    factId: string;
    /** Stream of the notice. */
    notice: string;
    message: string;
    capacity: Capacity;
    urgency: Urgency;
    basis: LegalBasis;
    duty?: RecipientDuty;
    occurredAt: string;
    noticeRecordedAt: Instant;
  }
>;

/** `note` is free text, and so personal: whom it was told, a reference number. */
export type TaskDone = Fact<'TaskDone', { by: string; means: Means; doneAt: Instant }, { note?: string }>;

export type TaskFact = TaskOpened | TaskDone;
