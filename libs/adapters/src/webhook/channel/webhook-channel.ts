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

/** A signal of the platform that follows the kernel's until it is let go: a feed's signal outlives thousands of tries. */
const following = (
  followed: AbortSignalLike | undefined,
): Readonly<{ signal: AbortSignal; letGo: () => void }> => {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  if (followed?.aborted === true) abort();
  followed?.addEventListener('abort', abort, { once: true });
  return { signal: controller.signal, letGo: () => followed?.removeEventListener('abort', abort) };
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

  /** Lets go of the connections that are kept. */
  onApplicationShutdown(): void {
    this.poster.close();
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
    const cut = following(signal);
    try {
      return toOutcome(await this.poster.post({ url, ...signed }, cut.signal), nowMs);
    } catch (fault) {
      if (fault instanceof BlockedAddress) return laterBecause(fault.code);
      return laterBecause(timedOut(fault) ? 'webhook/timed-out' : 'webhook/not-reached');
    } finally {
      cut.letGo();
    }
  }
}
