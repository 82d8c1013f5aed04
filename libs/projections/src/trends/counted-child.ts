import { isCivilDate } from '@ibex/kernel';
import type { RecordedFact, RowChange, Sealer } from '@ibex/kernel';
import { ethnicGroupOf, monthNumberOf, sexOf } from './trend-topics';

/** What the child of a record is counted as: two codes and a month, out of what is sealed. */
export const countedChild = async (
  sealer: Pick<Sealer, 'unseal'>,
  fact: RecordedFact,
): Promise<readonly RowChange[]> => {
  const { recordRef } = fact.metadata;
  if (recordRef === undefined || fact.sealed === undefined) return [];
  const child = await sealer.unseal(recordRef, fact.id, fact.sealed);
  const table = 'trendChildren';
  // an erased child goes on being counted, as one of whom nothing is known
  if (!child) return [{ op: 'delete', table, where: { recordRef } }];
  const born = child['dateOfBirth'];
  const bornIn = typeof born === 'string' && isCivilDate(born) ? monthNumberOf(born) : null;
  const row = { recordRef, sex: sexOf(child['sex']), ethnicity: ethnicGroupOf(child['ethnicity']), bornIn };
  return [{ op: 'put', table, row }];
};
