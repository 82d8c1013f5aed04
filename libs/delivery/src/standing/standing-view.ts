import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { ViewRunner } from '@ibex/runtime';
import { standingProjection } from './standing.projection';

/** Keeps up to date where each authority stands with its mailbox. */
@Injectable()
export class StandingView implements OnModuleInit {
  constructor(private readonly views: ViewRunner) {}

  onModuleInit(): void {
    this.views.follow(standingProjection);
  }
}
