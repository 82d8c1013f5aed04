import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { NotificationDefinition } from '@ibex/kernel';
import { DEFINITIONS, SubscriptionRunner } from '@ibex/runtime';
import type { Definitions } from '@ibex/runtime';
import { JoinedTasks } from '../tasks/joined-tasks';
import { pastCanaries } from '../canary/canary-mail';
import { OtherMeansTasks } from '../tasks/other-means-tasks';
import { isTold } from './addressed.rule';
import { FactAddresses } from './fact-addresses';
import { RouterReaction } from './router.reaction';
import type { Lane, OtherMeans } from './router.reaction';
import { TellingMailbox } from './telling-mailbox';

const LANES: readonly NotificationDefinition['lane'][] = ['urgent', 'standard'];

/** One router per lane, each with its own checkpoint: a flood of placements never delays a missing child. */
export const lanesOf = (definitions: Definitions): readonly Lane[] =>
  LANES.map((lane) => ({
    name: `router-${lane}`,
    definitions: definitions.filter((definition) => definition.lane === lane && isTold(definition)),
  })).filter((lane) => lane.definitions.length > 0);

/** What every router needs to deliver. */
@Injectable()
export class RouterFactory {
  constructor(
    private readonly addresses: FactAddresses,
    private readonly otherMeans: OtherMeansTasks,
    private readonly joined: JoinedTasks,
    private readonly mailbox: TellingMailbox,
  ) {}

  routerOf(lane: Lane): RouterReaction {
    const otherMeans: OtherMeans = {
      sortOut: pastCanaries((entries) => this.otherMeans.sortOut(entries)),
      readersOnly: (entries) => this.otherMeans.readersOnly(entries),
      overtake: (entries, joinedAt) => this.joined.overtake(entries, joinedAt),
    };
    return new RouterReaction(lane, this.addresses, otherMeans, this.mailbox);
  }
}

@Injectable()
export class Routers implements OnModuleInit {
  constructor(
    @Inject(DEFINITIONS) private readonly definitions: Definitions,
    private readonly subscriptions: SubscriptionRunner,
    private readonly routers: RouterFactory,
  ) {}

  onModuleInit(): void {
    for (const lane of lanesOf(this.definitions)) this.subscriptions.add(this.routers.routerOf(lane));
  }
}
