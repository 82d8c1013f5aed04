import { Inject, Injectable, Optional } from '@nestjs/common';
import { TARGET_CHECK } from '@ibex/kernel';
import type { ChannelKind, TargetCheck } from '@ibex/kernel';
import { bodyProblem } from '@ibex/runtime';
import { TARGETED } from '../domain/targeted.channels';
import { SUBSCRIPTION_SETTINGS, USUAL_SUBSCRIPTIONS } from '../record/room';
import type { SubscriptionSettings } from '../record/room';
import { textFaultOf } from './target.rule';

/** Whether this installation could bring anything there at all. */
@Injectable()
export class TargetChecks {
  constructor(
    @Inject(TARGET_CHECK) private readonly targets: TargetCheck,
    @Optional()
    @Inject(SUBSCRIPTION_SETTINGS)
    private readonly settings: SubscriptionSettings = USUAL_SUBSCRIPTIONS,
  ) {}

  /** Throws the 422 problem. */
  checkChannel(channel: ChannelKind): void {
    if (!this.settings.offered.includes(channel)) throw notOffered();
  }

  /** Throws the 422 problem. A target that the channel does not take is for the decider to refuse. */
  async check(channel: ChannelKind, target: string): Promise<void> {
    if (!TARGETED.has(channel)) return;
    this.checkChannel(channel);
    const { mailDomains } = this.settings;
    const fault = textFaultOf(channel, target, mailDomains) ?? (await this.targets.check(channel, target));
    if (!fault) return;
    throw bodyProblem([
      { field: 'target', rule: fault.code, detail: asPredicate(fault.detail), mend: fault.mend },
    ]);
  }
}

/** A problem's detail is `<field> <detail>.`; the check speaks in whole sentences. */
const asPredicate = (sentence: string): string => `is not taken: ${sentence.replace(/\.$/, '')}`;

const notOffered = () =>
  bodyProblem([
    {
      field: 'channel',
      rule: 'channel-not-offered',
      detail: 'is not set up at this exchange',
      mend: 'Choose another channel, such as pull-feed or webhook, or ask whoever runs the exchange for this one.',
    },
  ]);
