import { IbexError } from '@ibex/kernel';
import { faultName } from '../fault';
import type { NoticeEvent } from '../contract/notice-event';
import { toNoticeEvent } from '../contract/notice-event.codec';
import { forgetWithdrawn, isWithdrawal } from '../keeping/forget-withdrawn';
import type { Quarantine, QuarantineReason } from '../keeping/quarantine.port';
import type { SeenEvents } from '../keeping/seen-events.port';
import type { Verdict } from '../order/keyed-queues';
import { askedWaitMs, isOutage, waitAfter } from './back-off';
import type { BackOff } from './back-off';
import { CannotUse } from './notice';
import type { Handler } from './notice';
import type { NoticeMaker } from './notice-maker';
import type { Ending, Task } from './task';
import type { Trouble } from './trouble';

export type HandlingParts = Readonly<{
  handlerOf: (type: string) => Handler | undefined;
  maker: NoticeMaker;
  seen: SeenEvents;
  quarantine: Quarantine;
  attempts: number;
  backOff: BackOff;
  onTrouble: (trouble: Trouble) => void;
}>;

/** What was thrown while a handler had the notice, or while the notice was made for it. */
class HandlerFailed extends IbexError {
  constructor(cause: unknown) {
    super('subscriber/handler-failed', 'the handler failed', { cause });
  }
}
class NoHandler extends IbexError {
  constructor() {
    super('subscriber/no-handler', 'no handler and no fallback for this type');
  }
}

/** Takes one message through: known already, handled and remembered, tried again later, or set aside. Never rejects. */
export class Handling {
  private readonly inHand = new Set<string>();

  constructor(private readonly parts: HandlingParts) {}

  async work(task: Task): Promise<Verdict> {
    const { id } = task;
    // a repeat that came under another key waits until it can be told for one
    if (this.inHand.has(id)) return { againInMs: this.parts.backOff.firstMs };
    this.inHand.add(id);
    try {
      return await this.attempt(task);
    } finally {
      this.inHand.delete(id);
    }
  }

  private async attempt(task: Task): Promise<Verdict> {
    try {
      task.ended(await this.deal(task));
      return 'done';
    } catch (error) {
      if (error instanceof HandlerFailed) return this.afterHandler(task, error.cause);
      return this.later(task, 'keeping-failed', error);
    }
  }

  private async deal(task: Task): Promise<Ending> {
    const { content } = task;
    if (!task.isOurs()) return 'left';
    if ('unreadable' in content) return this.setAside(task, 'unreadable', new Error(content.reason));
    let event: NoticeEvent;
    try {
      event = toNoticeEvent(content.event);
    } catch (error) {
      return this.setAside(task, 'not-a-notice', error);
    }
    if (!task.isHandled && (await this.parts.seen.has(event.id))) return 'seen';
    return this.handle(task, event);
  }

  private async handle(task: Task, event: NoticeEvent): Promise<Ending> {
    const withdraws = isWithdrawal(event);
    if (withdraws) await forgetWithdrawn(this.parts.quarantine, event);
    const handler = this.parts.handlerOf(event.type);
    if (!handler && !withdraws) return this.setAside(task, 'no-handler', new NoHandler());
    if (handler && !task.isHandled)
      await this.call(handler, task, { event, isLate: await this.isLate(event) });
    // from here on a failure must not bring the handler back
    task.isHandled = true;
    await this.parts.seen.add({ id: event.id, sequence: event.sequence, recordRef: event.subject });
    return 'handled';
  }

  private async isLate({ subject, sequence }: NoticeEvent): Promise<boolean> {
    return ((await this.parts.seen.latestOf?.(subject)) ?? 0) > sequence;
  }

  private async call(
    handler: Handler,
    task: Task,
    { event, isLate }: Readonly<{ event: NoticeEvent; isLate: boolean }>,
  ): Promise<void> {
    try {
      await handler(await this.parts.maker.make(event, { attempt: task.attempts + 1, isLate }));
    } catch (error) {
      throw new HandlerFailed(error);
    }
    task.outages = 0;
  }

  private async afterHandler(task: Task, error: unknown): Promise<Verdict> {
    // an outage says nothing about the notice: it is waited out, however long it lasts
    if (isOutage(error)) return this.later(task, 'outage', error);
    task.attempts += 1;
    this.parts.onTrouble(task.trouble('handler-failed', error));
    if (task.attempts < this.parts.attempts && !(error instanceof CannotUse))
      return { againInMs: waitAfter(task.attempts, this.parts.backOff) };
    try {
      task.ended(await this.setAside(task, 'handler-failed', error));
      return 'done';
    } catch (fault) {
      return this.later(task, 'keeping-failed', fault);
    }
  }

  private later(task: Task, what: 'outage' | 'keeping-failed', error: unknown): Verdict {
    task.outages += 1;
    this.parts.onTrouble(task.trouble(what, error));
    return { againInMs: Math.max(waitAfter(task.outages, this.parts.backOff), askedWaitMs(error)) };
  }

  private async setAside(task: Task, reason: QuarantineReason, error: unknown): Promise<Ending> {
    const { id, key, content, attempts, sequence } = task;
    const atUtc = new Date().toISOString();
    const numbered = sequence === undefined ? {} : { sequence };
    const about = { id, key, ...numbered, reason, fault: faultName(error), attempts };
    await this.parts.quarantine.put({ ...about, atUtc, content });
    this.parts.onTrouble(task.trouble('quarantined', error));
    return 'quarantined';
  }
}
