import { isLiveFor } from '@ibex/kernel';
import type { Instant, MailboxEntry, NotificationDefinition, RecordedFact } from '@ibex/kernel';
import type { Relation } from './question';

/** One notice, all its facts, and what one authority was told of it, oldest first. */
export type ToldOfNotice = Readonly<{
  definition: NotificationDefinition;
  notice: readonly RecordedFact[];
  entries: readonly MailboxEntry[];
}>;

/** Told for the last time, that its own part is over: as a former host, or as no party any more. */
const partingEntry = (entries: readonly MailboxEntry[]): MailboxEntry | undefined => {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return undefined;
  const isFormer = last.capacity === 'previous-host';
  const isOut = last.capacity === 'addressee' && first.capacity !== 'addressee';
  return isFormer || isOut ? last : undefined;
};

/** When the notice ceased to concern an authority: the fact after the last one at which it still did. */
const ceasedAt = (
  authority: string,
  { definition, notice }: Pick<ToldOfNotice, 'definition' | 'notice'>,
): Instant | undefined => {
  if (isLiveFor(authority, definition, notice)) return undefined;
  const lastLive = notice.findLastIndex((_, at) => isLiveFor(authority, definition, notice.slice(0, at + 1)));
  return notice[lastLive + 1]?.recordedAt;
};

const earliest = (...instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants.filter((instant) => instant !== undefined).sort()[0];

const byAgreement = (entries: readonly MailboxEntry[]): readonly Relation[] =>
  entries.flatMap(({ agreement, recordedAt, basis, withdrawn }) =>
    agreement && !withdrawn
      ? [{ kind: 'agreement', clause: agreement.clause, from: recordedAt, basis } as const]
      : [],
  );

/**
 * The relations that a notice made between a record and one authority. By law: from what it was told first, on the basis
 * that the audience rule cited then, to when it was told for the last time or the notice was over for it. Pure.
 */
export const relationsOf = (told: ToldOfNotice): readonly Relation[] => {
  const byLaw = told.entries.filter(({ agreement }) => !agreement);
  const [first] = byLaw;
  if (!first) return byAgreement(told.entries);
  const { authority, recordedAt: from, basis } = first;
  const to = earliest(partingEntry(byLaw)?.recordedAt, ceasedAt(authority, told));
  const recalled = told.definition.standingOf?.(told.notice) === 'recalled';
  return [
    {
      ...{ kind: 'addressee', from, basis },
      ...(to === undefined ? {} : { to }),
      ...(recalled ? { recalled } : {}),
    },
    ...byAgreement(told.entries),
  ];
};
