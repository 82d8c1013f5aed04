import type { Mailbox, NewEntry } from '@ibex/kernel';
import { sha256, uuidFrom } from '@ibex/runtime';

export const LONDON: readonly string[] = Array.from(
  { length: 33 },
  (_, i) => `E090000${String(i + 1).padStart(2, '0')}`,
);
const TOGETHER = 2_000;
const NOTICES_PER_CHILD = 10;
const at = (turn: number): string => LONDON[turn % LONDON.length] ?? '';

/** As the router writes it for a placement notice. */
const entryOf = (turn: number): NewEntry => ({
  entryId: uuidFrom(`entry ${String(turn)}`),
  authority: at(turn),
  factId: uuidFrom(`fact ${String(turn)}`),
  stream: `placement-${uuidFrom(`placement ${String(turn)}`)}`,
  recordRef: sha256(`child ${String(Math.floor(turn / NOTICES_PER_CHILD))}`).slice(0, 43),
  type: 'uk.ibex.placement.notified',
  messageVersion: 1,
  from: at(turn + 1 + (Math.floor(turn / 33) % 31)),
  occurredAt: '2026-10-30',
  recordedAt: '2026-10-30T09:00:00.000Z',
  position: turn,
  capacity: 'host',
  urgency: 'routine',
  basis: {
    text: 'The area authority is told in writing of a placement in its area',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, reg 13(4)',
  },
  duty: { text: 'Acknowledge, enter the child in your register and assess the risk in your area' },
});

/** Puts so many entries into the mailboxes of London, evenly. */
export const fillMailboxes = async (mailbox: Mailbox, count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += TOGETHER) {
    const entries = Array.from({ length: Math.min(TOGETHER, count - turn) }, (_, i) => entryOf(turn + i));
    await mailbox.deliver('bench', entries, turn + entries.length);
  }
};
