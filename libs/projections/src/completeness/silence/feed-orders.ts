import { DIGESTS } from '@ibex/kernel';
import type { Digests } from '@ibex/kernel';
import { DecisionRunner } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { feedStream } from '../../shared/postings/feed.events';
import { postedWords } from '../../shared/postings/feed-words';
import type { Feed } from '../../shared/postings/feeds';
import { feedDecider } from './feed.decider';
import type { FeedCommand } from './feed.decider';

/** Has decided and recorded what a feed came to. Two processes that look at the same moment send the same command. */
@Injectable()
export class FeedOrders {
  constructor(
    private readonly decisions: DecisionRunner,
    @Inject(DIGESTS) private readonly digests: Pick<Digests, 'uuidFrom'>,
  ) {}

  async fellSilent({ authority, notification, lastAt, rhythm, silentSince }: Feed): Promise<void> {
    if (!rhythm || silentSince === undefined) return;
    const { word: usually, limit } = rhythm;
    const data = {
      ...{ authority, notification, title: postedWords(notification) },
      ...{ lastPostedAt: lastAt, since: silentSince, usually, limit },
    };
    await this.submit({ type: 'NoteFeedSilent', data }, lastAt);
  }

  async resumed({ authority, notification, lastAt }: Feed): Promise<void> {
    await this.submit(
      { type: 'NoteFeedResumed', data: { authority, notification, postedAt: lastAt } },
      lastAt,
    );
  }

  private async submit(command: FeedCommand, at: string): Promise<void> {
    const { authority, notification } = command.data;
    const stream = feedStream(authority, notification);
    const commandId = this.digests.uuidFrom(`${stream}\n${command.type}\n${at}`);
    // the service acts, in the name of the authority whose feed it is
    const actor = { authority, person: 'feeds', role: 'system' };
    const submission = { actor, commandId, commandDigest: commandId, correlationId: commandId };
    await this.decisions.run(feedDecider, { stream, command, submission });
  }
}
