import { exactly } from '../../frame/time-words';
import { recipientShown } from '../drafts/check.page';
import type { Sent } from '../drafts/sending';

/** What was recorded, when, and what can be done with it now. */
export const sentPage = (id: string, sent: Sent) => ({
  title: sent.told.length > 0 ? 'Sent' : 'Recorded',
  about: sent.title,
  reference: sent.id,
  ...{ position: sent.position, recordedAt: exactly(sent.recordedAt), by: sent.by },
  receipt: sent.receipt,
  download: `/console/tell/sent/${id}/receipt`,
  told: sent.told.map(recipientShown),
  byLetter: sent.told.filter(({ member }) => !member).length,
  notice: `/console/tell/notices/${sent.category}/${sent.id}`,
});
