import type { Fact, LegalBasis, RecordedFact } from '@ibex/kernel';

/** `what`: name of the view or route. `basis`: what opened the record to the reader. The reader is the fact's actor. */
type Look = Readonly<{ owner: string; what: string; purpose: string; basis: LegalBasis }>;

/** The first look of a London day at a record by somebody of another authority: its owner is told. */
export type RecordRead = Fact<'RecordRead', Look>;
/** A further look that day by somebody of the same authority. */
export type RecordReadAgain = Fact<'RecordReadAgain', Look>;
/** Somebody of the owner’s own looked. */
export type OwnRecordRead = Fact<'OwnRecordRead', Look>;

/** `basis`: its place in `bases`. */
export type ListedRecord = readonly [recordRef: string, owner: string, basis: number];

/** Rows of a list: one fact for all of them. `digest`: of what it shows, to know the same list again. */
export type RecordsListed = Fact<
  'RecordsListed',
  Readonly<{
    what: string;
    purpose: string;
    digest: string;
    bases: readonly LegalBasis[];
    shown: readonly ListedRecord[];
  }>
>;
/** The same person saw the same rows again that day. `sameAs`: id of the fact that names them. */
export type RecordsListedAgain = Fact<'RecordsListedAgain', Readonly<{ sameAs: string; digest: string }>>;

export type LookFact = RecordReadAgain | OwnRecordRead | RecordsListed | RecordsListedAgain;
export type ReadFact = RecordRead | LookFact;

/** What owners are told of. One stream for a record, a London day and an authority that looked, with one fact. */
export const READ_CATEGORY = 'reads';
/** What is on record alone. Apart from what is told, so that no router has to pass over it. */
export const LOOK_CATEGORY = 'looks';

export const READ_MESSAGE = 'uk.ibex.access.record-read';

const TYPES: Readonly<Record<ReadFact['type'], true>> = {
  RecordRead: true,
  RecordReadAgain: true,
  OwnRecordRead: true,
  RecordsListed: true,
  RecordsListedAgain: true,
};

/** A recorded fact of these streams, typed: they hold only what their decider accepted. */
export const isReadFact = (fact: RecordedFact): fact is RecordedFact & ReadFact =>
  Object.hasOwn(TYPES, fact.type);
