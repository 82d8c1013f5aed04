import type { Shown } from '../output';
import type { Column } from './columns';

const field = (header: string, name = header): Column => ({ header, of: (item) => item[name] });

const isShown = (value: unknown): value is Shown =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Who the child is, to whom may know; the reference where nothing is left of it. */
const childOf = ({ child, recordRef }: Shown): unknown => {
  if (!isShown(child)) return recordRef;
  const name = [child['forename'], child['surname']].filter((part) => typeof part === 'string').join(' ');
  return name === '' ? recordRef : name;
};

/** Which lists there are. */
export const WORKLISTS: readonly Column[] = [field('list', 'name'), field('lines'), field('what', 'title')];

/** One list. */
export const WORKLIST: readonly Column[] = [
  { header: 'child', of: childOf },
  field('what', 'kind'),
  field('since'),
  field('days'),
  { header: 'due', of: ({ dueAt }) => dueAt, isDeadline: true },
  { header: 'late', of: ({ late }) => (late === true ? 'late' : '') },
  field('days to 18', 'daysTo18'),
  field('episodes in 90 days', 'episodesIn90Days'),
  field('owner', 'ownerName'),
  field('other side', 'otherName'),
  field('notice'),
];

const counted = (cell: Shown): unknown => cell['count'] ?? cell['suppressed'];

/** One line for each area and quarter, one column for each category; `c` stands for what is suppressed. */
export const trendRows = (quarters: readonly Shown[]): readonly Shown[] =>
  quarters.flatMap(({ quarter, areas }) =>
    (Array.isArray(areas) ? areas.filter(isShown) : []).map((area) => ({
      quarter,
      area: area['name'],
      total: counted(area),
      ...Object.fromEntries(
        (Array.isArray(area['cells']) ? area['cells'].filter(isShown) : []).map((cell) => [
          String(cell['category']),
          counted(cell),
        ]),
      ),
    })),
  );

/** Months differ from quarter to quarter: those of all rows, in the order in which they come. */
export const trendColumns = (rows: readonly Shown[]): readonly Column[] =>
  [...new Set(rows.flatMap((row) => Object.keys(row)))].map((header) => field(header));
