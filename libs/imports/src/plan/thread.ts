import { createHash } from 'node:crypto';
import type { ReturnFile } from '../ssda903/return-files';

export type RowRef = Readonly<{ file: ReturnFile; line: number }>;
export type PlannedCommand = Readonly<{
  action: string;
  key: string;
  body: Readonly<Record<string, unknown>>;
}>;

/**
 * What happens to one notice: its commands in order, the first of which opens it unless `id` names one that is there.
 * No commands: the exchange holds it already as the return has it.
 */
export type Thread = Readonly<{
  id?: string;
  commands: readonly PlannedCommand[];
  /** The rows of the return that it was made of. */
  rows: readonly RowRef[];
}>;

/** Stable over runs: a digest of everything that makes the command what it is. */
export const keyOf = (...parts: readonly unknown[]): string =>
  `ssda903-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)}`;

export const planned = (
  action: string,
  body: Readonly<Record<string, unknown>>,
  ...basis: readonly unknown[]
): PlannedCommand => ({ action, key: keyOf(action, body, ...basis), body });

/** Leaves out what the return does not say, so that bodies hold no empty fields. */
export const said = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
