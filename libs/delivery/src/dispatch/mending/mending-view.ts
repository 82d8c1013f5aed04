import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { ViewRunner } from '@ibex/runtime';
import { mendingProjection } from './mending.projection';

/** Keeps the lists of what is set aside and replayed up to date. */
@Injectable()
export class MendingView implements OnModuleInit {
  constructor(private readonly views: ViewRunner) {}

  onModuleInit(): void {
    this.views.follow(mendingProjection);
  }
}
