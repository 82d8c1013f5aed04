import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES, CLOCK, EVENT_STORE } from '@ibex/kernel';
import type { Authorities, Clock, EventStore } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import { taskStream } from './other-means-tasks';
import { toTaskFact } from './stored-task';
import type { TaskOpened } from './task.events';
import { TaskProofs } from './task-proofs';
import type { ProofDto } from './tasks.dto';

/** Tasks as they were opened and proven, and the names of those to be told. */
@Injectable()
export class OpenedTasks {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(AUTHORITIES) readonly authorities: Authorities,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly proofs: TaskProofs,
  ) {}

  now(): string {
    return this.clock.now();
  }

  proofsOf(id: string): Promise<readonly Plain<ProofDto>[]> {
    return this.proofs.of(id);
  }

  async find(id: string): Promise<TaskOpened['data'] | undefined> {
    const [first] = await this.store.readStream(taskStream(id), { limit: 1 });
    const fact = first && toTaskFact(first);
    return fact?.type === 'TaskOpened' ? fact.data : undefined;
  }
}
