import type { NotificationDefinition, RecordedFact } from '@ibex/kernel';

/** For whom a fact is shown: everything to the owner, to an addressee not what the type withholds from it. */
export type ReadAs = Readonly<{ as: 'owner' }> | Readonly<{ as: 'addressee'; authority: string }>;

/**
 * Names of the personal fields of a fact that this reader may not see. What a later fact of the notice withholds is
 * withheld of the earlier ones too: once a placement is restricted, its address is gone from what was told before.
 */
export const withheldFor = (
  reader: ReadAs,
  definition: NotificationDefinition,
  { fact, notice }: Readonly<{ fact: RecordedFact; notice: readonly RecordedFact[] }>,
): readonly string[] => {
  if (reader.as === 'owner') return [];
  const since = notice.filter(({ revision }) => revision >= fact.revision);
  return [...new Set(since.flatMap((one) => definition.withheldFromAddressees(one, reader.authority)))];
};
