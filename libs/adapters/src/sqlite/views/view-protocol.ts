import type { Position, ViewSchema } from '@ibex/kernel';

/** The columns that a run of changes names; `put` always names every column of its table. */
export type ChangeShape = Readonly<{
  op: 'put' | 'patch' | 'delete';
  table: string;
  where: readonly string[];
  set: readonly string[];
}>;

/** Changes without their column names: JSON of [shape, value, value, …, shape, value, …]. */
export type ChangeBatch = Readonly<{ shapes: readonly ChangeShape[]; values: string }>;

export type ViewRequest =
  | Readonly<{ kind: 'open'; view: ViewSchema }>
  | Readonly<{ kind: 'rebuild'; view: ViewSchema }>
  | Readonly<{
      kind: 'write';
      view: string;
      /** The live copy of a version, or one copy that is being built. */
      copy: Readonly<{ version: number }> | Readonly<{ generation: number }>;
      batch: ChangeBatch;
      upTo: Position;
    }>
  | Readonly<{ kind: 'switch' | 'abandon'; view: string; generation: number }>;

export type OpenAnswer = Readonly<{ checkpoint: Position | null }>;
export type RebuildAnswer = Readonly<{ generation: number }>;

/** `neighbour`: a file of another writer, whose write-ahead log is brought into it here. */
export type ViewsFileOptions = Readonly<{ file: string; neighbour?: string | undefined }>;
