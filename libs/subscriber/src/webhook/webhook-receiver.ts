import { setTimeout as sleep } from 'node:timers/promises';
import type { ArrivedContent } from '@ibex/kernel';
import { handlersByType } from '../handling/handlers-by-type';
import { Handling } from '../handling/handling';
import { NoticeMaker } from '../handling/notice-maker';
import { Task } from '../handling/task';
import type { Ending } from '../handling/task';
import { MemorySeenEvents } from '../keeping/memory-seen-events';
import type { Quarantine } from '../keeping/quarantine.port';
import { heartbeatIn } from '../life/heartbeat';
import { LifeSigns } from '../life/life-signs';
import { Trials } from './trials';
import { Turns } from './turns';
import { FAILED, ID_DIFFERS, NOT_BELIEVED, NOT_USABLE, RETIRED, TAKEN, later } from './webhook-answer';
import type { WebhookAnswer, WebhookDelivery } from './webhook-answer';
import { eventIn } from './webhook-body';
import { toWebhookKey } from './webhook-key';
import type { WebhookKey } from './webhook-key';
import { faultOf, signedIn } from './webhook-signature';
import { withWebhookDefaults } from './webhook.options';
import type { WebhookOptions, WebhookSettings } from './webhook.options';

const BACK_OFF = { firstMs: 1_000, longestMs: 60_000 };

/** What cannot be used is answered with 422, and the exchange keeps it: nothing is kept here. */
const KEPT_BY_EXCHANGE: Quarantine = {
  put: () => Promise.resolve(),
  list: () => Promise.resolve([]),
  remove: () => Promise.resolve(),
};

/**
 * Receives what the exchange posts: believes what is signed with one of the keys and not older than five minutes, brings
 * each notice once to its handler, those of one child one after the other, and answers when the handler is through.
 */
export class WebhookReceiver {
  private readonly settings: WebhookSettings;
  private readonly handling: Handling;
  private readonly turns: Turns;
  private readonly trials = new Trials();
  private readonly life: LifeSigns;
  private readonly stopping = new AbortController();
  private keys: readonly WebhookKey[];
  private state: 'open' | 'retired' | 'stopped' = 'open';

  /** Throws WebhookKeyNotValid. */
  constructor(options: WebhookOptions) {
    const settings = withWebhookDefaults(options);
    const { exchange = {}, unsealer, attempts, onTrouble, seen = new MemorySeenEvents() } = settings;
    this.settings = settings;
    this.keys = settings.secrets.map(toWebhookKey);
    this.turns = new Turns(settings.atOnce);
    this.life = new LifeSigns(settings);
    const maker = new NoticeMaker(exchange, unsealer, this.stopping.signal);
    const handlerOf = handlersByType(settings);
    const kept = { seen, quarantine: KEPT_BY_EXCHANGE };
    this.handling = new Handling({ handlerOf, maker, ...kept, attempts, backOff: BACK_OFF, onTrouble });
    this.life.begin();
  }

  /** Replaces the keys from the next delivery on. Throws WebhookKeyNotValid, and then leaves them as they were. */
  rotate(secrets: readonly string[]): void {
    this.keys = secrets.map(toWebhookKey);
  }

  /** From now on everything is answered with 410, which stops the subscription at the exchange. */
  retire(): void {
    this.state = 'retired';
  }

  /** Never rejects. */
  async receive({ headers, body }: WebhookDelivery): Promise<WebhookAnswer> {
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    const signed = signedIn(headers);
    const fault = faultOf(signed, bytes, { keys: this.keys, nowMs: this.settings.nowMs() });
    if (fault !== undefined) return this.notBelieved(fault);
    this.life.heard();
    if (this.state === 'retired') return RETIRED;
    if (this.state === 'stopped') return later('webhook/stopping', BACK_OFF.firstMs);
    return this.believed(signed?.id ?? '', eventIn(bytes));
  }

  /** Takes nothing more, and lets handlers at work finish for a while. */
  async stop(): Promise<void> {
    this.state = 'stopped';
    const enough = new AbortController();
    const { stopWithinMs } = this.settings;
    const late = sleep(stopWithinMs, undefined, { signal: enough.signal }).catch(() => undefined);
    await Promise.race([this.turns.idle(), late]);
    enough.abort();
    this.stopping.abort();
    this.life.end();
  }

  private notBelieved(fault: keyof typeof NOT_BELIEVED): WebhookAnswer {
    this.settings.onNotBelieved(fault);
    return NOT_BELIEVED[fault];
  }

  private async believed(id: string, content: ArrivedContent): Promise<WebhookAnswer> {
    if ('unreadable' in content) return this.inTurn(id, content);
    const heartbeat = heartbeatIn(content.event);
    if (!heartbeat) return content.event['id'] === id ? this.inTurn(id, content) : ID_DIFFERS;
    this.settings.onHeartbeat(heartbeat);
    return TAKEN;
  }

  private async inTurn(id: string, content: ArrivedContent): Promise<WebhookAnswer> {
    const { mostWaiting, answerWithinMs } = this.settings;
    if (this.turns.held >= mostWaiting) return later('webhook/busy', BACK_OFF.firstMs);
    const key = 'event' in content ? String(content.event['subject']) : id;
    const answered = new AbortController();
    const late = sleep(answerWithinMs, later('webhook/still-at-work', BACK_OFF.firstMs), answered);
    const dealt = this.turns.take(key, () => this.deal({ key, where: `webhook/${id}`, content }));
    try {
      return await Promise.race([dealt, late.catch(() => dealt)]);
    } finally {
      answered.abort();
    }
  }

  private async deal(
    message: Readonly<{ key: string; where: string; content: ArrivedContent }>,
  ): Promise<WebhookAnswer> {
    const endings: Ending[] = [];
    const task = new Task(message, (ending) => endings.push(ending));
    this.trials.resume(task);
    const failedBefore = task.attempts;
    const verdict = await this.handling.work(task);
    const [ending] = endings;
    this.trials.remember(task, ending);
    if (ending === 'quarantined') return NOT_USABLE;
    if (verdict === 'done') return TAKEN;
    return task.attempts > failedBefore ? FAILED : later('webhook/not-now', verdict.againInMs);
  }
}

/** A receiver; `listener`, `fastifyWebhook` and `fetchHandler` bring it to a server. */
export const webhookReceiver = (options: WebhookOptions): WebhookReceiver => new WebhookReceiver(options);
