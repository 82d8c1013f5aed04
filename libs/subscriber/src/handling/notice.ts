import { IbexError } from '@ibex/kernel';
import type { MessageType } from '../contract/message-types';
import type { NoticeDetail } from '../contract/notice-detail.codec';
import type { NoticeData, NoticeEvent } from '../contract/notice-event';
import type { Acknowledged, Acknowledgement } from '../exchange/acknowledger';
import type { WhyNoDetail } from '../exchange/detail-fetcher';

type Announced<T extends string> = Readonly<{
  id: string;
  type: T;
  /** Opaque reference of the record of the child. */
  recordRef: string;
  /** Number in the mailbox. */
  sequence: number;
  data: NoticeData;
  event: NoticeEvent<T>;
  /**
   * Something newer about this record was dealt with before: this one was set aside or is sent once more, and may be
   * outdated. Told by number, so that a recall that came first keeps what it recalls from standing.
   */
  isLate: boolean;
  /** 1 for the first time that a handler gets it. */
  attempt: number;
  /** Aborts when the subscriber has to stop without waiting any longer. */
  signal: AbortSignal;
  /** Tells the sender that it was taken on. May be repeated: the first one counts. */
  acknowledge: (acknowledgement?: Acknowledgement) => Promise<Acknowledged>;
}>;

/** What a handler gets: the announcement, and in full what the reader may see of it now. */
export type Notice<T extends string = string> = Announced<T> &
  (Readonly<{ detail: NoticeDetail<T> }> | Readonly<{ detail: undefined; whyNoDetail: WhyNoDetail }>);

/** Resolves once what has to be done is done: the notice does not come again after that. */
// written as a method, so that a handler of one type may stand in a list of handlers of any
export type Handler = { handle(notice: Notice): Promise<void> }['handle'];

/** One handler per message type, each with its own notice. */
export type Handlers = { readonly [T in MessageType]?: (notice: Notice<T>) => Promise<void> };

/** To be thrown by a handler that cannot do its work now for a reason outside the notice, such as an own database that is away. */
export class TryLater extends IbexError {
  constructor(
    readonly afterMs?: number,
    options?: ErrorOptions,
  ) {
    super('subscriber/try-later', 'the handler asks to be called again later', options);
  }
}

/** To be thrown by a handler that knows that it will never be able to use a notice: it is set aside without further tries. */
export class CannotUse extends IbexError {
  constructor(options?: ErrorOptions) {
    super('subscriber/cannot-use', 'the handler cannot use this notice', options);
  }
}
