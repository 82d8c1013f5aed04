import type { Position, RecordedFact } from '@ibex/kernel';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The authority that opened the stream's notice, and so owns the record that it is about. */
export const ownerOf = (fact: RecordedFact, earlier: readonly RecordedFact[]): string =>
  (earlier[0] ?? fact).metadata.actor.authority;

/**
 * Where in the log the stream begins. Rows are found by it rather than by the stream's name, which is random: rows of
 * notices that came one after another then stand together, and a batch of them touches few pages of a database.
 */
export const beginOf = (fact: RecordedFact, earlier: readonly RecordedFact[]): Position =>
  (earlier[0] ?? fact).position;

/** The record that the stream is about, as its first fact says. */
export const recordOf = (fact: RecordedFact, earlier: readonly RecordedFact[]): string | undefined =>
  fact.metadata.recordRef ?? earlier[0]?.metadata.recordRef;

/** When it is claimed to have happened, instant or London date; a fact that claims no time: when it was recorded. */
export const occurredAtOf = ({ data, recordedAt }: RecordedFact): string =>
  text(data['occurredAt']) ?? recordedAt;

const isHostWithheld = ({ host }: RecordedFact['data']): boolean =>
  typeof host === 'object' && host !== null && 'kind' in host && host.kind === 'withheld';

/** What one fact says of restriction; undefined when it says nothing. */
const saysRestricted = ({ data }: RecordedFact): boolean | undefined => {
  if (data['restricted'] === true || isHostWithheld(data)) return true;
  return data['restricted'] === false ? false : undefined;
};

/** Restricted: kept from everyone but the owner. The latest fact of the stream that speaks of it counts. */
export const isRestricted = (fact: RecordedFact, earlier: readonly RecordedFact[]): boolean => {
  const own = saysRestricted(fact);
  if (own !== undefined) return own;
  for (let at = earlier.length - 1; at >= 0; at -= 1) {
    const before = earlier[at];
    const said = before ? saysRestricted(before) : undefined;
    if (said !== undefined) return said;
  }
  return false;
};
