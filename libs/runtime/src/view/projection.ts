import type { FactFilter, RecordedFact, RowChange, ViewSchema } from '@ibex/kernel';

/** A promise only where a fact must be unsealed first. */
export type Projected = readonly RowChange[] | Promise<readonly RowChange[]>;

/**
 * A view as a function: which facts it listens to and which rows each of them changes. Pure; the same facts always
 * give the same rows. `earlier` holds the older facts of the same stream when `needsEarlier`, else nothing. Where it
 * promises its rows, the facts of a batch are worked out side by side; their rows stay in the order of the facts.
 */
export type Projection<P extends Projected = readonly RowChange[]> = Readonly<{
  schema: ViewSchema;
  filter: FactFilter;
  needsEarlier?: boolean;
  project(fact: RecordedFact, earlier: readonly RecordedFact[]): P;
}>;
export type AnyProjection = Projection<Projected>;
