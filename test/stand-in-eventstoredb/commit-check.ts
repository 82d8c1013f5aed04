import type { StreamState } from './log-book';

export type Expected = 'any' | 'stream-exists' | 'no-stream' | number;

export type Decision =
  | Readonly<{ kind: 'write'; current: number }>
  | Readonly<{ kind: 'written'; last: number; position: number | undefined }>
  | Readonly<{ kind: 'idempotent'; last: number; position: number | undefined }>
  | Readonly<{ kind: 'wrong-expected-version'; current: number }>
  | Readonly<{ kind: 'deleted' }>;

export type Question = Readonly<{
  stream: string;
  state: StreamState | undefined;
  recent: ReadonlyMap<string, Readonly<{ stream: string; revision: number }>>;
  expected: Expected;
  ids: readonly string[];
}>;

const currentOf = (state: StreamState | undefined): number => state?.events.at(-1)?.revision ?? -1;
const isSoftDeleted = (state: StreamState | undefined): boolean =>
  state !== undefined && state.truncatedBefore > currentOf(state);

const heldAt = (state: StreamState | undefined, revision: number): Decision => ({
  kind: 'idempotent',
  last: revision,
  position: state?.events[revision]?.position,
});

/** With no revision to go by, the server knows only the ids that its writer still remembers: best effort. */
const checkRemembered = ({ stream, state, recent, ids }: Question): Decision => {
  const current = currentOf(state);
  let last = -1;
  for (const id of ids) {
    const known = recent.get(id);
    if (known?.stream !== stream)
      return last === -1 ? { kind: 'write', current } : { kind: 'wrong-expected-version', current };
    last = known.revision;
  }
  return last === -1 ? { kind: 'write', current } : heldAt(state, last);
};

/** Behind the stream: idempotent when the very ids follow the expected revision, otherwise refused. */
const checkBehind = ({ state, ids, expected }: Question, from: number): Decision => {
  const current = currentOf(state);
  for (const [index, id] of ids.entries()) {
    if (state?.events[from + 1 + index]?.id === id) continue;
    if (index === 0 && expected === 'no-stream' && isSoftDeleted(state)) return { kind: 'write', current };
    return { kind: 'wrong-expected-version', current };
  }
  return ids.length === 0 ? { kind: 'wrong-expected-version', current } : heldAt(state, from + ids.length);
};

/**
 * What the server's index writer decides about an append. A stream that stands exactly where the writer expects it is
 * written to without a look at ids: the same ids further back in the stream are not noticed.
 */
export const checkCommit = (question: Question): Decision => {
  const { state, expected } = question;
  const current = currentOf(state);
  if (state?.isTombstoned === true) return { kind: 'deleted' };
  if (expected === 'stream-exists' && isSoftDeleted(state)) return { kind: 'deleted' };
  if (expected === 'stream-exists' && current < 0) return { kind: 'wrong-expected-version', current };
  if (expected === 'any' || expected === 'stream-exists') return checkRemembered(question);
  const from = expected === 'no-stream' ? -1 : expected;
  if (from < current) return checkBehind(question, from);
  return from > current ? { kind: 'wrong-expected-version', current } : { kind: 'write', current };
};
