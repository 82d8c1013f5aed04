import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { ViewRunner } from '@ibex/runtime';
import { tasksProjection } from './tasks.projection';

/** Keeps the list of tasks up to date. */
@Injectable()
export class TasksView implements OnModuleInit {
  constructor(private readonly views: ViewRunner) {}

  onModuleInit(): void {
    this.views.follow(tasksProjection);
  }
}
