import type { NoticeEvent } from '@ibex/sdk';

export const URGENCIES = ['urgent', 'prompt', 'routine'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** One entry of the own mailbox, as a page needs it. Holds nothing personal. */
export type Entry = Readonly<{
  /** Number in the mailbox. */
  sequence: number;
  /** Message, e.g. `uk.ibex.missing.reported`. */
  type: string;
  /** What happened, in words. */
  kind: string;
  urgency: Urgency;
  capacity: string;
  /** Sending authority, GSS code. */
  from: string;
  basis: Readonly<{ text: string; source: string }>;
  /** Number of the clause of a sharing agreement, where one opened it. */
  clause?: string;
  /** What to do, in words, without the full stop. */
  duty?: string;
  dueAt?: string;
  recordRef: string;
  /** When IBEX recorded it. */
  at: string;
  /** The fact whose detail can be read; none of what is about no notice. */
  factId?: string;
  /** The sharing agreement that opened it has ended. */
  withdrawn: boolean;
}>;

const WITHDRAWN = 'uk.ibex.mailbox.withdrawn';
const DETAIL = /^\/v1\/notices\/([A-Za-z0-9_-]+)$/;

const urgencyOf = (text: string): Urgency => URGENCIES.find((each) => each === text) ?? 'prompt';

const isEvent = (value: unknown): value is NoticeEvent =>
  typeof value === 'object' && value !== null && 'sequence' in value && 'data' in value;

const toEntry = ({ sequence, type, subject, time, data }: NoticeEvent): Entry => {
  const [, factId] = DETAIL.exec(data.links.detail) ?? [];
  const { kind, urgency, capacity, from, basis, agreement, duty, due } = data;
  return {
    ...{ sequence, type, kind, urgency: urgencyOf(urgency), capacity, from, basis },
    ...{ recordRef: subject, at: time, withdrawn: type === WITHDRAWN },
    ...(agreement === undefined ? {} : { clause: agreement.clause }),
    ...(duty === undefined ? {} : { duty: duty.replace(/\.$/, '') }),
    ...(due === undefined ? {} : { dueAt: due }),
    ...(factId === undefined ? {} : { factId }),
  };
};

/** What the exchange handed out, oldest first; what is no entry is left out. */
export const toEntries = (handedOut: readonly unknown[]): readonly Entry[] =>
  handedOut.filter(isEvent).map(toEntry);

/** `uk.ibex.missing.reported` is about `missing`. */
export const categoryOfType = (type: string): string => type.split('.')[2] ?? 'other';

/** Something is missing now, and this tells it for the first time. */
export const isMissingChild = ({ type, urgency }: Pick<Entry, 'type' | 'urgency'>): boolean =>
  type === 'uk.ibex.missing.reported' && urgency === 'urgent';
