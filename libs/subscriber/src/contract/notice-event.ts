import type { AgreementCitation } from '@ibex/kernel';

/** How a notice is announced: what, how urgent, on which basis, by when to act, and where more is. Nothing personal. */
export type NoticeData = Readonly<{
  kind: string;
  urgency: string;
  capacity: string;
  basis: Readonly<{ text: string; source: string }>;
  /** The clause of a sharing agreement that opened it; absent where law did. */
  agreement?: AgreementCitation;
  /** What the law asks of the recipient, e.g. `acknowledge`. */
  duty?: string;
  due?: string;
  /** Sending authority, GSS code. */
  from: string;
  occurredAt: string;
  links: Readonly<{ detail: string; acknowledgement: string }>;
  /** The detail as it stood when this was sent, sealed to a key of the recipient (compact JWE), where it asked for that. */
  sealed?: string;
}>;

/** A thin CloudEvent 1.0 as the inbox and the topics carry it. */
export type NoticeEvent<T extends string = string> = Readonly<{
  specversion: '1.0';
  id: string;
  source: string;
  type: T;
  /** Opaque reference of the record of the child. */
  subject: string;
  time: string;
  dataschema?: string;
  /** Number in the mailbox: 1, 2, 3 … without gaps. */
  sequence: number;
  data: NoticeData;
}>;
