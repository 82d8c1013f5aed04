import type { Capacity, Direction, MailboxEntry } from '@ibex/kernel';
import { messageType } from '@ibex/notifications';

type Told = Pick<MailboxEntry, 'capacity' | 'type'>;

/** A change of area, and what later puts it right or takes it back: whoever was told the one must hear the other. */
const OF_A_CHANGE: ReadonlySet<string> = new Set(
  ['changed', 'corrected', 'withdrawn'].map((happened) => messageType('placement', happened)),
);
const MOVE = messageType('move', '');

/** A carer's move across a boundary matches at the area that the child leaves and at the one that it comes to. */
const atHost = (type: string, movedAs: Direction): readonly Direction[] =>
  OF_A_CHANGE.has(type) ? ['placed-here', movedAs] : ['placed-here'];

const OF: Readonly<Record<Capacity, (type: string) => readonly Direction[]>> = {
  host: (type) => atHost(type, 'moved-in'),
  'previous-host': (type) => atHost(type, 'moved-out'),
  receiving: () => ['moved-in'],
  responsible: (type) => (type.startsWith(MOVE) ? ['moved-out', 'ours-elsewhere'] : ['ours-elsewhere']),
  'area-at-risk': () => ['at-risk-here'],
  // e.g. told in error and now recalled, or asked to hold an interview: neither here nor there
  addressee: () => [],
};

/** Which ways an entry goes, as its recipient sees it. Pure. */
export const directionsOf = ({ capacity, type }: Told): readonly Direction[] => OF[capacity](type);
