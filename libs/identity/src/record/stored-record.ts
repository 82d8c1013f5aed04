import type { ChildRecord, RecordedFact, Revision } from '@ibex/kernel';
import { recordDecider } from './record.decider';
import type { RecordState } from './record.decider';
import type { RecordFact } from './record.events';

export type StoredRecord = Readonly<{
  record: ChildRecord;
  identityDigest: string;
  state: RecordState;
  revision: Revision;
}>;

/** A stored fact as the rules know it; undefined for a type that this version has not heard of. */
const toRecordFact = ({ type, data }: RecordedFact): RecordFact | undefined => {
  const { owner, identityDigest } = data;
  if (typeof identityDigest !== 'string') return undefined;
  if (type === 'RecordIdentityUpdated') return { type, data: { identityDigest } };
  if (type === 'RecordIntroduced' && typeof owner === 'string')
    return { type, data: { owner, identityDigest } };
  return undefined;
};

const foldOne = (state: RecordState, stored: RecordedFact): RecordState => {
  const fact = toRecordFact(stored);
  return fact ? recordDecider.evolve(state, fact) : state;
};

/** What a record's stream says; undefined for a stream without facts. */
export const foldRecord = (recordRef: string, history: readonly RecordedFact[]): StoredRecord | undefined => {
  const [first] = history;
  const state = history.reduce(foldOne, recordDecider.initialState);
  if (!first || state.phase === 'unknown') return undefined;
  return {
    record: { recordRef, owner: state.owner, introducedAt: first.recordedAt },
    identityDigest: state.identityDigest,
    state,
    revision: history.length - 1,
  };
};

/** The newest sealed part. */
export const latestSealed = (
  history: readonly RecordedFact[],
): Readonly<{ id: string; sealed: string }> | undefined => {
  const latest = history.findLast(({ sealed }) => sealed !== undefined);
  return latest?.sealed === undefined ? undefined : { id: latest.id, sealed: latest.sealed };
};
