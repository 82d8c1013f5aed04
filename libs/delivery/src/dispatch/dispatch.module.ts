import { Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { CHANNELS, CHANNEL_SECRETS, CLOCK, CURSORS, MAILBOX, SUBSCRIPTIONS } from '@ibex/kernel';
import type { Channel, ChannelSecrets, Clock, Cursors, Mailbox, Subscriptions } from '@ibex/kernel';
import { SafeLog, WorkShare } from '@ibex/runtime';
import { RecordedAsides } from '../channels/aside-log';
import { InboxMessages } from '../inbox/inbox-messages';
import { DeliveryLog } from '../ladder/delivery-log';
import { AttemptLog } from './attempt-log';
import { USUAL_DISPATCH } from './dispatch.settings';
import type { DispatchSettings } from './dispatch.settings';
import { OutgoingPorts } from './outgoing-ports';
import { SubscriptionDispatch } from './subscription-dispatch';

/** `channels`: providers of global modules, one per kind. */
export type DispatchOptions = Readonly<{
  channels: readonly Type<Channel>[];
  settings?: Partial<DispatchSettings>;
}>;

type Stores = readonly [Mailbox, Cursors, Subscriptions, ChannelSecrets, Clock];
type Records = readonly [InboxMessages, DeliveryLog, RecordedAsides, AttemptLog, SafeLog];
type Sources = readonly [...Stores, ...Records];
const outgoing = {
  provide: OutgoingPorts,
  inject: [
    ...[MAILBOX, CURSORS, SUBSCRIPTIONS, CHANNEL_SECRETS, CLOCK],
    ...[InboxMessages, DeliveryLog, RecordedAsides, AttemptLog, SafeLog],
  ],
  useFactory: (
    ...[mailbox, cursors, subscriptions, secrets, clock, messages, ladder, asides, attempts, log]: Sources
  ) =>
    new OutgoingPorts({
      ...{ mailbox, cursors, subscriptions, secrets, clock },
      ...{ messages, ladder, asides, attempts, log },
    }),
};

type Parts = readonly [readonly Channel[], Subscriptions, WorkShare, OutgoingPorts, SafeLog];
const dispatch = (change: Partial<DispatchSettings>) => ({
  provide: SubscriptionDispatch,
  inject: [CHANNELS, SUBSCRIPTIONS, WorkShare, OutgoingPorts, SafeLog],
  useFactory: (...[channels, subscriptions, work, ports, log]: Parts) => {
    const settings = { ...USUAL_DISPATCH, ...change };
    return new SubscriptionDispatch({ channels, subscriptions, settings, work, outgoing: ports, log });
  },
});

/** Brings entries out to subscribers. Needs the runtime, MAILBOX, CURSORS, SUBSCRIPTIONS and CHANNEL_SECRETS. */
@Module({})
export class DispatchModule {
  static with({ channels, settings = {} }: DispatchOptions): DynamicModule {
    const all = (...each: readonly Channel[]): readonly Channel[] => each;
    return {
      module: DispatchModule,
      providers: [
        { provide: CHANNELS, inject: [...channels], useFactory: all },
        ...[InboxMessages, DeliveryLog, RecordedAsides, AttemptLog],
        outgoing,
        dispatch(settings),
      ],
      exports: [SubscriptionDispatch, AttemptLog],
    };
  }
}
