import type { LegalBasis } from '@ibex/kernel';
import { grouped } from '../shared/grouped';
import { seenBy } from '../shared/seen-by.rule';
import type { Onlooker } from '../shared/seen-by.rule';
import type { ChronologyEntryRow, ChronologyToldRow } from './child-chronology.schema';

/** `told`: whom its reader may see told of it. `basis`: on which this reader sees it. */
export type SeenEntry = Readonly<{
  row: ChronologyEntryRow;
  told: readonly ChronologyToldRow[];
  basis: LegalBasis;
}>;
export type SeenEntries = Readonly<{ shown: readonly SeenEntry[]; isWithheld: boolean }>;

/** What a reader sees of one record's facts. Of what is restricted, only that there is some. */
export const seenEntries = (
  rows: readonly ChronologyEntryRow[],
  told: readonly ChronologyToldRow[],
  by: Onlooker,
): SeenEntries => {
  const toldAt = grouped(told, ({ position }) => position);
  const own = grouped(
    told.filter(({ authority }) => authority === by.authority),
    ({ stream }) => stream,
  );
  const verdicts = rows.map((row) => [row, seenBy(row, own.get(row.stream) ?? [], by)] as const);
  const shown = verdicts.flatMap(([row, basis]): readonly SeenEntry[] => {
    if (basis === undefined || basis === 'withheld') return [];
    const those = toldAt.get(row.position) ?? [];
    const mayName =
      by.sight.sight === 'owner' ? those : those.filter((one) => one.authority === by.authority);
    return [{ row, told: mayName, basis }];
  });
  return { shown, isWithheld: verdicts.some(([, verdict]) => verdict === 'withheld') };
};
