import type { Entry } from '../parts/answers';
import { fieldsIn, groupedBy, momentIn, textIn } from '../parts/fields';
import type { Fields } from '../parts/fields';

/** Something that lasted. `from`, `to`: London date or instant; without `to` it goes on. */
export type Course = Readonly<{
  kind: 'placement' | 'missing' | 'exploitation';
  notice: string;
  /** Authority that told it, GSS code. */
  source: string;
  from: string;
  to?: string;
  /** Of a placement: where. */
  host?: Host;
  /** SSDA903 code, where it says. */
  placementType?: string;
  /** Of a missing episode: away without authorisation, and the place was known. */
  isAbsence?: true;
}>;
export type Host = Readonly<{ kind: string; gss?: string; code?: string }>;

export const hostIn = (data: Fields | undefined): Host => {
  const host = fieldsIn(data, 'host');
  const [gss, code] = [textIn(host, 'gss'), textIn(host, 'code')];
  return {
    kind: textIn(host, 'kind') ?? 'unknown',
    ...(gss === undefined ? {} : { gss }),
    ...(code === undefined ? {} : { code }),
  };
};

type Told = Readonly<{ type: string; data: Fields; source: string; notice: string }>;
type Fold = (courses: readonly Course[], told: Told) => readonly Course[];

const endedAt = (courses: readonly Course[], to: string | undefined): readonly Course[] =>
  to === undefined
    ? courses
    : courses.map((course, at) => (at === courses.length - 1 ? { ...course, to } : course));

const stay = ({ data, source, notice }: Told, from: string | undefined): readonly Course[] => {
  const placementType = textIn(data, 'placementType');
  const type = placementType === undefined ? {} : { placementType };
  return from === undefined ? [] : [{ kind: 'placement', notice, source, from, host: hostIn(data), ...type }];
};

/** The carer moved, and the child with them: the same placement goes on in another area. */
const moved = (courses: readonly Course[], told: Told): readonly Course[] => {
  const from = textIn(told.data, 'changedOn');
  const next = stay(told, from).map((course) => ({ ...course, ...typeOf(courses) }));
  return from === undefined ? courses : [...endedAt(courses, from), ...next];
};

const typeOf = (courses: readonly Course[]): Pick<Course, 'placementType'> => {
  const placementType = courses.at(-1)?.placementType;
  return placementType === undefined ? {} : { placementType };
};

/** A correction says the whole as it should have been; of the hosts before a move of the carer it says nothing. */
const corrected = (courses: readonly Course[], told: Told): readonly Course[] => {
  const { data } = told;
  const changedOn = textIn(data, 'changedOn');
  const startsOn = textIn(data, 'startsOn');
  const first = courses[0];
  const before =
    changedOn !== undefined && first ? [{ ...first, from: startsOn ?? first.from, to: changedOn }] : [];
  const last = stay(told, changedOn ?? startsOn ?? first?.from);
  return endedAt([...before, ...last], textIn(data, 'endedOn'));
};

const placement: Fold = (courses, told) => {
  const { type, data } = told;
  if (type === 'PlacementNotified') return stay(told, textIn(data, 'startsOn'));
  if (type === 'PlacementWithdrawn') return [];
  if (courses.length === 0) return courses;
  if (type === 'PlacementChanged') return moved(courses, told);
  if (type === 'PlacementCorrected') return corrected(courses, told);
  return type === 'PlacementEnded' ? endedAt(courses, textIn(data, 'endedOn')) : courses;
};

const away = (data: Fields): Pick<Course, 'isAbsence'> => (data['kind'] === 'A' ? { isAbsence: true } : {});

const episodeCorrected = (courses: readonly Course[], { data }: Told): readonly Course[] => {
  const from = momentIn(data, 'lastSeen');
  const to = momentIn(fieldsIn(data, 'end'), 'when');
  return endedAt(
    courses.map((course) => (from === undefined ? course : { ...course, from })),
    to,
  );
};

const missing: Fold = (courses, told) => {
  const { type, data, source, notice } = told;
  const from = momentIn(data, 'lastSeen');
  if (type === 'MissingReported')
    return from === undefined ? [] : [{ kind: 'missing', notice, source, from, ...away(data) }];
  if (type === 'MissingWithdrawn') return [];
  if (type === 'MissingFound') return endedAt(courses, momentIn(data, 'when'));
  if (type === 'MissingClosed') return endedAt(courses, textIn(data, 'turnedEighteenOn'));
  return type === 'MissingCorrected' ? episodeCorrected(courses, told) : courses;
};

const concern: Fold = (courses, { type, data, source, notice }) => {
  const from = textIn(data, 'raisedOn');
  if (type === 'ExploitationConcernRaised')
    return from === undefined ? [] : [{ kind: 'exploitation', notice, source, from }];
  if (type === 'ExploitationWithdrawn') return [];
  return type === 'ExploitationClosed' ? endedAt(courses, textIn(data, 'on')) : courses;
};

const FOLDS: Readonly<Record<string, Fold>> = { placement, missing, exploitation: concern };

/** `placement` of `placement-9c1d…`. */
export const categoryOf = (notice: string): string => notice.split('-', 1)[0] ?? '';

const toldIn = ({ kind, notice, type, data, source }: Entry): readonly Told[] =>
  kind === 'notice' && notice !== undefined && type !== undefined
    ? [{ type, data: data ?? {}, source: source ?? '', notice }]
    : [];

const byRecording = (one: Entry, other: Entry): number =>
  (one.recordedAt ?? '') < (other.recordedAt ?? '') ? -1 : 1;

/** What lasted, from what the notices say openly; a notice that was withdrawn lasted not at all. The earliest first. */
export const coursesIn = (entries: readonly Entry[]): readonly Course[] => {
  const told = entries.toSorted(byRecording).flatMap(toldIn);
  const notices = groupedBy(told, ({ notice }) => notice);
  return [...notices]
    .flatMap(([notice, facts]) => {
      const fold = FOLDS[categoryOf(notice)];
      return fold ? facts.reduce<readonly Course[]>(fold, []) : [];
    })
    .toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
};
