import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES, EVENT_STORE } from '@ibex/kernel';
import type { Authorities, EventStore } from '@ibex/kernel';
import { taskStream } from './other-means-tasks';
import { toTaskFact } from './stored-task';
import type { TaskOpened } from './task.events';

/** Tasks as they were opened, and the names of those to be told. */
@Injectable()
export class OpenedTasks {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(AUTHORITIES) readonly authorities: Authorities,
  ) {}

  async find(id: string): Promise<TaskOpened['data'] | undefined> {
    const [first] = await this.store.readStream(taskStream(id), { limit: 1 });
    const fact = first && toTaskFact(first);
    return fact?.type === 'TaskOpened' ? fact.data : undefined;
  }
}
