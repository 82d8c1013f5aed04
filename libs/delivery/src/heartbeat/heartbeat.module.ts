import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { BusChannelModule } from '../channels/bus-channel.module';
import { BusHeart } from './bus-heart';
import { HEARTBEAT_SETTINGS, USUAL_HEARTBEAT } from './heartbeat.settings';
import type { HeartbeatSettings } from './heartbeat.settings';
import { Pulse } from './pulse';
import { SubscriptionHeart } from './subscription-heart';

/** How often signs of life are sent; without it, as usual. Global: streams are kept open elsewhere. */
@Global()
@Module({})
export class HeartbeatSettingsModule {
  static with(change: Partial<HeartbeatSettings> = {}): DynamicModule {
    const settings = { provide: HEARTBEAT_SETTINGS, useValue: { ...USUAL_HEARTBEAT, ...change } };
    return { module: HeartbeatSettingsModule, providers: [settings], exports: [HEARTBEAT_SETTINGS] };
  }
}

/** Signs of life to the subscriptions that DispatchModule brings out. Needs it, MAILBOX and CHANNEL_SECRETS. */
@Module({ providers: [Pulse, SubscriptionHeart] })
export class HeartbeatModule {}

/** The same on the bus, beside BusChannelModule. */
@Module({ imports: [BusChannelModule], providers: [Pulse, BusHeart] })
export class BusHeartbeatModule {}
