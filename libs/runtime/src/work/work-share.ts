import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { LEASES } from '@ibex/kernel';
import type { Leases } from '@ibex/kernel';
import { SafeLog } from '../logging/safe-log';
import { WorkGroup } from './work-group';
import type { Work } from './work-group';
import { WORK_GROUPS } from './work.tokens';
import type { WorkGroups } from './work.tokens';

/**
 * Which pieces of work this process does. Without leases it is the only one and does all; with them it takes its fair
 * share, gives up what is too much and takes over what a dead process held.
 */
@Injectable()
export class WorkShare implements OnApplicationBootstrap, BeforeApplicationShutdown {
  /** Tells the processes apart in the table of leases; new with every start. */
  readonly holder = randomUUID();
  private readonly groups = new Map<string, WorkGroup>();
  private started = false;

  constructor(
    private readonly log: SafeLog,
    @Optional() @Inject(LEASES) private readonly leases?: Leases,
    @Optional() @Inject(WORK_GROUPS) private readonly willing: WorkGroups = 'all',
  ) {}

  /** Work of a group that this process does not do is never started here. */
  offer(work: Work): void {
    if (!this.does(work.group)) return;
    const group = this.groups.get(work.group) ?? this.newGroup(work.group);
    group.add(work);
  }

  /** These pieces are no longer there to do. Resolves when nothing of them is under way here any more. */
  async withdraw(group: string, names: readonly string[]): Promise<void> {
    await this.groups.get(group)?.withdraw(names);
  }

  /** Whether this process does work of a group at all. */
  does(group: string): boolean {
    return this.willing === 'all' || this.willing.includes(group);
  }

  /** How many pieces of each group are done here. */
  held(): ReadonlyMap<string, number> {
    return new Map([...this.groups].map(([name, group]) => [name, group.held]));
  }

  onApplicationBootstrap(): void {
    this.started = true;
    for (const group of this.groups.values()) group.open();
  }

  /** Ends what is under way, then lets others have it at once. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.groups.values()].map((group) => group.close()));
  }

  private newGroup(name: string): WorkGroup {
    const { leases, holder, log } = this;
    const group = new WorkGroup(name, { leases, holder, log });
    this.groups.set(name, group);
    if (this.started) group.open();
    return group;
  }
}
