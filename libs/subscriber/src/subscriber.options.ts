import type { NoticeSource } from '@ibex/kernel';
import type { Gap } from './gaps/gap-watch';
import type { Exchange, Unsealer } from './handling/exchange-ports';
import type { Handler, Handlers } from './handling/notice';
import type { Heartbeat } from './life/heartbeat';
import type { LifeOptions } from './life/life-signs';
import type { Trouble } from './handling/trouble';
import type { Quarantine } from './keeping/quarantine.port';
import type { SeenEvents } from './keeping/seen-events.port';

export type SubscriberOptions = LifeOptions &
  Readonly<{
    source: NoticeSource;
    handlers: Handlers;
    /** Gets what has no handler of its own. Without one such a message is set aside, to be redriven later. */
    fallback?: Handler;
    /** Where messages go that no handler could deal with. */
    quarantine: Quarantine;
    /** What was dealt with. In memory unless given: then a restart may repeat what was handled just before. */
    seen?: SeenEvents;
    /** Where details are fetched, notices acknowledged and gaps filled: see `exchangeAt`. */
    exchange?: Exchange;
    unsealer?: Unsealer;
    /** Children worked on side by side. */
    atOnce?: number;
    /** Messages held before the source has to wait. */
    mostWaiting?: number;
    /** Times that a handler may fail on a message before it is set aside. */
    attempts?: number;
    firstBackOffMs?: number;
    longestBackOffMs?: number;
    /** How long a number may be missing while later ones are there. */
    gapAfterMs?: number;
    onGap?: (gap: Gap) => void;
    /** Signs of life that the exchange sends when there is nothing to tell. */
    onHeartbeat?: (heartbeat: Heartbeat) => void;
    onTrouble?: (trouble: Trouble) => void;
    /** How long `stop` waits for handlers that are at work. */
    stopWithinMs?: number;
  }>;

const silent = (): void => undefined;

const DEFAULTS = {
  atOnce: 4,
  mostWaiting: 1000,
  attempts: 5,
  firstBackOffMs: 500,
  longestBackOffMs: 60_000,
  gapAfterMs: 30_000,
  stopWithinMs: 10_000,
  onGap: silent,
  onHeartbeat: silent,
  onTrouble: silent,
} as const;

export type Settings = SubscriberOptions & Required<Pick<SubscriberOptions, keyof typeof DEFAULTS>>;

export const withDefaults = (options: SubscriberOptions): Settings => ({ ...DEFAULTS, ...options });
