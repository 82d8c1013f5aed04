import { isCivilDate } from '@ibex/kernel';
import type { Version } from './agreement.words';

export type DraftClause = Version['clauses'][number];
/** An agreement on its way to be proposed. `agreement`: the one that this would be a new version of. */
export type Draft = Readonly<{
  agreement?: string;
  sent?: string;
  title: string;
  purpose: string;
  legalBasis: string;
  parties: readonly string[];
  from: string;
  to: string;
  clauses: readonly DraftClause[];
}>;

export const emptyDraft = (authority: string): Draft => ({
  ...{ title: '', purpose: '', legalBasis: '', parties: [authority], from: '', to: '', clauses: [] },
});

/** A new version begins with what the newest says. */
export const draftFrom = (agreement: string, version: Version): Draft => {
  const { title, purpose, legalBasis, parties, from, to, clauses } = version;
  return { agreement, title, purpose, legalBasis, parties, from, to, clauses };
};

/** Codec: what the console itself has kept. */
export const toDraft = (kept: unknown): Draft => kept as Draft;

/** An id that no clause has yet. */
export const nextClauseId = ({ clauses }: Draft): string => {
  const taken = new Set(clauses.map(({ id }) => id));
  let count = clauses.length + 1;
  while (taken.has(`clause-${String(count)}`)) count += 1;
  return `clause-${String(count)}`;
};

export const isWhole = (draft: Draft): boolean =>
  draft.title !== '' &&
  draft.purpose !== '' &&
  draft.legalBasis !== '' &&
  draft.parties.length > 1 &&
  isCivilDate(draft.from) &&
  isCivilDate(draft.to) &&
  draft.clauses.length > 0;

/** The body that the exchange is sent. */
export const termsOf = ({ title, purpose, legalBasis, parties, from, to, clauses }: Draft) => ({
  ...{ title, purpose, legalBasis, from, to },
  parties: [...parties],
  clauses: [...clauses],
});
