import type { RecordedFact, RowChange, Sealer } from '@ibex/kernel';
import type { AnyProjection, Projection } from '@ibex/runtime';
import { turnsEighteenOn } from './eighteen.rule';

type Unsealing = Pick<Sealer, 'unseal'>;

/** The month alone of a date that is sealed. A record whose key was destroyed leaves no row. */
export const eighteenRows = async (sealer: Unsealing, fact: RecordedFact): Promise<readonly RowChange[]> => {
  const { recordRef, actor } = fact.metadata;
  if (recordRef === undefined) return [];
  const identity =
    fact.sealed === undefined ? undefined : await sealer.unseal(recordRef, fact.id, fact.sealed);
  const eighteenOn = turnsEighteenOn(identity?.['dateOfBirth']);
  const table = 'worklistEighteens';
  return eighteenOn === undefined
    ? [{ op: 'delete', table, where: { recordRef } }]
    : [{ op: 'put', table, row: { recordRef, owner: actor.authority, eighteenIn: eighteenOn.slice(0, 7) } }];
};

/** The same view, with the months in which children turn eighteen, which have to be unsealed. */
export const withEighteens = (lists: Projection, sealer: Unsealing): AnyProjection => ({
  ...lists,
  filter: { ...lists.filter, categories: [...(lists.filter.categories ?? []), 'record'] },
  project: (fact, earlier) =>
    fact.category === 'record' ? eighteenRows(sealer, fact) : lists.project(fact, earlier),
});
