import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { BEGINNING, READ_MODELS } from '@ibex/kernel';
import type { FactFilter, Position, ReadModels, RecordedFact, RowChange } from '@ibex/kernel';
import { FactLog } from '../decision/fact-log';
import { compacted } from './compact-changes';
import { matchesFilter, unionOf } from './filters';
import type { AnyProjection, Projected } from './projection';
import { StreamHistories } from './stream-histories';
import type { FactWithEarlier } from './stream-histories';

const BATCH = 2_000;
/** Unsealed side by side. */
const SLICE = 50;

/** A second copy of a view, filled beside the live one. */
export type ViewCopy = Readonly<{
  projection: AnyProjection;
  write: (changes: readonly RowChange[], upTo: Position) => Promise<void>;
  switchOver(): Promise<void>;
  abandon(): Promise<void>;
}>;

/** A write under way, which may fail while nobody waits for it yet. */
type Stored = Promise<[PromiseSettledResult<void>]>;

/** Turns facts into rows: of the live copy as they come, of a second copy from the first fact on. */
@Injectable()
export class ViewBuilder {
  constructor(
    private readonly log: FactLog,
    private readonly histories: StreamHistories,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  /** Where the live copy stands; undefined when facts wait and it was never built, or by other rules. */
  async checkpoint({ schema }: AnyProjection): Promise<Position | undefined> {
    const at = await this.readModels.open(schema);
    return at === BEGINNING && (await this.log.head()) > BEGINNING ? undefined : at;
  }

  async follow(projection: AnyProjection, facts: readonly RecordedFact[], upTo: Position): Promise<void> {
    const pairs = await this.withEarlier([projection], facts);
    const changes = rowChangesOf(projection, pairs);
    await this.readModels.write(projection.schema, isPromise(changes) ? await changes : changes, upTo);
  }

  async startCopy(projection: AnyProjection): Promise<ViewCopy> {
    const copy = await this.readModels.rebuild(projection.schema);
    return {
      projection,
      write: (changes, upTo) => copy.write(changes, upTo),
      switchOver: () => copy.switchOver(),
      abandon: () => copy.abandon(),
    };
  }

  /**
   * One pass over the log for all copies at once, up to its head. Returns how far it came. Throws when told to stop.
   * One batch is stored while the next one is worked out, so that no more than two are in memory.
   */
  async fill(copies: readonly ViewCopy[], after: Position, signal: AbortSignal): Promise<Position> {
    let reached = after;
    let storing: readonly Stored[] = [];
    const filter: FactFilter = unionOf(copies.map(({ projection }) => projection.filter));
    for await (const facts of this.log.readAll({ after, filter, batchSize: BATCH })) {
      signal.throwIfAborted();
      reached = facts.at(-1)?.position ?? reached;
      const next = await this.send(copies, facts, reached);
      await allStored(storing);
      storing = next;
    }
    await allStored(storing);
    return reached;
  }

  /** Works out what a batch changes and sends it to each copy; whatever else waits gets its turn between two views. */
  private async send(
    copies: readonly ViewCopy[],
    facts: readonly RecordedFact[],
    upTo: Position,
  ): Promise<readonly Stored[]> {
    const projections = copies.map(({ projection }) => projection);
    const pairs = await this.withEarlier(projections, facts);
    const worked: (() => Stored)[] = [];
    for (const { projection, write } of copies) {
      const projected = rowChangesOf(projection, pairs);
      const changes = isPromise(projected) ? await projected : projected;
      worked.push(() => Promise.allSettled([write(changes, upTo)]));
      await nextTurn();
    }
    // all at once, so that the copies share a transaction
    return worked.map((store) => store());
  }

  /** Each fact with the older ones of its stream where a view needs them: looked up once for all views. */
  private async withEarlier(
    projections: readonly AnyProjection[],
    facts: readonly RecordedFact[],
  ): Promise<readonly FactWithEarlier[]> {
    const needing = projections.filter(({ needsEarlier }) => needsEarlier);
    const needed = facts.filter((fact) => needing.some(({ filter }) => matchesFilter(fact, filter)));
    const known = new Map(await this.histories.withEarlier(needed));
    return facts.map((fact): FactWithEarlier => [fact, known.get(fact) ?? []]);
  }
}

const isPromise = (projected: Projected): projected is Promise<readonly RowChange[]> =>
  projected instanceof Promise;

/** No promise where no fact needs one: views that are plain functions pay nothing for those that unseal. */
const rowChangesOf = (projection: AnyProjection, pairs: readonly FactWithEarlier[]): Projected => {
  const { schema, filter, needsEarlier, project } = projection;
  const asked = pairs.filter(([fact]) => matchesFilter(fact, filter));
  const projectOne = ([fact, earlier]: FactWithEarlier): Projected =>
    project(fact, needsEarlier ? earlier : []);
  const changes: RowChange[] = [];
  for (const [at, pair] of asked.entries()) {
    const rows = projectOne(pair);
    if (isPromise(rows))
      return inSlices(
        [() => rows, ...asked.slice(at + 1).map((next) => () => projectOne(next))],
        changes,
      ).then((all) => compacted(schema, all));
    for (const row of rows) changes.push(row);
  }
  return compacted(schema, changes);
};

/** Some facts side by side, their rows in order; between two slices whatever else waits gets its turn. */
const inSlices = async (
  work: readonly (() => Projected)[],
  before: readonly RowChange[],
): Promise<readonly RowChange[]> => {
  const changes = [...before];
  for (let from = 0; from < work.length; from += SLICE) {
    const slice = work.slice(from, from + SLICE);
    const rows = await Promise.all(slice.map(async (projectOne) => projectOne()));
    for (const row of rows.flat()) changes.push(row);
    await nextTurn();
  }
  return changes;
};

/** Throws what the first failed one was rejected with. */
const allStored = async (writes: readonly Stored[]): Promise<void> => {
  for (const [result] of await Promise.all(writes)) if (result.status === 'rejected') throw result.reason;
};
