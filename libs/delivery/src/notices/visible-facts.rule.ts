import type { MailboxEntry, RecordedFact } from '@ibex/kernel';

/**
 * Of a notice, an addressee sees what led up to the last fact that it was told of, and what it recorded itself. So a
 * new host can read how the placement began, and a former host reads nothing of what came after it was told of the end.
 */
export const visibleTo = (
  authority: string,
  facts: readonly RecordedFact[],
  entries: readonly MailboxEntry[],
): readonly RecordedFact[] => {
  const own = entries.filter((entry) => entry.authority === authority);
  const until = own.reduce((latest, { position }) => Math.max(latest, position), -1);
  return facts.filter(
    ({ position, metadata }) => position <= until || metadata.actor.authority === authority,
  );
};
