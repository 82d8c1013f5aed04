import type { MailboxEntry, RecordedFact } from '@ibex/kernel';

/**
 * Of a notice, an addressee sees what led up to the first fact that it was told of, then each fact that it was told of,
 * and what it recorded itself. So a new host can read how the placement began, and a former host that is told of a
 * recall reads nothing of what happened elsewhere in between.
 */
export const visibleTo = (
  authority: string,
  facts: readonly RecordedFact[],
  entries: readonly MailboxEntry[],
): readonly RecordedFact[] => {
  const told = new Set(
    entries.filter((entry) => entry.authority === authority).map(({ position }) => position),
  );
  const first = Math.min(...told);
  return facts.filter(
    ({ position, metadata }) =>
      (told.size > 0 && position <= first) || told.has(position) || metadata.actor.authority === authority,
  );
};
