import type { LegalBasis, RecordSight } from '@ibex/kernel';
import { grouped } from '../shared/grouped';
import type { ChronologyEntryRow, ChronologyToldRow } from './child-chronology.schema';

/** Whose eyes, and what the policy says that they may see of one record. */
export type Onlooker = Readonly<{ authority: string; sight: RecordSight }>;

/** `told`: whom its reader may see told of it. `basis`: on which this reader sees it. */
export type SeenEntry = Readonly<{
  row: ChronologyEntryRow;
  told: readonly ChronologyToldRow[];
  basis: LegalBasis;
}>;
export type SeenEntries = Readonly<{ shown: readonly SeenEntry[]; isWithheld: boolean }>;

const NO_BASIS: LegalBasis = { text: 'Relation to the child', source: 'Children Act 2004, s 11' };
const OWN_DEED = 'Told by the authority that asks';

/** What the sight of a record as a whole rests on. */
export const basisOf = ({ sight, relations }: RecordSight): LegalBasis =>
  (relations.find(({ kind }) => kind === sight) ?? relations[0])?.basis ?? NO_BASIS;

type Verdict = 'shown' | 'withheld' | LegalBasis | undefined;
type Told = readonly ChronologyToldRow[];

const toBasis = (told: ChronologyToldRow): LegalBasis => ({ text: told.basis, source: told.basisSource });

/** `own`: what this reader was told of the notice, in order. Undefined: not for its eyes, and not to be mentioned. */
const toAddressee = (row: ChronologyEntryRow, own: Told, authority: string): Verdict => {
  const [first] = own;
  if (!first) return undefined;
  const ofIt = own.find(({ position }) => position === row.position);
  if (ofIt) return toBasis(ofIt);
  if (row.source === authority) return { text: OWN_DEED, source: first.basisSource };
  if (row.restricted === 1) return 'withheld';
  return row.position < first.position ? toBasis(first) : undefined;
};

const verdictOn = (row: ChronologyEntryRow, own: Told, { authority, sight }: Onlooker): Verdict => {
  switch (sight.sight) {
    case 'owner':
      return 'shown';
    case 'grant':
      return row.restricted === 1 ? 'withheld' : 'shown';
    case 'addressee':
      return toAddressee(row, own, authority);
    case 'none':
      return undefined;
  }
};

/**
 * What a reader sees of one record's facts. An owner: all. With the glass broken: all but what is restricted. An
 * addressee, of each notice: what led up to the first fact that it was told of, each fact that it was told of, and what
 * it did itself; an authority that is no longer told learns nothing new. Of what is restricted, only that there is some.
 */
export const seenEntries = (rows: readonly ChronologyEntryRow[], told: Told, by: Onlooker): SeenEntries => {
  const toldAt = grouped(told, ({ position }) => position);
  const own = grouped(
    told.filter(({ authority }) => authority === by.authority),
    ({ stream }) => stream,
  );
  const verdicts = rows.map((row) => [row, verdictOn(row, own.get(row.stream) ?? [], by)] as const);
  const shown = verdicts.flatMap(([row, verdict]): readonly SeenEntry[] => {
    if (verdict === undefined || verdict === 'withheld') return [];
    const those = toldAt.get(row.position) ?? [];
    const mayName =
      by.sight.sight === 'owner' ? those : those.filter((one) => one.authority === by.authority);
    return [{ row, told: mayName, basis: verdict === 'shown' ? basisOf(by.sight) : verdict }];
  });
  return { shown, isWithheld: verdicts.some(([, verdict]) => verdict === 'withheld') };
};
