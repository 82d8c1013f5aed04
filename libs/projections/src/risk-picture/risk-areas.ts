import { londonDateOf } from '@ibex/kernel';
import type { RecordedFact } from '@ibex/kernel';
import { isRestricted, ownerOf, recordOf } from '../shared/stored-fact';
import { areasIn, dateIn, dayOf, hostIn, momentIn, partIn, textIn } from './fact-fields';
import type { RiskAreaRow } from './risk-picture.schema';

type What = 'missing' | 'exploitation' | 'placed';
type Named = Readonly<{ what: What; onDay: string; areas: readonly string[] }>;

const one = (gss: string | undefined): readonly string[] => (gss === undefined ? [] : [gss]);

const missingAreas = ({ data }: RecordedFact): readonly string[] => [
  ...areasIn(data, 'areasAtRisk'),
  ...areasIn(data, 'newAreasAtRisk'),
  ...one(textIn(data, 'area')),
  ...one(textIn(partIn(data, 'end') ?? {}, 'area')),
];

const placedIn = ({ data }: RecordedFact): readonly string[] => {
  const host = hostIn(data);
  return host?.kind === 'authority' ? [host.gss] : [];
};

const OF: Readonly<Record<string, (fact: RecordedFact) => Named | undefined>> = {
  missing: (fact) => {
    const when = momentIn(fact.data, 'when') ?? momentIn(fact.data, 'lastSeen');
    const onDay = when ? dayOf(when) : londonDateOf(fact.recordedAt);
    return { what: 'missing', onDay, areas: missingAreas(fact) };
  },
  exploitation: (fact) => {
    const onDay = dateIn(fact.data, 'raisedOn') ?? londonDateOf(fact.recordedAt);
    const areas = [...areasIn(fact.data, 'areas'), ...areasIn(fact.data, 'newAreas')];
    return { what: 'exploitation', onDay, areas };
  },
  placement: (fact) => {
    const onDay = dateIn(fact.data, 'changedOn') ?? dateIn(fact.data, 'startsOn');
    return onDay === undefined ? undefined : { what: 'placed', onDay, areas: placedIn(fact) };
  },
};

const namedIn = (fact: RecordedFact): readonly Named[] => {
  const named = OF[fact.category]?.(fact);
  return named && named.areas.length > 0 ? [named] : [];
};

/**
 * The areas that a notice names, as it stands after its latest fact: none once it is recalled or restricted. Told with
 * every fact anew, so that a correction that names areas replaces those named before it.
 */
export const areaRowsOf = (notice: readonly RecordedFact[]): readonly RiskAreaRow[] => {
  const [first] = notice;
  const last = notice.at(-1);
  if (!first || !last || last.type.endsWith('Withdrawn')) return [];
  const recordRef = recordOf(last, notice);
  if (recordRef === undefined || isRestricted(last, notice.slice(0, -1))) return [];
  const from = notice.findLastIndex(({ type, data }) => type.endsWith('Corrected') && 'areas' in data);
  const standing = notice.slice(Math.max(from, 0));
  const rows = standing.flatMap(namedIn).flatMap(({ what, onDay, areas }) =>
    areas.map((area) => ({
      begins: first.position,
      ...{ area, what, onDay, recordRef },
      owner: ownerOf(last, notice),
    })),
  );
  return [...new Map(rows.map((row) => [`${row.area} ${row.what} ${row.onDay}`, row])).values()];
};
