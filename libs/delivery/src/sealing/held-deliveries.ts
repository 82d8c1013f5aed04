import { Inject, Injectable, Optional } from '@nestjs/common';
import { AUTHORITY_KEYS, SUBSCRIPTIONS } from '@ibex/kernel';
import type { AuthorityKeys, MailboxEntry, Subscription, Subscriptions } from '@ibex/kernel';
import { asSystem } from '@ibex/runtime';

const wantsSealed = ({ state, payload }: Subscription): boolean => state === 'live' && payload === 'sealed';

/** Tells of entries that wait because their recipient wants them sealed and there is nothing to seal them to. */
@Injectable()
export class HeldDeliveries {
  constructor(
    @Optional() @Inject(SUBSCRIPTIONS) private readonly subscriptions?: Subscriptions,
    @Optional() @Inject(AUTHORITY_KEYS) private readonly keys?: AuthorityKeys,
  ) {}

  /** Asked on behalf of the sender, who has no business in the recipient's subscriptions beyond this word. */
  becauseOf(entry: MailboxEntry): Promise<'no-usable-key' | undefined> {
    return asSystem(() => this.find(entry));
  }

  private async find(entry: MailboxEntry): Promise<'no-usable-key' | undefined> {
    const { subscriptions, keys } = this;
    if (!subscriptions || !keys) return undefined;
    const wanting = (await subscriptions.open(entry.authority)).filter(
      (one) => wantsSealed(one) && one.startsAfter < entry.sequence,
    );
    if (wanting.length === 0 || (await keys.sealingKeyOf(entry.authority))) return undefined;
    const passing = await Promise.all(wanting.map((one) => subscriptions.passes(one, entry)));
    return passing.includes(true) ? 'no-usable-key' : undefined;
  }
}
