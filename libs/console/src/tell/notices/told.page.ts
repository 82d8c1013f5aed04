import type { components } from '@ibex/sdk';
import type { Sent } from '../drafts/sending';

type Schemas = components['schemas'];
export type ToldSources = Readonly<{
  placements: readonly Schemas['PlacedElsewhereShown'][];
  missing: readonly Schemas['MissingEpisodeShown'][];
  duties: readonly Schemas['DutyShown'][];
  sent: readonly Readonly<{ id: string; sent: Sent }>[];
  authority: string;
}>;

const noticePath = (category: string, id: string): string => `/console/tell/notices/${category}/${id}`;

const hostOf = ({ host }: Schemas['PlacedElsewhereShown']): string => {
  if (host.kind === 'withheld') return 'Kept from everyone';
  return host.name ?? (host.kind === 'unknown' ? 'Not known yet' : (host.code ?? ''));
};

const placementRow = (row: Schemas['PlacedElsewhereShown']): readonly unknown[] => [
  { href: noticePath('placement', row.noticeId), text: row.localId ?? 'Erased record', about: 'placement' },
  hostOf(row),
  { day: row.startsOn },
  row.endedOn === undefined ? 'Goes on' : { day: row.endedOn },
  row.acknowledgedAt === undefined
    ? { tag: 'Not acknowledged', colour: 'yellow' }
    : { when: row.acknowledgedAt },
];

const missingRow = (row: Schemas['MissingEpisodeShown']): readonly unknown[] => [
  {
    href: noticePath('missing', row.noticeId),
    text: row.localId ?? 'Missing episode',
    about: 'missing episode',
  },
  row.hostName ?? 'Not told',
  { day: row.startedOn },
  row.state === 'open'
    ? { tag: 'Missing now', colour: 'red' }
    : row.endedOn === undefined
      ? 'Closed'
      : { day: row.endedOn },
  { code: row.interview },
];

const OTHERS = ['move', 'exploitation'] as const;

const sentRow = ({ category, id, title, recordedAt }: Sent): readonly unknown[] => [
  { href: noticePath(category, id), text: title },
  { when: recordedAt },
];

const dutyRow = ({ notice, notification, startedAt, text }: Schemas['DutyShown']): readonly unknown[] => [
  { href: noticePath(notification, notice.slice(notification.length + 1)), text },
  startedAt.length === 10 ? { day: startedAt } : { when: startedAt },
];

/** Notices of types that have no register: those that this person sent, and those that a duty of ours began with. */
const otherNotices = ({ duties, sent, authority }: ToldSources): readonly (readonly unknown[])[] => {
  const isOther = (type: string): boolean => OTHERS.some((each) => each === type);
  const known = new Map<string, readonly unknown[]>();
  for (const { sent: one } of sent)
    if (isOther(one.category)) known.set(`${one.category}-${one.id}`, sentRow(one));
  const own = duties.filter(
    ({ notice, notification, recordOwner }) =>
      isOther(notification) && recordOwner === authority && !known.has(notice),
  );
  for (const duty of own) known.set(duty.notice, dutyRow(duty));
  return [...known.values()];
};

/** What this authority has told and what came of it. */
export const toldPage = (sources: ToldSources) => ({
  placements: {
    caption: 'Placements in other areas',
    columns: ['Your number', 'Host', 'Started', 'Ended', 'Acknowledged'],
    rows: sources.placements.map(placementRow),
  },
  missing: {
    caption: 'Missing episodes of your children',
    columns: ['Your number', 'Host', 'Since', 'Ended', 'Return interview'],
    rows: sources.missing.map(missingRow),
  },
  others: { caption: 'Moves and concerns', columns: ['Notice', 'Since'], rows: otherNotices(sources) },
});
