import type { RecordedFact } from '@ibex/kernel';
import { NOW } from './missing.examples';
import type { MissingFact } from './missing.events';

/** For specs: a fact as the log holds it. Only what rules read differs from fact to fact. */
export const recordedFact = ({ type, data }: MissingFact, recordedAt = NOW, revision = 0): RecordedFact => ({
  id: `00000000-0000-8000-8000-00000000000${String(revision)}`,
  type,
  data,
  metadata: {
    commandId: '00000000-0000-8000-8000-0000000000aa',
    commandDigest: 'd'.repeat(64),
    correlationId: '00000000-0000-8000-8000-0000000000aa',
    actor: { authority: data.by, person: 'person-1', role: 'duty-desk' },
    schemaVersion: 1,
    recordRef: 'record-ref-1',
  },
  recordedAt,
  stream: 'missing-1',
  category: 'missing',
  revision,
  position: 100 + revision,
});
