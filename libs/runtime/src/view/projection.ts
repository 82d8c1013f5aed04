import type { FactFilter, RecordedFact, RowChange, ViewSchema } from '@ibex/kernel';

/**
 * A view as a function: which facts it listens to and which rows each of them changes. Pure; the same facts always
 * give the same rows. `earlier` holds the older facts of the same stream when `needsEarlier`, else nothing.
 */
export type Projection = Readonly<{
  schema: ViewSchema;
  filter: FactFilter;
  needsEarlier?: boolean;
  project(fact: RecordedFact, earlier: readonly RecordedFact[]): readonly RowChange[];
}>;
