import type { OwnMissing, OwnPlacement } from '../exchange/exchange-client.port';
import type { Notice } from '../report/refusal';
import type { ChildFile, PlacedMissing, PlacedPeriod } from '../ssda903/child-file';
import { isOwnArea } from '../ssda903/host-of-period';
import type { ReturnFile } from '../ssda903/return-files';
import { missingThread, pairUpMissing } from './missing-threads';
import { pairUp, placementThread } from './placement-threads';
import type { RowRef, Thread } from './thread';

export type PlannedNotice = Readonly<{ at: RowRef; kind: Notice['kind']; text: string }>;

/** What one child's rows come to: what to tell, what stays at home, what people should know. */
export type ChildPlan = Readonly<{
  child: string;
  threads: readonly Thread[];
  /** Rows that concern nobody but the authority itself. */
  notForExchange: readonly RowRef[];
  /** The child's row of header.csv: it goes where the notices go that carry it. */
  identity?: RowRef;
  notices: readonly PlannedNotice[];
}>;

/** What the exchange holds of the child for its owner, and from which day on the return says everything. */
export type Held = Readonly<{
  authority: string;
  placements: readonly OwnPlacement[];
  missing: readonly OwnMissing[];
  /** The return lists every episode that was open on this day or later; none: it lists none. */
  returnFrom?: string;
  /** The last day of which the return tells. */
  returnTo: string;
}>;

const at = (file: ReturnFile, line: number): RowRef => ({ file, line });

const periodNotices = (period: PlacedPeriod): readonly PlannedNotice[] => {
  const row = at('episodes', period.lines[0] ?? 0);
  return [
    ...(period.host.kind === 'unknown'
      ? [{ at: row, kind: 'host unknown', text: unknownHostText(period) } as const]
      : []),
    ...(period.overlaps
      ? [
          {
            at: row,
            kind: 'episodes overlap',
            text: `It had not ended when the next one began; taken to end on ${period.end ?? ''} (DfE rules 142, 501).`,
          } as const,
        ]
      : []),
  ];
};

const unknownHostText = ({ first }: PlacedPeriod): string =>
  first.postcode === ''
    ? 'There is no placement postcode, so it goes in as "host unknown" and you will be asked which authority it is.'
    : 'No loaded table knows the placement postcode, so it goes in as "host unknown" and you will be asked which authority it is.';

type Days = Readonly<{ began: string; ended: string | undefined }>;

/** Whether the return would have to have it: it had begun by then, and had not ended before. */
const belongsIn = ({ began, ended }: Days, { returnFrom, returnTo }: Held): boolean =>
  began <= returnTo && (ended === undefined || (returnFrom !== undefined && ended >= returnFrom));

const goneNotices = (what: string, child: string, gone: readonly Days[]): readonly PlannedNotice[] =>
  gone.map(({ began }) => ({
    at: at('episodes', 0),
    kind: 'gone from the return',
    text: `The exchange holds a ${what} of child ${child} from ${began} that this return no longer has. Nothing was changed: withdraw it if it was posted in error.`,
  }));

const placementsGone = (unpaired: readonly OwnPlacement[], held: Held): readonly Days[] =>
  unpaired
    .map(({ startsOn, endedOn }) => ({ began: startsOn, ended: endedOn }))
    .filter((days) => belongsIn(days, held));

const missingGone = (unpaired: readonly OwnMissing[], held: Held): readonly Days[] =>
  unpaired
    .map(({ startedOn, endedOn }) => ({ began: startedOn, ended: endedOn }))
    .filter((days) => belongsIn(days, held));

const missingElsewhere = (episode: PlacedMissing, authority: string): boolean =>
  episode.from !== undefined && !isOwnArea(episode.from.host, authority);

const notPlaced = (missing: readonly PlacedMissing[]): readonly PlannedNotice[] =>
  missing
    .filter((episode) => episode.from === undefined)
    .map((episode) => ({
      at: at('missing', episode.line),
      kind: 'not placed that day',
      text: 'No readable episode of care covers the day it began, so it is not known to concern another authority (DfE rules 578, 581).',
    }));

/** Only what concerns another authority is told: placements outside the own area and missing episodes from them. */
export const planChild = (file: ChildFile, held: Held): ChildPlan => {
  const elsewhere = file.periods.filter((period) => !isOwnArea(period.host, held.authority));
  const gone = file.missing.filter((episode) => missingElsewhere(episode, held.authority));
  const placements = pairUp(elsewhere, held.placements);
  const missing = pairUpMissing(gone, held.missing);
  const home = file.periods.filter((period) => !elsewhere.includes(period));
  const identity = file.identity ? at('header', file.identity.line) : undefined;
  const threads = [
    ...placements.pairs.map((pair) => placementThread(pair, file.identity, held.returnTo)),
    ...missing.pairs.map((pair) => missingThread(pair, file.identity)),
  ];
  return {
    child: file.child,
    threads,
    notForExchange: [
      ...home.flatMap((period) => period.lines.map((line) => at('episodes', line))),
      ...file.missing.filter((episode) => !gone.includes(episode)).map(({ line }) => at('missing', line)),
    ],
    ...(identity ? { identity } : {}),
    notices: [
      ...elsewhere.flatMap(periodNotices),
      ...notPlaced(file.missing),
      ...noIdentity(file, threads),
      ...goneNotices('placement', file.child, placementsGone(placements.unpaired, held)),
      ...goneNotices('missing episode', file.child, missingGone(missing.unpaired, held)),
    ],
  };
};

const noIdentity = (file: ChildFile, threads: readonly Thread[]): readonly PlannedNotice[] => {
  const row = threads.find(({ id }) => id === undefined)?.rows[0];
  if (file.identity || !row) return [];
  return [
    {
      at: row,
      kind: 'no identity',
      text: 'header.csv has no readable row of this child, so only the local identifier is told.',
    },
  ];
};
