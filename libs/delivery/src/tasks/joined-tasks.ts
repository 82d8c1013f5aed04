import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DIGESTS, EVENT_STORE, RevisionConflict } from '@ibex/kernel';
import type { Clock, Digests, EventStore, NewEntry, NewFact, RecordedFact, Revision } from '@ibex/kernel';
import { taskStream } from './other-means-tasks';
import { toTaskFact } from './stored-task';
import { taskDecider } from './task.decider';
import { taskDefinition } from './task.definition';
import type { TaskFact } from './task.events';

const TRIES = 5;

/** Closes the tasks of a recipient that has joined, one for each entry that its mailbox begins with. */
@Injectable()
export class JoinedTasks {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DIGESTS) private readonly digests: Digests,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All at once, to share one flush to disk. A task that is done, or was never opened, stays as it is. */
  async overtake(entries: readonly NewEntry[], joinedAt: RecordedFact): Promise<void> {
    await Promise.all(entries.map((entry) => this.closeOne(entry, joinedAt)));
  }

  private async closeOne(entry: NewEntry, joinedAt: RecordedFact): Promise<void> {
    for (let left = TRIES; ; left -= 1) {
      try {
        await this.attempt(entry, joinedAt);
        return;
      } catch (fault) {
        // the sender said at this moment that it was told
        if (!(fault instanceof RevisionConflict) || left === 1) throw fault;
      }
    }
  }

  private async attempt(entry: NewEntry, joinedAt: RecordedFact): Promise<void> {
    const stream = taskStream(entry.entryId);
    const stored = await this.store.readStream(stream);
    const state = stored
      .flatMap((fact) => toTaskFact(fact) ?? [])
      .reduce((before, fact) => taskDecider.evolve(before, fact), taskDecider.initialState);
    const now = this.clock.now();
    const command = {
      type: 'OvertakeTask',
      data: { by: entry.from, joinedAt: joinedAt.recordedAt },
    } as const;
    const decision = taskDecider.decide(command, state, now);
    const [fact] = decision.outcome === 'accepted' ? decision.facts : [];
    const newest: Revision | undefined = stored.at(-1)?.revision;
    if (!fact || newest === undefined) return;
    await this.store.append(stream, newest, [this.toNewFact(fact, { entry, joinedAt, now })]);
  }

  private toNewFact(
    { type, data }: TaskFact,
    { entry, joinedAt, now }: Readonly<{ entry: NewEntry; joinedAt: RecordedFact; now: string }>,
  ): NewFact {
    const commandId = this.digests.uuidFrom(`${entry.entryId}\novertaken\n${joinedAt.id}`);
    return {
      id: this.digests.uuidFrom(`${commandId}\n0`),
      type,
      data,
      metadata: {
        commandId,
        commandDigest: commandId,
        correlationId: entry.factId,
        causationId: joinedAt.id,
        actor: { authority: entry.from, person: 'router', role: 'system' },
        schemaVersion: taskDefinition.facts[type].version,
        recordRef: entry.recordRef,
      },
      recordedAt: now,
    };
  }
}
