import { toEpochMs } from '@ibex/kernel';
import type {
  AbortSignalLike,
  Channel,
  ChannelMessage,
  ChannelOutcome,
  ChannelReceiver,
  Clock,
} from '@ibex/kernel';
import { toTargetUrl } from '../guard/target-url.rule';
import { BlockedAddress } from '../post/post-fault';
import { GuardedPoster } from '../post/guarded-post';
import type { PosterOptions } from '../post/guarded-post';
import { toOutcome } from './answer.rule';
import { toSignedPost } from './signed-post';

const laterBecause = (reason: string): ChannelOutcome => ({ kind: 'later', reason });

const timedOut = (fault: unknown): boolean => fault instanceof Error && fault.name === 'AbortError';

/** A signal of the platform that follows the kernel's. */
const following = (signal: AbortSignalLike | undefined): AbortSignal | undefined => {
  if (!signal) return undefined;
  const controller = new AbortController();
  if (signal.aborted) controller.abort();
  else signal.addEventListener('abort', () => controller.abort(), { once: true });
  return controller.signal;
};

/** Posts each entry to the subscriber's own address, signed by Standard Webhooks 1.0 with every secret that is live. */
export class WebhookChannel implements Channel {
  readonly kind = 'webhook';
  private readonly poster: GuardedPoster;

  constructor(
    private readonly clock: Clock,
    options: PosterOptions = {},
  ) {
    this.poster = new GuardedPoster(options);
  }

  async deliver(
    to: ChannelReceiver,
    message: ChannelMessage,
    signal?: AbortSignalLike,
  ): Promise<ChannelOutcome> {
    const url = toTargetUrl(to.subscription.target ?? '');
    if (!(url instanceof URL)) return laterBecause(url.code);
    // what is not signed proves nothing to whoever receives it
    if (to.secrets.length === 0) return laterBecause('webhook/no-secret');
    const nowMs = toEpochMs(this.clock.now());
    const signed = toSignedPost(message, to.secrets, nowMs);
    try {
      return toOutcome(await this.poster.post({ url, ...signed }, following(signal)), nowMs);
    } catch (fault) {
      if (fault instanceof BlockedAddress) return laterBecause(fault.code);
      return laterBecause(timedOut(fault) ? 'webhook/timed-out' : 'webhook/not-reached');
    }
  }
}
