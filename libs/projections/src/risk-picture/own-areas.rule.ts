import type { CivilDate } from '@ibex/kernel';
import { grouped } from '../shared/grouped';
import type { PictureFact } from './picture';
import { areaRowsOf } from './risk-areas';

export type OwnArea = Readonly<{ area: string; what: 'missing' | 'exploitation' | 'placed' }>;

const asRecorded = ({ factId, recordedAt, ...fact }: PictureFact, revision: number) => ({
  ...fact,
  ...{ id: factId, recordedAt, revision },
  metadata: {
    ...{ commandId: '', commandDigest: '', correlationId: '', schemaVersion: 1 },
    actor: { authority: fact.source, person: '', role: '' },
    recordRef: fact.recordRef,
  },
});

const isWhat = (what: string): what is OwnArea['what'] =>
  what === 'missing' || what === 'exploitation' || what === 'placed';

/** The areas that a reader sees named for this child within some days, each once. */
export const ownAreasOf = (
  facts: readonly PictureFact[],
  { from, to }: Readonly<{ from: CivilDate; to: CivilDate }>,
): readonly OwnArea[] => {
  const rows = [...grouped(facts, ({ stream }) => stream).values()]
    .flatMap((notice) => areaRowsOf(notice.map(asRecorded)))
    .filter(({ onDay }) => onDay >= from && onDay < to);
  const areas = rows.flatMap(({ area, what }) => (isWhat(what) ? [{ area, what }] : []));
  return [...new Map(areas.map((each) => [`${each.what} ${each.area}`, each])).values()].toSorted((a, b) =>
    `${a.what} ${a.area}` < `${b.what} ${b.area}` ? -1 : 1,
  );
};
