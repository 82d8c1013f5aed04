import type { NoticeSource } from './notice-source.port';

/** One mailbox entry on its way out: a CloudEvent 1.0 for one authority. `key`: opaque; what shares it stays in order. */
export type BusMessage = Readonly<{
  authority: string;
  key: string;
  event: Readonly<Record<string, unknown>> & Readonly<{ id: string; type: string; sequence: number }>;
}>;

/** What is no entry and so has no number, such as a sign of life: may be lost. */
export type BusSign = Readonly<{
  authority: string;
  key: string;
  event: Readonly<Record<string, unknown>> & Readonly<{ id: string; type: string }>;
}>;

/** Brings messages to where the recipients' systems fetch them. At least once: a repeat carries the same event id. */
export interface MessageBus {
  /** Name of the channel, under which cursors are kept. */
  readonly channel: string;
  /**
   * Resolves once every message is held for certain, those of one authority in the order given. Throws BusUnavailable
   * (some may be held: send all again later) or MessageNotTaken (this one never will be; those before it are held).
   */
  publish(messages: readonly BusMessage[]): Promise<void>;
  close(): Promise<void>;
}
/** Every bus is one: it looks at no number. */
export interface SignBus {
  publish(signs: readonly BusSign[]): Promise<void>;
}
export const MESSAGE_BUS = Symbol('MessageBus');

/** The service's own way over the bus and back, apart from everybody's: what fails here holds nobody up. */
export interface BusEcho {
  readonly channel: string;
  put(message: BusMessage): Promise<void>;
  /** What arrives for a mailbox of the service itself. */
  hear(authority: string): NoticeSource;
  close(): Promise<void>;
}
export const BUS_ECHO = Symbol('BusEcho');
