import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, SEALER } from '@ibex/kernel';
import type { EventStore, RecordedFact, Sealer } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import { taskStream } from './other-means-tasks';
import { toTaskFact } from './stored-task';
import { PROOF_WORDS } from './task.events';
import type { ProofDto } from './tasks.dto';

/** What senders said of how and when they told somebody, with the words that are sealed. */
@Injectable()
export class TaskProofs {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(SEALER) private readonly sealer: Sealer,
  ) {}

  /** Oldest first. The caller has checked that the reader owns the task. */
  async of(taskId: string): Promise<readonly Plain<ProofDto>[]> {
    const facts = await this.store.readStream(taskStream(taskId));
    const proofs = await Promise.all(facts.map((fact) => this.proofIn(fact)));
    return proofs.flatMap((proof) => proof ?? []);
  }

  private async proofIn(fact: RecordedFact): Promise<Plain<ProofDto> | undefined> {
    const told = toTaskFact(fact);
    if (told?.type !== 'TaskDone' && told?.type !== 'TaskProofCorrected') return undefined;
    const { means, doneAt } = told.data;
    const { recordedAt, metadata } = fact;
    return { means, doneAt, recordedAt, person: metadata.actor.person, ...(await this.wordsOf(fact)) };
  }

  private async wordsOf({ id, sealed, metadata }: RecordedFact): Promise<Readonly<Record<string, string>>> {
    const { recordRef } = metadata;
    if (sealed === undefined || recordRef === undefined) return {};
    const words = await this.sealer.unseal(recordRef, id, sealed);
    const texts = PROOF_WORDS.flatMap((name) => {
      const value = words?.[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    });
    return Object.fromEntries(texts);
  }
}
