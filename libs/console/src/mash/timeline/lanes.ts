import type { NameOf } from '../parts/answers';
import { momentInWords, msOf } from '../parts/moments';
import { placementInWords } from '../parts/codes';
import { groupedBy } from '../parts/fields';
import { categoryOf } from './courses';
import type { Course, Host } from './courses';
import type { Bar, Lane, Mark } from './drawn';
import { datesInWords } from './rows';
import type { RowOf } from './rows';

export const LANE_CHOICES = ['kind', 'authority'] as const;
export type LaneChoice = (typeof LANE_CHOICES)[number];

const LANES: Readonly<Record<string, string>> = {
  placement: 'Placements',
  missing: 'Missing',
  exploitation: 'Exploitation',
  move: 'Moves of home',
};
const GAPS = 'Not known';

const PLACES: Readonly<Record<string, string>> = {
  withheld: 'kept from everyone',
  unknown: 'area not known',
  'outside-england': 'outside England',
};

export const placeInWords = ({ kind, gss }: Host, nameOf: NameOf): string =>
  gss === undefined ? (PLACES[kind] ?? 'area not known') : nameOf(gss);

const during = ({ from, to }: Course): string =>
  to === undefined
    ? `from ${momentInWords(from)}, no end on record`
    : `${momentInWords(from)} to ${momentInWords(to)}`;

const labelOf = (course: Course, nameOf: NameOf): string => {
  if (course.kind === 'placement') return course.host ? placeInWords(course.host, nameOf) : '';
  if (course.kind === 'exploitation') return 'exploitation concern';
  return course.isAbsence ? 'away' : 'missing';
};

const titleOf = (course: Course, nameOf: NameOf): string => {
  const told = `Told by ${nameOf(course.source)}.`;
  if (course.kind === 'placement') {
    const type = course.placementType === undefined ? '' : `, ${placementInWords(course.placementType)}`;
    return `Placed in ${labelOf(course, nameOf)}${type}: ${during(course)}. ${told}`;
  }
  const what =
    course.kind === 'exploitation' ? 'Exploitation concern' : course.isAbsence ? 'Away' : 'Missing';
  return `${what}: ${during(course)}. ${told}`;
};

const barOf = (course: Course, rows: readonly RowOf[], nameOf: NameOf): Bar => {
  const row = rows.find(({ entry }) => entry?.kind === 'notice' && entry.notice === course.notice)?.row.id;
  return {
    fromMs: msOf(course.from),
    ...(course.to === undefined ? {} : { toMs: msOf(course.to) }),
    look: course.isAbsence ? 'absence' : course.kind,
    label: labelOf(course, nameOf),
    title: titleOf(course, nameOf),
    ...(row === undefined ? {} : { row }),
  };
};

const gapBar = ({ row, gap }: RowOf): readonly Bar[] =>
  gap
    ? [
        {
          fromMs: msOf(gap.from),
          ...(gap.to === undefined ? {} : { toMs: msOf(gap.to) }),
          ...{ look: 'gap', label: 'not known', row: row.id },
          title: `Not known. ${datesInWords(gap.unknown)}.`,
        },
      ]
    : [];

const markTitle = ({ row, entry }: RowOf): string => {
  const duty = entry?.duty ? `: ${entry.duty.text}` : '';
  const who = row.who === '' ? '' : `, ${entry?.duty ? 'owed by ' : ''}${row.who}`;
  return `${momentInWords(row.at)}: ${row.what}${duty}${who}`;
};

const markOf = (of: RowOf): readonly Mark[] => {
  const { id: row, at, look } = of.row;
  if (at === '' || look === 'gap' || look === 'withheld') return [];
  return [{ ms: msOf(at), row, look, title: markTitle(of) }];
};

const kindOf = ({ entry }: RowOf): string => {
  if (entry?.kind === 'duty') return 'Duties';
  if (entry?.kind === 'step') return 'Answers';
  const category = categoryOf(entry?.notice ?? '');
  return LANES[category] ?? category;
};

const KINDS: readonly string[] = [...Object.values(LANES), 'Answers', 'Duties'];

type Drawable = Readonly<{ rows: readonly RowOf[]; courses: readonly Course[]; nameOf: NameOf }>;

const laneNames = (all: readonly string[]): readonly string[] => [
  ...KINDS.filter((name) => all.includes(name)),
  ...[...new Set(all)].filter((name) => !KINDS.includes(name)),
];

const byKind = ({ rows, courses, nameOf }: Drawable): readonly Lane[] => {
  const events = rows.filter(({ entry }) => entry && !entry.withheld);
  const groups = groupedBy(events, kindOf);
  const names = laneNames([...groups.keys(), ...courses.map(({ kind }) => LANES[kind] ?? kind)]);
  return names.map((name) => ({
    name,
    bars: courses.filter(({ kind }) => LANES[kind] === name).map((course) => barOf(course, rows, nameOf)),
    marks: (groups.get(name) ?? []).flatMap(markOf),
  }));
};

const byAuthority = ({ rows, courses, nameOf }: Drawable): readonly Lane[] => {
  const events = rows.filter(({ entry }) => entry && !entry.withheld);
  const groups = groupedBy(events, ({ row }) => row.who);
  const names = [...new Set([...groups.keys(), ...courses.map(({ source }) => nameOf(source))])];
  return names.map((name) => ({
    name,
    bars: courses.filter(({ source }) => nameOf(source) === name).map((each) => barOf(each, rows, nameOf)),
    marks: (groups.get(name) ?? []).flatMap(markOf),
  }));
};

/** What stands beside each other in the picture; what is not known has a lane of its own, at the end. */
export const lanesOf = (choice: LaneChoice, drawable: Drawable): readonly Lane[] => [
  ...(choice === 'kind' ? byKind(drawable) : byAuthority(drawable)),
  { name: GAPS, bars: drawable.rows.flatMap(gapBar), marks: [] },
];
