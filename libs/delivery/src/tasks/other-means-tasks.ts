import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DIGESTS, EVENT_STORE, RevisionConflict } from '@ibex/kernel';
import type { Clock, Digests, EventStore, NewEntry, NewFact } from '@ibex/kernel';
import type { OtherMeans } from '../router/router.reaction';
import { MailboxReaders } from './mailbox-readers';
import { taskDecider } from './task.decider';
import { taskDefinition } from './task.definition';
import type { TaskFact, TaskOpened } from './task.events';

export const taskStream = (taskId: string): string => `task-${taskId}`;

const toOpening = (entry: NewEntry): TaskOpened['data'] => ({
  owner: entry.from,
  recipient: entry.authority,
  factId: entry.factId,
  notice: entry.stream,
  message: entry.type,
  capacity: entry.capacity,
  urgency: entry.urgency,
  basis: entry.basis,
  ...(entry.duty === undefined ? {} : { duty: entry.duty }),
  occurredAt: entry.occurredAt,
  noticeRecordedAt: entry.recordedAt,
});

/** Opens a task of the sender for every entry whose recipient reads no mailbox here. */
@Injectable()
export class OtherMeansTasks implements OtherMeans {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly readers: MailboxReaders,
    @Inject(DIGESTS) private readonly digests: Digests,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The task's id is the entry's: derived from fact and recipient. All at once, to share one flush to disk. */
  async sortOut(entries: readonly NewEntry[]): Promise<readonly NewEntry[]> {
    const readers = await this.readers.of(entries);
    const isMember = (entry: NewEntry): boolean => readers.has(entry);
    // an agreement is between those who read a mailbox here: nobody owes a letter under one
    const others = entries.filter((entry) => !isMember(entry) && !entry.agreement);
    await Promise.all(others.map((entry) => this.open(entry)));
    return entries.filter(isMember);
  }

  async readersOnly(entries: readonly NewEntry[]): Promise<readonly NewEntry[]> {
    const readers = await this.readers.of(entries);
    return entries.filter((entry) => readers.has(entry));
  }

  private async open(entry: NewEntry): Promise<void> {
    const now = this.clock.now();
    const command = { type: 'OpenTask', data: toOpening(entry) } as const;
    const decision = taskDecider.decide(command, taskDecider.initialState, now);
    const facts = decision.outcome === 'accepted' ? decision.facts : [];
    try {
      await this.store.append(
        taskStream(entry.entryId),
        'none',
        facts.map((fact) => this.toNewFact(fact, entry, now)),
      );
    } catch (fault) {
      // opened and perhaps done already
      if (!(fault instanceof RevisionConflict)) throw fault;
    }
  }

  private toNewFact({ type, data }: TaskFact, entry: NewEntry, recordedAt: string): NewFact {
    const commandId = this.digests.uuidFrom(`${entry.entryId}\nopened`);
    return {
      id: this.digests.uuidFrom(`${commandId}\n0`),
      type,
      data,
      metadata: {
        commandId,
        commandDigest: commandId,
        correlationId: entry.factId,
        causationId: entry.factId,
        // the router acts, on behalf of whoever sent the notice
        actor: { authority: entry.from, person: 'router', role: 'system' },
        schemaVersion: taskDefinition.facts[type].version,
        recordRef: entry.recordRef,
      },
      recordedAt,
    };
  }
}
