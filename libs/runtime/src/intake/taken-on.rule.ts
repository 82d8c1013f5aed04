import type { DutyOpened, RecordedFact } from '@ibex/kernel';
import { entryIdOf } from './digest';

/** Kinds of the duty to say that a notice was received and taken on; it is met by that alone. */
const KINDS: readonly string[] = ['acknowledge', 'acknowledgement'];
const TAKES_ON: readonly string[] = ['NoticeAcknowledged', 'ActionRecorded'];

/** The mailbox entry of the notice that is owed an acknowledgement; null where a duty wants anything else. */
export const entryToTakeOn = (factId: string, { kind, owedBy }: Pick<DutyOpened, 'kind' | 'owedBy'>) =>
  KINDS.includes(kind) ? entryIdOf(factId, owedBy) : null;

/** Which entry its recipient took on, and when: whoever records an action has taken it on. */
export const takenOn = ({
  type,
  stream,
  recordedAt,
}: RecordedFact): Readonly<{ entryId: string; at: string }> | undefined =>
  TAKES_ON.includes(type) ? { entryId: stream.slice('delivery-'.length), at: recordedAt } : undefined;
