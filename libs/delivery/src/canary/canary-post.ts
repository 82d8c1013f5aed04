import { CHANNELS, SECRET_MAKER } from '@ibex/kernel';
import type { Channel, MailboxEntry, SecretMaker, Subscription } from '@ibex/kernel';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { InboxMessages } from '../inbox/inbox-messages';
import { CANARY_MAILBOX } from './canary.events';
import { CANARY_SETTINGS } from './canary.settings';
import type { CanarySettings } from './canary.settings';

/** Posts a canary to the operator's own endpoint, through the channel that subscriptions have: guard, signature and all. */
@Injectable()
export class CanaryPost {
  private readonly channel: Channel | undefined;
  private readonly secrets: readonly string[];

  constructor(
    private readonly messages: InboxMessages,
    @Inject(CANARY_SETTINGS) readonly settings: CanarySettings,
    @Optional() @Inject(CHANNELS) channels: readonly Channel[] = [],
    @Optional() @Inject(SECRET_MAKER) maker?: SecretMaker,
  ) {
    this.channel = channels.find(({ kind }) => kind === 'webhook');
    // of no use to anybody: the endpoint is only to answer
    this.secrets = maker ? [maker.make('hmac-sha256').secret] : [];
  }

  get isWanted(): boolean {
    return this.settings.webhook !== undefined && this.channel !== undefined;
  }

  /** Whether it was taken. */
  async post(entry: MailboxEntry, signal: AbortSignal): Promise<boolean> {
    const { webhook: target } = this.settings;
    if (!this.channel || target === undefined) return false;
    const subscription: Subscription = {
      ...{ id: 'canary', authority: CANARY_MAILBOX, name: 'canary', channel: 'webhook', target },
      ...{ filter: {}, startsAfter: 0, state: 'live', revision: 0 },
    };
    const message = { id: entry.entryId, urgency: entry.urgency, event: this.messages.of(entry) };
    const outcome = await this.channel.deliver({ subscription, secrets: this.secrets }, message, signal);
    return outcome.kind === 'taken';
  }
}
