import type { LegalBasis, RecordedFact, RowChange } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';
import { LOOK_CATEGORY, READ_CATEGORY, isReadFact } from '../domain/read.events';
import type { ReadFact } from '../domain/read.events';
import { READS_SCHEMA } from './reads.schema';
import type { ReadRow } from './reads.schema';

type Look = Readonly<{ recordRef: string; owner: string; basis: LegalBasis | undefined }>;
type Named = Readonly<{ what: string; purpose: string }>;

const toRow = (
  { position, recordedAt, metadata: { actor }, type, id }: RecordedFact,
  { what, purpose }: Named,
  { recordRef, owner, basis }: Look,
): ReadRow => ({
  ...{ position, recordRef, owner, what, purpose },
  ...{ authority: actor.authority, person: actor.person, role: actor.role },
  ...{ basisText: basis?.text ?? '', basisSource: basis?.source ?? '' },
  ...{ at: recordedAt, lastAt: recordedAt, lastPosition: position },
  listId: type === 'RecordsListed' ? id : null,
  told: type === 'RecordRead' ? 1 : 0,
});

const put = (row: ReadRow): RowChange => ({ op: 'put', table: 'reads', row });

const ofFact = (fact: RecordedFact & ReadFact): readonly RowChange[] => {
  const { type, data, recordedAt, position, metadata } = fact;
  if (type === 'RecordsListed') {
    const { bases, shown } = data;
    return shown.map(([recordRef, owner, at]) =>
      put(toRow(fact, data, { recordRef, owner, basis: bases[at] })),
    );
  }
  if (type === 'RecordsListedAgain') {
    const set = { lastAt: recordedAt, lastPosition: position };
    return [{ op: 'patch', table: 'reads', where: { listId: data.sameAs }, set }];
  }
  const { recordRef } = metadata;
  return recordRef === undefined ? [] : [put(toRow(fact, data, { recordRef, ...data }))];
};

/** Who looked at which record, for those whose record it is and those whose people looked. */
export const readsProjection: Projection = {
  schema: READS_SCHEMA,
  filter: { categories: [READ_CATEGORY, LOOK_CATEGORY] },
  project: (fact) => (isReadFact(fact) ? ofFact(fact) : []),
};
