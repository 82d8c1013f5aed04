import type { LegalBasis, RecordedFact, RowChange } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';
import { LOOK_CATEGORY, READ_CATEGORY, isReadFact } from '../domain/read.events';
import type { ReadFact } from '../domain/read.events';
import { MET_CATEGORY } from '../../search/domain/search.events';
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
  ...{ authority: actor.authority, byAuthority: actor.authority, person: actor.person, role: actor.role },
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

/** For the owner alone: whoever searched must not learn that there is such a record. */
const ofMet = (fact: RecordedFact): readonly RowChange[] => {
  const { data, metadata } = fact;
  const { owner, purpose } = data;
  if (fact.type !== 'RestrictedMet' || metadata.recordRef === undefined) return [];
  const named = { what: 'search-met-restricted', purpose: String(purpose) };
  const basis = { text: 'Restricted: nothing was shown', source: 'UK GDPR art 5(1)(f)' };
  const row = toRow(fact, named, { recordRef: metadata.recordRef, owner: String(owner), basis });
  return [put({ ...row, authority: '', told: 1 })];
};

/** Who looked at which record, for those whose record it is and those whose people looked. */
export const readsProjection: Projection = {
  schema: READS_SCHEMA,
  filter: { categories: [READ_CATEGORY, LOOK_CATEGORY, MET_CATEGORY] },
  project: (fact) => {
    if (fact.category === MET_CATEGORY) return ofMet(fact);
    return isReadFact(fact) ? ofFact(fact) : [];
  },
};
