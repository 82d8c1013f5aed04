import { Inject, Injectable } from '@nestjs/common';
import { DIGESTS, SUBSCRIPTIONS } from '@ibex/kernel';
import type { Digests, Reader, Subscription, Subscriptions } from '@ibex/kernel';
import { bodyProblem, notFound } from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import { MailboxPlaces } from './mailbox-places';
import { Mending } from './mending';
import { MOST_ASIDE } from './mending-list';
import type {
  AsideEntryDto,
  AsideListDto,
  RedriveAnswerDto,
  RedriveDto,
  ReplayAnswerDto,
  ReplayDto,
} from './mending.dto';
import { checkReplayable } from './replayed.channels';
import type { AsideRow } from './mending.schema';

const shown = (row: AsideRow): Plain<AsideEntryDto> => ({
  sequence: row.sequence,
  messageId: row.entryId,
  state: row.state === 'redriven' ? 'redriven' : 'set-aside',
  reason: row.reason,
  ...(row.status === null ? {} : { status: row.status }),
  setAsideAt: row.setAsideAt,
});

const oneOfBoth = () =>
  bodyProblem([
    {
      field: 'fromSequence',
      rule: 'one-of',
      detail: 'and fromTime: exactly one of them tells where to begin',
      mend: 'Give fromSequence or fromTime, and leave the other out.',
    },
  ]);

/** What an authority puts right for its own subscriptions. */
@Injectable()
export class MendingDesk {
  constructor(
    @Inject(SUBSCRIPTIONS) private readonly subscriptions: Subscriptions,
    @Inject(DIGESTS) private readonly digests: Digests,
    private readonly mending: Mending,
    private readonly places: MailboxPlaces,
  ) {}

  /** Throws the one 404 for a subscription of another authority as for one that does not exist. */
  async own(authority: string, id: string): Promise<Subscription> {
    const subscription = await this.subscriptions.find(id);
    if (subscription?.authority !== authority) throw notFound();
    return subscription;
  }

  async aside({ authority }: Reader, id: string, after: number): Promise<Plain<AsideListDto>> {
    await this.own(authority, id);
    const rows = await this.mending.list.asideOf(id, after);
    const last = rows.at(-1);
    const isMore = rows.length >= MOST_ASIDE && last !== undefined;
    return { entries: rows.map(shown), ...(isMore ? { next: last.sequence } : {}) };
  }

  async redrive(
    id: string,
    dto: Plain<RedriveDto>,
    submission: Submission,
  ): Promise<Plain<RedriveAnswerDto>> {
    const by = submission.actor.authority;
    await this.own(by, id);
    const data = { by, ...(dto.sequences === undefined ? {} : { sequences: dto.sequences }) };
    const { facts, repeated } = await this.mending.orders.submit(
      id,
      { type: 'RedriveAside', data },
      submission,
    );
    const numbers = facts[0]?.data['sequences'];
    return { sequences: Array.isArray(numbers) ? numbers.map(Number) : [], repeated };
  }

  async replay(id: string, dto: Plain<ReplayDto>, submission: Submission): Promise<Plain<ReplayAnswerDto>> {
    const by = submission.actor.authority;
    const subscription = await this.own(by, id);
    checkReplayable(subscription.channel);
    const data = {
      by,
      replayId: this.digests.uuidFrom(`${submission.commandId}\nreplay`),
      fromSequence: await this.beginning(by, dto),
      toSequence: await this.places.broughtOutUpTo(subscription),
    };
    const recorded = await this.mending.orders.submit(id, { type: 'OrderReplay', data }, submission);
    const kept = recorded.facts[0]?.data ?? data;
    const [fromSequence, toSequence] = [Number(kept['fromSequence']), Number(kept['toSequence'])];
    return { id: data.replayId, fromSequence, toSequence, repeated: recorded.repeated };
  }

  private async beginning(authority: string, { fromSequence, fromTime }: Plain<ReplayDto>): Promise<number> {
    if (fromSequence !== undefined && fromTime === undefined) return fromSequence;
    if (fromSequence !== undefined || fromTime === undefined) throw oneOfBoth();
    return this.places.firstFrom(authority, fromTime);
  }
}
