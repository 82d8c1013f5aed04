import type { Exchange, Unsealer } from '../handling/exchange-ports';
import type { Handler, Handlers } from '../handling/notice';
import type { Trouble } from '../handling/trouble';
import type { SeenEvents } from '../keeping/seen-events.port';
import type { Heartbeat } from '../life/heartbeat';
import type { LifeOptions } from '../life/life-signs';
import type { SignatureFault } from './webhook-signature';

export type WebhookOptions = LifeOptions &
  Readonly<{
    /** As the exchange gave them, `whsec_…` or `whpk_…`: the old one and the new one while one is replaced. */
    secrets: readonly string[];
    handlers: Handlers;
    /** Gets what has no handler of its own. Without one such a notice is answered with 422. */
    fallback?: Handler;
    /** What was dealt with; in memory unless given. Several processes need one that they share. */
    seen?: SeenEvents;
    /** Where details are fetched and notices acknowledged: see `exchangeAt`. */
    exchange?: Exchange;
    unsealer?: Unsealer;
    /** Children worked on side by side. */
    atOnce?: number;
    /** Deliveries held before others are asked to come later. */
    mostWaiting?: number;
    /** Times that a handler may fail on a notice before it is answered with 422, so that the exchange sets it aside. */
    attempts?: number;
    /** When the handler takes longer, 503 is answered, and 204 when the exchange comes again after it is done. */
    answerWithinMs?: number;
    onHeartbeat?: (heartbeat: Heartbeat) => void;
    onTrouble?: (trouble: Trouble) => void;
    /** A delivery that was not believed: an old secret, a wrong clock, or somebody else. */
    onNotBelieved?: (fault: SignatureFault) => void;
    /** How long `stop` waits for handlers that are at work. */
    stopWithinMs?: number;
    /** For tests. */
    nowMs?: () => number;
  }>;

const silent = (): void => undefined;

// the exchange waits for ten seconds
const DEFAULTS = {
  atOnce: 16,
  mostWaiting: 1000,
  attempts: 5,
  answerWithinMs: 8_000,
  stopWithinMs: 10_000,
  onHeartbeat: silent,
  onTrouble: silent,
  onNotBelieved: silent,
  nowMs: Date.now,
} as const;

export type WebhookSettings = WebhookOptions & Required<Pick<WebhookOptions, keyof typeof DEFAULTS>>;

export const withWebhookDefaults = (options: WebhookOptions): WebhookSettings => ({
  ...DEFAULTS,
  ...options,
});
