import { Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import {
  CHANNELS,
  CHANNEL_SECRETS,
  CLOCK,
  CURSORS,
  DIGESTS,
  FEED_MEMORIES,
  MAILBOX,
  SUBSCRIPTIONS,
} from '@ibex/kernel';
import type {
  BatchChannel,
  Channel,
  ChannelSecrets,
  Clock,
  Cursors,
  Digests,
  FeedMemories,
  Mailbox,
  Subscriptions,
} from '@ibex/kernel';
import { Metrics, SafeLog, WorkShare } from '@ibex/runtime';
import { RecordedAsides } from '../channels/aside-log';
import { InboxMessages } from '../inbox/inbox-messages';
import { DeliveryLog } from '../ladder/delivery-log';
import { SealedDetails } from '../sealing/sealed-details';
import { KeyWatch } from '../sealing/key-watch';
import { ATTEMPT_LOG_SETTINGS, AttemptLog, USUAL_ATTEMPT_LOG } from './attempts/attempt-log';
import type { AttemptLogSettings } from './attempts/attempt-log';
import { AttemptsController } from './attempts/attempts.controller';
import { BatchFeeds } from './batches/batch-feeds';
import { DispatchMeasures } from './dispatch-measures';
import { USUAL_DISPATCH } from './dispatch.settings';
import type { DispatchSettings } from './dispatch.settings';
import { MailboxPlaces } from './mending/mailbox-places';
import { Mending } from './mending/mending';
import { MendingController } from './mending/mending.controller';
import { MendingDesk } from './mending/mending-desk';
import { MendingList } from './mending/mending-list';
import { MendingOrders } from './mending/mending-orders';
import { MendingView } from './mending/mending-view';
import { OutgoingPorts } from './outgoing-ports';
import { SubscriptionDispatch } from './subscription-dispatch';

/** `channels`, and `batches` for those that gather entries: providers of global modules, one per kind. */
export type DispatchOptions = Readonly<{
  channels: readonly Type<Channel>[];
  batches?: readonly Type<BatchChannel>[];
  settings?: Partial<DispatchSettings>;
  attempts?: Partial<AttemptLogSettings>;
}>;

type Stores = readonly [Mailbox, Cursors, FeedMemories, Subscriptions, ChannelSecrets, Clock];
type Records = readonly [InboxMessages, DeliveryLog, RecordedAsides, AttemptLog];
type Others = readonly [SafeLog, MendingOrders, Metrics, SealedDetails | undefined];
type Sources = readonly [...Stores, ...Records, ...Others];
const outgoing = {
  provide: OutgoingPorts,
  inject: [
    ...[MAILBOX, CURSORS, FEED_MEMORIES, SUBSCRIPTIONS, CHANNEL_SECRETS, CLOCK],
    ...[InboxMessages, DeliveryLog, RecordedAsides, AttemptLog, SafeLog, MendingOrders, Metrics],
    { token: SealedDetails, optional: true },
  ],
  useFactory: (...[mailbox, cursors, memories, subscriptions, ...others]: Sources) => {
    const [secrets, clock, messages, ladder, asides, attempts, ...rest] = others;
    const [log, mending, metrics, sealing] = rest;
    return new OutgoingPorts({
      ...{ mailbox, cursors, memories, subscriptions, secrets, clock },
      ...{ messages, ladder, asides, attempts, log, mending, metrics, sealing },
    });
  },
};

const batchFeeds = (channels: readonly Type<BatchChannel>[], change: Partial<DispatchSettings>) => ({
  provide: BatchFeeds,
  inject: [OutgoingPorts, DIGESTS, ...channels],
  useFactory: (ports: OutgoingPorts, digests: Digests, ...all: readonly BatchChannel[]) => {
    const { patience, pace, batches } = { ...USUAL_DISPATCH, ...change };
    const idFrom = (text: string): string => digests.uuidFrom(text);
    return new BatchFeeds({ channels: all, outgoing: ports, idFrom, pacing: { ...batches, patience, pace } });
  },
});

type Doing = readonly [BatchFeeds, WorkShare, OutgoingPorts, Mailbox, Mending, Clock, SafeLog];
type Parts = readonly [readonly Channel[], Subscriptions, ...Doing];
const dispatch = (change: Partial<DispatchSettings>) => ({
  provide: SubscriptionDispatch,
  inject: [CHANNELS, SUBSCRIPTIONS, BatchFeeds, WorkShare, OutgoingPorts, MAILBOX, Mending, CLOCK, SafeLog],
  useFactory: (...[channels, subscriptions, ...doing]: Parts) => {
    const [batches, work, ports, mailbox, mending, clock, log] = doing;
    const settings = { ...USUAL_DISPATCH, ...change };
    return new SubscriptionDispatch({
      ...{ channels, batches, subscriptions, settings },
      ...{ work, outgoing: ports, mailbox, mending, clock, log },
    });
  },
});

/** Brings entries out to subscribers. Needs the runtime, MAILBOX, CURSORS, FEED_MEMORIES, ATTEMPTS, READ_DB, SUBSCRIPTIONS, CHANNEL_SECRETS. */
@Module({})
export class DispatchModule {
  static with({ channels, batches = [], settings = {}, attempts = {} }: DispatchOptions): DynamicModule {
    const all = (...each: readonly Channel[]): readonly Channel[] => each;
    return {
      module: DispatchModule,
      global: true,
      providers: [
        { provide: CHANNELS, inject: [...channels], useFactory: all },
        ...[InboxMessages, DeliveryLog, RecordedAsides, AttemptLog],
        { provide: ATTEMPT_LOG_SETTINGS, useValue: { ...USUAL_ATTEMPT_LOG, ...attempts } },
        ...[MendingList, MendingOrders, Mending],
        outgoing,
        KeyWatch,
        batchFeeds(batches, settings),
        dispatch(settings),
        DispatchMeasures,
      ],
      exports: [SubscriptionDispatch],
    };
  }
}

const desk = [MendingList, MendingOrders, Mending, MailboxPlaces, MendingDesk, MendingView];

/** Where authorities put right what did not arrive, and the view of it. Needs SUBSCRIPTIONS, MAILBOX, CURSORS, READ_DB. */
@Module({ controllers: [MendingController], providers: desk, exports: [MendingDesk] })
export class MendingRoutesModule {}

/** The same with the log of tries. Needs ATTEMPTS too. */
@Module({ imports: [MendingRoutesModule], controllers: [AttemptsController] })
export class AttemptRoutesModule {}
