import type { StreamState } from './events';

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
  const wrong = ids.findIndex((id, index) => state?.events[from + 1 + index]?.id !== id);
  if (wrong === -1 && ids.length > 0) return heldAt(state, from + ids.length);
  const beginsAnew = wrong === 0 && expected === 'no-stream' && isSoftDeleted(state);
  return { kind: beginsAnew ? 'write' : 'wrong-expected-version', current };
};

const checkRevision = (question: Question, from: number): Decision => {
  const current = currentOf(question.state);
  if (from < current) return checkBehind(question, from);
  return { kind: from > current ? 'wrong-expected-version' : 'write', current };
};

const checkExists = (question: Question): Decision => {
  const current = currentOf(question.state);
  if (isSoftDeleted(question.state)) return { kind: 'deleted' };
  return current < 0 ? { kind: 'wrong-expected-version', current } : checkRemembered(question);
};

/**
 * What the server's index writer decides about an append. A stream that stands exactly where the writer expects it is
 * written to without a look at ids: the same ids further back in the stream are not noticed.
 */
export const checkCommit = (question: Question): Decision => {
  if (question.state?.isTombstoned === true) return { kind: 'deleted' };
  switch (question.expected) {
    case 'any':
      return checkRemembered(question);
    case 'stream-exists':
      return checkExists(question);
    case 'no-stream':
      return checkRevision(question, -1);
    default:
      return checkRevision(question, question.expected);
  }
};
