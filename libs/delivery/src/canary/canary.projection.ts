import type { RecordedFact, RowChange } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';
import { CANARY_SCHEMA } from './canary.schema';
import type { CanaryRow } from './canary.schema';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const put = (row: CanaryRow): readonly RowChange[] => [{ op: 'put', table: 'canaries', row }];

const changesOf = ({ type, data, recordedAt }: RecordedFact): readonly RowChange[] => {
  const canary = text(data['canary']);
  switch (type) {
    case 'CanarySent':
      return put({ place: 'sent', canary, sentAt: recordedAt, seenAt: recordedAt, ms: 0 });
    case 'CanarySeen': {
      const [sentAt, seenAt] = [text(data['sentAt']), text(data['seenAt'])];
      return put({ place: text(data['place']), canary, sentAt, seenAt, ms: Number(data['ms'] ?? 0) });
    }
    default:
      return [];
  }
};

/** When the last canary was sent, and how long it took to each place. */
export const canaryProjection: Projection = {
  schema: CANARY_SCHEMA,
  filter: { categories: ['canary'] },
  project: changesOf,
};
