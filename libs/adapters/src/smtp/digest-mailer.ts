import { isInMailDomains, isMailAddress } from '@ibex/kernel';
import type {
  AbortSignalLike,
  BatchChannel,
  ChannelBatch,
  ChannelOutcome,
  Clock,
  Subscription,
} from '@ibex/kernel';
import { toMail } from './digest-mail';
import { toDigest } from './digest.rule';
import { SmtpFault, postLetter } from './smtp-post';
import type { SmtpPlace } from './smtp-place';
import { outcomeOf } from './smtp-answer.rule';

/** `domains`: to which mail may go at all, as patterns; `publicUrl`: where people reach the exchange. */
export type MailOptions = Readonly<{
  smtp: SmtpPlace;
  from: string;
  publicUrl: string;
  domains: readonly string[];
  timeoutMs?: number;
}>;

const TIMEOUT_MS = 25_000;

const endingBy = (timeoutMs: number, signal: AbortSignalLike | undefined): AbortSignal => {
  const controller = new AbortController();
  if (signal?.aborted === true) controller.abort();
  signal?.addEventListener('abort', () => controller.abort(), { once: true });
  return AbortSignal.any([controller.signal, AbortSignal.timeout(timeoutMs)]);
};

/** Tells a desk by mail how much waits for it, and nothing more. */
export class DigestMailer implements BatchChannel {
  readonly kind = 'email-digest';

  constructor(
    private readonly clock: Clock,
    private readonly options: MailOptions,
  ) {}

  async deliver(
    { id: listId, target: to = '' }: Subscription,
    batch: ChannelBatch,
    signal?: AbortSignalLike,
  ): Promise<ChannelOutcome> {
    const { smtp, from, publicUrl, domains, timeoutMs = TIMEOUT_MS } = this.options;
    // again: what may be written to is a setting, which may have changed since it was opened
    if (!isMailAddress(to)) return { kind: 'later', reason: 'target/not-an-address' };
    if (!isInMailDomains(to, domains)) return { kind: 'later', reason: 'target/domain-not-allowed' };
    const frame = { from, to, id: batch.id, listId, at: this.clock.now() };
    const message = await toMail(toDigest(batch, publicUrl), frame);
    try {
      const status = await postLetter(smtp, { from, to, message }, endingBy(timeoutMs, signal));
      return { kind: 'taken', status };
    } catch (fault) {
      if (fault instanceof SmtpFault) return outcomeOf(fault.trouble);
      throw fault;
    }
  }
}
