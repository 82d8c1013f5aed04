import type { ChannelMessage, MailboxEntry, Subscription } from '@ibex/kernel';
import type { SafeLog } from '@ibex/runtime';
import type { SealedDetails } from './sealed-details';
import { SealingHeld } from './sealing-held';
import { withSealed } from './sealed-message';

type Event = ChannelMessage['event'];

/** What one subscription sends, sealed anew at each try, with a note of which key opens what was sent last. */
export class SealedFeed {
  private readonly sealedTo = new Map<string, string>();
  private heldBecause: string | undefined;

  /** `details`: undefined in a process that cannot seal, where everything is held. */
  constructor(
    private readonly subscription: Subscription,
    private readonly details: SealedDetails | undefined,
    private readonly log: Pick<SafeLog, 'info' | 'warn'>,
  ) {}

  /** Throws SealingHeld. */
  async seal(entry: MailboxEntry, event: Event): Promise<Event> {
    try {
      if (!this.details) throw new SealingHeld('sealing/not-set-up');
      const detail = await this.details.of(entry);
      this.goesOn();
      if (!detail) return event;
      this.sealedTo.set(entry.entryId, detail.kid);
      return withSealed(event, detail.sealed);
    } catch (error) {
      if (error instanceof SealingHeld) this.isHeld(error);
      throw error;
    }
  }

  /** Key of what was taken; said once. */
  takeKid({ entryId }: MailboxEntry): string | undefined {
    const kid = this.sealedTo.get(entryId);
    this.sealedTo.delete(entryId);
    return kid;
  }

  private isHeld(error: SealingHeld): void {
    if (this.heldBecause !== error.because)
      this.log.warn('subscription-held', undefined, { work: this.subscription.id, code: error.because });
    this.heldBecause = error.because;
  }

  private goesOn(): void {
    if (this.heldBecause !== undefined) this.log.info('subscription-goes-on', { work: this.subscription.id });
    this.heldBecause = undefined;
  }
}
