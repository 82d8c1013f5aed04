import type { LegalBasis } from './notification';
import type { Reader } from './ports/access.port';
import type { NotedRead, Purpose, RecordShown } from './ports/read-ledger.port';

/** What opens a child’s record where nothing more particular is at hand, as in lists. */
export const BASIS_OF_OWNER: LegalBasis = {
  text: 'A child of the authority’s own',
  source: 'Children Act 1989, ss 17, 22 and 47',
};
export const BASIS_OF_ADDRESSEE: LegalBasis = {
  text: 'The authority was told of the child by law',
  source: 'CPPCR Regs 2010, reg 13; Children Act 2004, s 11',
};

export const BASIS_OF_GRANT: LegalBasis = {
  text: 'Opened in an emergency, to be reviewed',
  source: 'UK GDPR art 6(1)(d), DPA 2018 sch 1 para 18',
};

/** A record that a row of a list is about; rows without a reference are about no record. */
export type RowShown = Readonly<{ recordRef?: string | null | undefined; owner: string }>;

const shownIn = ({ authority }: Reader, rows: readonly RowShown[]): readonly RecordShown[] =>
  rows.flatMap(({ recordRef, owner }) => {
    const basis = owner === authority ? BASIS_OF_OWNER : BASIS_OF_ADDRESSEE;
    return recordRef === undefined || recordRef === null ? [] : [{ recordRef, owner, basis }];
  });

/** `what`: name of the list. `said`: the purpose that the reader named, if any. */
export type ListAsked = Readonly<{ what: string; said: Purpose | undefined }>;

/** A list as the ledger takes it: without a purpose said, for the reader’s own children or as one who was told. Pure. */
export const listNoted = (
  reader: Reader,
  { what, said }: ListAsked,
  rows: readonly RowShown[],
): NotedRead => {
  const isOwn = rows.every(({ owner }) => owner === reader.authority);
  const purpose = said ?? (isOwn ? 'own-child' : 'act-on-notice');
  return { what, purpose, shown: shownIn(reader, rows), asList: true };
};
