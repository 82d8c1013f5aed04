import type { Entry } from './entry';
import type { Standing } from './standing';

export const CAMDEN = 'E09000007';
export const CROYDON = 'E09000008';

export const anEntry = (sequence: number, change: Partial<Entry> = {}): Entry => ({
  ...{ sequence, type: 'uk.ibex.placement.notified', kind: 'Placement notified', urgency: 'prompt' },
  ...{ capacity: 'host', from: CAMDEN, basis: { text: 'The area authority is told', source: 'reg 13(4)' } },
  ...{ recordRef: 'record-1', at: '2026-11-22T01:00:00.000Z', factId: `fact-${String(sequence)}` },
  withdrawn: false,
  ...change,
});

export const aMissingReport = (sequence: number, change: Partial<Entry> = {}): Entry =>
  anEntry(sequence, {
    ...{ type: 'uk.ibex.missing.reported', kind: 'Reported missing', urgency: 'urgent' },
    ...change,
  });

export const aStanding = (sequence: number, change: Partial<Standing> = {}): Standing => ({
  ...{ sequence, notice: `placement-${String(sequence)}`, actions: [], asked: 0, answered: 0 },
  ...change,
});

export const touched = (at: string, person = 'p-night') => ({ at, person, role: 'duty-desk' });
