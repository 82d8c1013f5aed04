import { WITHDRAWN_MESSAGE } from '@ibex/kernel';
import type { NoticeEvent } from '../contract/notice-event';
import type { Quarantine } from './quarantine.port';

export const isWithdrawal = ({ type }: NoticeEvent): boolean => type === WITHDRAWN_MESSAGE;

/** Deletes what was set aside under the number that was withdrawn: it is not the subscriber's any more. */
export const forgetWithdrawn = async (
  quarantine: Quarantine,
  { id, sequence }: NoticeEvent,
): Promise<void> => {
  const aside = await quarantine.list();
  for (const entry of aside)
    if (entry.sequence === sequence && entry.id !== id) await quarantine.remove(entry.id);
};
