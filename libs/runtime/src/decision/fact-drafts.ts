import { Inject, Injectable } from '@nestjs/common';
import { DIGESTS, IbexError, SEALER, categoryOf } from '@ibex/kernel';
import type { Digests, Fact, FactMetadata, NewFact, RecordedFact, Sealer } from '@ibex/kernel';
import type { Submission } from './order';
import { Upcasting } from './upcasting';

export type Drafting = Readonly<{
  submission: Submission;
  recordRef: string | undefined;
  recordedAt: string;
}>;

/** Where the first of some facts would stand. */
export type NextPlace = Readonly<{ stream: string; revision: number; position: number }>;

/** Turns what a decider accepted into facts ready for the log: ids, metadata, personal fields sealed. */
@Injectable()
export class FactDrafts {
  constructor(
    @Inject(SEALER) private readonly sealer: Sealer,
    @Inject(DIGESTS) private readonly digests: Digests,
    private readonly upcasting: Upcasting,
  ) {}

  draft(facts: readonly Fact[], drafting: Drafting): Promise<readonly NewFact[]> {
    return Promise.all(facts.map((fact, index) => this.draftOne(fact, index, drafting)));
  }

  /** As they would stand in the log, without their personal parts. */
  rehearsed(facts: readonly Fact[], drafting: Drafting, next: NextPlace): readonly RecordedFact[] {
    const { stream, revision, position } = next;
    return facts.map((fact, index) => ({
      ...this.openPart(fact, index, drafting),
      ...{ stream, category: categoryOf(stream) },
      ...{ revision: revision + index, position: position + index },
    }));
  }

  private async draftOne(fact: Fact, index: number, drafting: Drafting): Promise<NewFact> {
    const open = this.openPart(fact, index, drafting);
    const sealed = await this.seal(fact, open.id, drafting.recordRef);
    return sealed === undefined ? open : { ...open, sealed };
  }

  private openPart(fact: Fact, index: number, drafting: Drafting): NewFact {
    const { submission, recordRef, recordedAt } = drafting;
    // the index in the decision makes the id, so that an append repeated after a crash is the same append
    const id = this.digests.uuidFrom(`${submission.commandId}\n${index}`);
    const { commandId, commandDigest, correlationId, actor } = submission;
    const metadata: FactMetadata = {
      commandId,
      commandDigest,
      correlationId,
      actor,
      schemaVersion: this.upcasting.versionOf(fact.type),
      ...(recordRef === undefined ? {} : { recordRef }),
    };
    return { id, type: fact.type, data: { ...fact.data }, metadata, recordedAt };
  }

  /** Throws IbexError `runtime/no-record` where a fact has personal fields and no record whose key would seal them. */
  private async seal(fact: Fact, id: string, recordRef: string | undefined): Promise<string | undefined> {
    if (!fact.personal || Object.values(fact.personal).every((value) => value === undefined))
      return undefined;
    if (recordRef === undefined) {
      throw new IbexError('runtime/no-record', `${fact.type} has personal fields but is about no record`);
    }
    return this.upcasting.isOfTheService(fact.type)
      ? this.sealer.sealWords(recordRef, id, fact.personal)
      : this.sealer.seal(recordRef, id, fact.personal);
  }
}
