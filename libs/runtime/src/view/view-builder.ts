import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS } from '@ibex/kernel';
import type { FactFilter, Position, ReadModels, RecordedFact, RowChange } from '@ibex/kernel';
import { FactLog } from '../decision/fact-log';
import { matchesFilter, unionOf } from './filters';
import type { Projection } from './projection';
import { StreamHistories } from './stream-histories';

const BATCH = 2_000;

/** A second copy of a view, filled beside the live one. */
export type ViewCopy = Readonly<{
  projection: Projection;
  write(changes: readonly RowChange[], upTo: Position): Promise<void>;
  switchOver(): Promise<void>;
  abandon(): Promise<void>;
}>;

/** Turns facts into rows: of the live copy as they come, of a second copy from the first fact on. */
@Injectable()
export class ViewBuilder {
  constructor(
    private readonly log: FactLog,
    private readonly histories: StreamHistories,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  /** Where the live copy stands; undefined when it was never built or its rules have changed since. */
  checkpoint({ schema }: Projection): Promise<Position | undefined> {
    return this.readModels.open(schema);
  }

  async follow(projection: Projection, facts: readonly RecordedFact[], upTo: Position): Promise<void> {
    await this.readModels.write(projection.schema, await this.changesOf(projection, facts), upTo);
  }

  async startCopy(projection: Projection): Promise<ViewCopy> {
    const copy = await this.readModels.rebuild(projection.schema);
    return {
      projection,
      write: (changes, upTo) => copy.write(changes, upTo),
      switchOver: () => copy.switchOver(),
      abandon: () => copy.abandon(),
    };
  }

  /** One pass over the log for all copies at once, up to its head. Returns how far it came. Throws when told to stop. */
  async fill(copies: readonly ViewCopy[], after: Position, signal: AbortSignal): Promise<Position> {
    let reached = after;
    const filter: FactFilter = unionOf(copies.map(({ projection }) => projection.filter));
    for await (const facts of this.log.readAll({ after, filter, batchSize: BATCH })) {
      signal.throwIfAborted();
      reached = facts.at(-1)?.position ?? reached;
      await Promise.all(copies.map((copy) => this.fillOne(copy, facts, reached)));
    }
    return reached;
  }

  private async fillOne(copy: ViewCopy, facts: readonly RecordedFact[], upTo: Position): Promise<void> {
    const wanted = facts.filter((fact) => matchesFilter(fact, copy.projection.filter));
    await copy.write(await this.changesOf(copy.projection, wanted), upTo);
  }

  private async changesOf(
    projection: Projection,
    facts: readonly RecordedFact[],
  ): Promise<readonly RowChange[]> {
    if (!projection.needsEarlier) return facts.flatMap((fact) => projection.project(fact, []));
    const pairs = await this.histories.withEarlier(facts);
    return pairs.flatMap(([fact, earlier]) => projection.project(fact, earlier));
  }
}
