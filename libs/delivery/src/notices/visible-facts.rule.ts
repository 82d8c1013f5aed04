import type { MailboxEntry, RecordedFact } from '@ibex/kernel';

/**
 * Of a notice, an addressee sees what led up to the first fact that it was told of, then each fact that it was told of,
 * and what it recorded itself. So a new host can read how the placement began, and a former host that is told of a
 * recall reads nothing of what happened elsewhere in between. Under a sharing agreement it sees each fact that it was
 * told of and nothing that led up to it, for as long as the agreement is in force.
 */
export const visibleTo = (
  authority: string,
  facts: readonly RecordedFact[],
  entries: readonly MailboxEntry[],
): readonly RecordedFact[] => {
  const own = entries.filter((entry) => entry.authority === authority && !entry.withdrawn);
  const told = new Set(own.map(({ position }) => position));
  const byLaw = own.filter(({ agreement }) => !agreement).map(({ position }) => position);
  const first = Math.min(...byLaw);
  return facts.filter(
    ({ position, metadata }) =>
      (byLaw.length > 0 && position <= first) || told.has(position) || metadata.actor.authority === authority,
  );
};
