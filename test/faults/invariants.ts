import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Call } from './load';

export type LogRow = Readonly<{
  position: number;
  stream: string;
  revision: number;
  id: string;
  type: string;
  command: string;
}>;
export type EntryRow = Readonly<{ authority: string; sequence: number; factId: string }>;

type Row = Readonly<Record<string, unknown>>;
const rowsOf = (file: string, sql: string): readonly Row[] => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
};

export const repeatsIn = (values: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
};

const positionsInOrder = (log: readonly LogRow[]): readonly string[] => {
  const gaps = log.filter((row, i) => row.position !== (log[0]?.position ?? 0) + i);
  return gaps
    .slice(0, 3)
    .map(({ position }) => `I4 position ${String(position)} is not next to its neighbour`);
};

export const revisionsInOrder = (log: readonly LogRow[]): readonly string[] => {
  const next = new Map<string, number>();
  return log.flatMap(({ stream, revision }) => {
    const expected = next.get(stream) ?? 0;
    next.set(stream, revision + 1);
    return revision === expected
      ? []
      : [`I4 ${stream} has revision ${String(revision)}, expected ${String(expected)}`];
  });
};

export const commandsOnce = (log: readonly LogRow[], calls: readonly Call[]): readonly string[] => {
  const notified = log.filter(({ type }) => type === 'PlacementNotified');
  const byStream = new Map(notified.map((row) => [row.stream, row]));
  const lost = calls.flatMap(({ outcome, answer, key }) => {
    if (outcome !== 'ok' || answer === undefined) return [];
    const row = byStream.get(`placement-${answer.id}`);
    if (row === undefined) return [`I1 acknowledged command ${key} is not in the log`];
    return row.position === answer.position
      ? []
      : [`I1 command ${key} stands elsewhere than its receipt says`];
  });
  const twice = repeatsIn(notified.map(({ command }) => command)).map(
    (id) => `I3 command ${id} is in the log twice`,
  );
  const tooMany =
    notified.length > calls.length ? [`I2 more facts (${String(notified.length)}) than commands sent`] : [];
  return [...lost, ...twice, ...tooMany];
};

export const mailboxesComplete = (
  log: readonly LogRow[],
  entries: readonly EntryRow[],
  calls: readonly Call[],
): readonly string[] => {
  const faults = repeatsIn(entries.map(({ authority, factId }) => `${authority} ${factId}`)).map(
    (one) => `I6 told twice: ${one}`,
  );
  const next = new Map<string, number>();
  for (const { authority, sequence } of entries) {
    const expected = (next.get(authority) ?? 0) + 1;
    if (sequence !== expected) faults.push(`I6 mailbox of ${authority} jumps to ${String(sequence)}`);
    next.set(authority, sequence);
  }
  const told = new Set(entries.map(({ authority, factId }) => `${factId} ${authority}`));
  const factOf = new Map(
    log.filter(({ type }) => type === 'PlacementNotified').map((row) => [row.stream, row.id]),
  );
  const untold = calls.filter(({ answer, host }) => {
    const fact = answer === undefined ? undefined : factOf.get(`placement-${answer.id}`);
    return fact !== undefined && !told.has(`${fact} ${host}`);
  });
  return [...faults, ...untold.map(({ key, host }) => `I6 ${host} was not told of ${key}`)];
};

/**
 * Holds what the stores say against what the clients were told (invariants I1 to I4 and I6). The exchange must have
 * caught up. Empty: all hold.
 */
export const brokenInvariants = (home: string, calls: readonly Call[]): readonly string[] => {
  const file = join(home, 'log.sqlite');
  if (!existsSync(file)) return ['there is no log'];
  const log = rowsOf(
    file,
    `SELECT position, stream, revision, id, type, metadata ->> '$.commandId' AS command FROM facts ORDER BY position`,
  ) as unknown as readonly LogRow[];
  const entries = rowsOf(
    join(home, 'views.sqlite'),
    'SELECT authority, sequence, fact_id AS factId FROM mailbox_entries ORDER BY authority, sequence',
  ) as unknown as readonly EntryRow[];
  return [
    ...positionsInOrder(log),
    ...revisionsInOrder(log),
    ...commandsOnce(log, calls),
    ...mailboxesComplete(log, entries, calls),
  ];
};

const named = (row: Readonly<Record<string, unknown>>): string => String(row['name']);

/** Every row of every live view, as text, to compare before and after a rebuild from zero (I5). */
export const viewRows = (home: string): Readonly<Record<string, readonly string[]>> => {
  const file = join(home, 'views.sqlite');
  const views = rowsOf(file, `SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name`);
  return Object.fromEntries(
    views.map((view) => {
      const rows = rowsOf(file, `SELECT * FROM "${named(view)}"`);
      return [named(view), rows.map((row) => JSON.stringify(row)).sort()];
    }),
  );
};
