import type { RecordedFact, RowChange } from '@ibex/kernel';
import { entryIdOf } from '@ibex/runtime';
import type { ToldStepRow, ToldTaskRow } from './what-we-told.schema';

export const DELIVERY_CATEGORY = 'delivery';
export const TASK_CATEGORY = 'task';

type Facts = readonly RecordedFact[];

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const findText = (name: string, facts: Facts): string | undefined =>
  facts.map(({ data }) => text(data[name])).find((value) => value !== undefined);

const timeOf = (facts: Facts, ...types: readonly string[]): string | null => {
  const fact = facts.find(({ type }) => types.includes(type));
  return fact ? (text(fact.data['deliveredAt']) ?? fact.recordedAt) : null;
};

/** Whoever acts has taken it on. */
const rowOf = (factId: string, authority: string, facts: Facts): ToldStepRow => ({
  ...{ factId, authority },
  deliveredAt: timeOf(facts, 'NoticeDelivered'),
  openedAt: timeOf(facts, 'NoticeOpened'),
  acknowledgedAt: timeOf(facts, 'NoticeAcknowledged', 'ActionRecorded'),
});

/** Nobody has got it yet of whom only a channel or a silence is on record. */
const isUntouched = ({ deliveredAt, openedAt, acknowledgedAt }: ToldStepRow): boolean =>
  deliveredAt === null && openedAt === null && acknowledgedAt === null;

/** How far an entry has come, once a fact is added to its ladder. Entries that are about a ladder themselves are left out. */
export const stepChanges = (fact: RecordedFact, earlier: Facts): readonly RowChange[] => {
  const facts = [...earlier, fact];
  const [factId, authority] = ['factId', 'authority'].map((name) => findText(name, facts));
  if (factId === undefined || authority === undefined) return [];
  // the id of an entry comes from the fact that it told: another fact's entry asks, answers or reminds
  if (fact.stream !== `${DELIVERY_CATEGORY}-${entryIdOf(factId, authority)}`) return [];
  const row = rowOf(factId, authority, facts);
  return isUntouched(row) ? [] : [{ op: 'put', table: 'toldSteps', row }];
};

const TASK_STATES: Readonly<Record<string, ToldTaskRow['state']>> = {
  TaskOpened: 'open',
  TaskDone: 'done',
  TaskOvertaken: 'joined',
};

/** What a fact of a task says of a recipient that is told by other means. */
export const taskChanges = (fact: RecordedFact, earlier: Facts): readonly RowChange[] => {
  const state = Object.hasOwn(TASK_STATES, fact.type) ? TASK_STATES[fact.type] : undefined;
  const facts = [...earlier, fact];
  const [factId, recipient, owner] = ['factId', 'recipient', 'owner'].map((name) => findText(name, facts));
  if (state === undefined || factId === undefined || recipient === undefined || owner === undefined)
    return [];
  const row: ToldTaskRow = { factId, recipient, owner, state };
  return [{ op: 'put', table: 'toldTasks', row }];
};
