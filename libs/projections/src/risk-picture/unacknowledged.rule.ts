import type { DutyOpened } from '@ibex/kernel';
import { entryToTakeOn } from '@ibex/runtime';
import type { PictureFact, Unacknowledged } from './picture';
import type { Onlooker } from '../shared/seen-by.rule';
import type { Notice } from './seen-facts.rule';

export type Owed = Readonly<{ factId: string; entryId: string; duty: DutyOpened }>;

/** Acknowledgements that are owed after all facts of a notice, by the type's own deadline rule. */
export const owedBy = ({ definition, facts }: Pick<Notice, 'definition' | 'facts'>): readonly Owed[] => {
  const owed = new Map<string, Owed>();
  facts.forEach((fact, at) => {
    for (const change of definition.deadlines(fact, facts.slice(0, at))) {
      const entryId = change.change === 'opened' ? entryToTakeOn(fact.id, change) : null;
      if (change.change !== 'opened') owed.delete(change.key);
      else if (entryId !== null) owed.set(change.key, { factId: fact.id, entryId, duty: change });
    }
  });
  return [...owed.values()];
};

const concerns = ({ duty }: Owed, { authority, sight }: Onlooker): boolean =>
  sight.sight === 'owner' ||
  sight.sight === 'grant' ||
  duty.owedBy === authority ||
  duty.owedTo === authority;

/** Those that are on this reader's side, of facts that it sees, and that were not taken on in an inbox. */
export const unacknowledgedIn = (
  owed: readonly Owed[],
  seen: readonly PictureFact[],
  asking: Onlooker & Readonly<{ taken: ReadonlySet<string> }>,
): readonly Unacknowledged[] => {
  const facts = new Map(seen.map((fact) => [fact.factId, fact]));
  return owed.flatMap((each) => {
    const fact = facts.get(each.factId);
    if (!fact || asking.taken.has(each.entryId) || !concerns(each, asking)) return [];
    const { owedBy: by, dueAt, targetAt } = each.duty;
    const until = dueAt ?? targetAt;
    return [{ fact, owedBy: by, ...(until !== undefined && { targetAt: until }) }];
  });
};
