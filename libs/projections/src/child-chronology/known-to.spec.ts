import type { MailboxEntry } from '@ibex/kernel';
import { entryIdOf } from '@ibex/runtime';
import type { ChronologyEntryRow, ChronologyStepRow } from './child-chronology.schema';
import { reachedOf } from './known-to.rule';

const [OWNER, HOST] = ['E09000007', 'E09000008'];
const at = (hour: number): string => `2025-02-01T${String(hour).padStart(2, '0')}:00:00.000Z`;

const row = (position: number, more: Partial<ChronologyEntryRow> = {}): ChronologyEntryRow => ({
  ...{ factId: `fact-${String(position)}`, recordRef: 'r', owner: OWNER, stream: 'placement-1' },
  ...{ category: 'placement', type: 'Told', source: OWNER, occurredAt: '2025-01-01' },
  ...{ recordedAt: at(position), revision: position, position, restricted: 0 },
  ...more,
});
const entry = (position: number, putAt: string): MailboxEntry => ({
  ...{ entryId: entryIdOf(`fact-${String(position)}`, HOST), authority: HOST, sequence: 1 },
  ...{
    factId: `fact-${String(position)}`,
    stream: 'placement-1',
    recordRef: 'r',
    type: 'm',
    messageVersion: 1,
  },
  ...{ from: OWNER, occurredAt: at(1), recordedAt: at(1), position, putAt },
  ...{ capacity: 'host', urgency: 'routine', basis: { text: 'told', source: 'reg' } },
});
const step = (type: string, hour: number, position: number): ChronologyStepRow => ({
  ...{ position: 90 + hour, recordRef: 'r', stream: 'placement-1', factId: `fact-${String(position)}`, type },
  ...{ entryId: entryIdOf(`fact-${String(position)}`, HOST), authority: HOST, by: HOST },
  ...{ occurredAt: at(hour), recordedAt: at(hour), detail: null },
});
const reached = (of: ChronologyEntryRow, until: string, authority = HOST) =>
  reachedOf(of, {
    ...{ authority, until, entries: [entry(2, at(5)), entry(4, at(7))] },
    steps: [step('NoticeDelivered', 6, 2), step('NoticeOpened', 8, 2), step('NoticeAcknowledged', 9, 4)],
  });

describe('what had reached an authority', () => {
  it('is what had been put into its mailbox by then, not what was recorded alone', () => {
    expect(reached(row(2), at(4))).toBeUndefined();
    expect(reached(row(2), at(5))).toEqual({ toldAt: at(5) });
  });

  it('says how far it had got by then', () => {
    expect(reached(row(2), at(7))).toEqual({ toldAt: at(5), deliveredAt: at(6) });
    expect(reached(row(2), at(9))).toEqual({ toldAt: at(5), deliveredAt: at(6), openedAt: at(8) });
    expect(reached(row(4), at(9))).toEqual({ toldAt: at(7), acknowledgedAt: at(9) });
  });

  it('is with the first entry of a notice what had led up to it', () => {
    expect(reached(row(1), at(4))).toBeUndefined();
    expect(reached(row(1), at(5))).toEqual({ toldAt: at(5) });
  });

  it('is not what came in between and was told to others', () => {
    expect(reached(row(3), at(9))).toBeUndefined();
  });

  it('is what it told itself, and everything of its own records, from when it was recorded', () => {
    expect(reached(row(3, { source: HOST }), at(3))).toEqual({ toldAt: at(3) });
    expect(reached(row(3), at(3), OWNER)).toEqual({ toldAt: at(3) });
    expect(reached(row(3), at(2), OWNER)).toBeUndefined();
  });

  it('is not an entry of another notice', () => {
    expect(reached(row(1, { stream: 'placement-2', factId: 'other' }), at(9))).toBeUndefined();
  });
});
