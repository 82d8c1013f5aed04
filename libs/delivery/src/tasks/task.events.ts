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

/**
 * Proof of telling, in the sender's words and so personal: under which reference (of the post, the message, the call),
 * to whom, who sent it, and anything else.
 */
export type ProofWords = { reference?: string; sentTo?: string; sentBy?: string; note?: string };
export const PROOF_WORDS = [
  'reference',
  'sentTo',
  'sentBy',
  'note',
] as const satisfies readonly (keyof ProofWords)[];

/** How and when it was told. `proven`: whether a reference was given. */
type Told = Readonly<{ by: string; means: Means; doneAt: Instant; proven?: boolean }>;
export type TaskDone = Fact<'TaskDone', Told, ProofWords>;
/** What was said of how and when it was told was wrong: this is the whole of it anew. */
export type TaskProofCorrected = Fact<'TaskProofCorrected', Told, ProofWords>;
/** The recipient has joined and finds the notice in its mailbox. `joinedAt`: when it did. */
export type TaskOvertaken = Fact<'TaskOvertaken', { by: string; joinedAt: Instant }>;

export type TaskFact = TaskOpened | TaskDone | TaskProofCorrected | TaskOvertaken;
