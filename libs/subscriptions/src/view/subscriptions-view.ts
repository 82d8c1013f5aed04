import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { ViewRunner } from '@ibex/runtime';
import { subscriptionsProjection } from './subscriptions.projection';

/** Keeps the list of subscriptions up to date. */
@Injectable()
export class SubscriptionsView implements OnModuleInit {
  constructor(private readonly views: ViewRunner) {}

  onModuleInit(): void {
    this.views.follow(subscriptionsProjection);
  }
}
