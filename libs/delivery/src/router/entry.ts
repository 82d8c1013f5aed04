import type { Addressee, NewEntry, RecordedFact } from '@ibex/kernel';
import type { Telling } from './addressed.rule';

const occurredAtOf = ({ data, recordedAt }: RecordedFact): string =>
  typeof data['occurredAt'] === 'string' ? data['occurredAt'] : recordedAt;

/** The record that a notice is about: its first fact names it. */
const recordOf = (fact: RecordedFact, earlier: readonly RecordedFact[]): string =>
  fact.metadata.recordRef ?? earlier[0]?.metadata.recordRef ?? fact.stream;

/** What one fact puts into one mailbox. Built from open data alone. */
export const toEntry = (
  told: Readonly<{ fact: RecordedFact; earlier: readonly RecordedFact[]; telling: Telling }>,
  addressee: Addressee,
  entryId: string,
): NewEntry => {
  const { fact, earlier, telling } = told;
  return {
    ...addressee,
    entryId,
    factId: fact.id,
    stream: fact.stream,
    recordRef: recordOf(fact, earlier),
    type: telling.type,
    messageVersion: telling.messageVersion,
    from: fact.metadata.actor.authority,
    occurredAt: occurredAtOf(fact),
    recordedAt: fact.recordedAt,
    position: fact.position,
  };
};
