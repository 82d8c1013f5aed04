import type { EpisodeRow } from './rows';

/**
 * One stay in one placement, made of the episodes that it was recorded in. `end` absent: still there. `overlaps`: the
 * return let it run on after the next one had begun (DfE rules 142, 501); it ends where the next begins.
 */
export type Period = Readonly<{
  child: string;
  start: string;
  end?: string;
  /** RNE of its first episode. L: it began before the return does, or the row of its beginning is not there. */
  startReason: string;
  /** REC and REASON_PLACE_CHANGE of its last episode. */
  endReason: string;
  changeReason: string;
  first: EpisodeRow;
  lines: readonly number[];
  overlaps: boolean;
}>;

const FAR = '9999-12-31';
const inOrder = (one: EpisodeRow, other: EpisodeRow): number =>
  one.start.localeCompare(other.start) ||
  (one.end || FAR).localeCompare(other.end || FAR) ||
  one.line - other.line;

/** A change of legal status alone (RNE L) goes on with the placement; a break or another place shows that it does not. */
const goesOn = (last: EpisodeRow, next: EpisodeRow): boolean =>
  next.reason === 'L' &&
  last.end === next.start &&
  last.place === next.place &&
  last.postcode === next.postcode;

const grouped = (episodes: readonly EpisodeRow[]): readonly (readonly EpisodeRow[])[] => {
  const groups: EpisodeRow[][] = [];
  for (const episode of [...episodes].sort(inOrder)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && goesOn(last, episode)) group.push(episode);
    else groups.push([episode]);
  }
  return groups;
};

const toPeriod = (group: readonly EpisodeRow[], next: string | undefined): readonly Period[] => {
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return [];
  const overlaps = next !== undefined && (last.end === '' || last.end > next);
  const end = overlaps ? next : last.end;
  return [
    {
      child: first.child,
      start: first.start,
      ...(end === '' ? {} : { end }),
      startReason: first.reason,
      endReason: last.ceased,
      changeReason: last.changeReason,
      first,
      lines: group.map((episode) => episode.line),
      overlaps,
    },
  ];
};

/** A period begins with every reason for a new episode other than L and ends where it ceased or the next begins. */
export const periodsOf = (episodes: readonly EpisodeRow[]): readonly Period[] => {
  const groups = grouped(episodes);
  return groups.flatMap((group, index) => toPeriod(group, groups[index + 1]?.[0]?.start));
};

/** The period in which the child was on a day; on a day of moving, the one that began that day. */
export const periodOn = <P extends Period>(periods: readonly P[], day: string): P | undefined =>
  periods.findLast((period) => period.start <= day && day <= (period.end ?? FAR));
