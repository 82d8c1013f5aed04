import { never } from '@ibex/kernel';
import type { DutyChange, DutyOpened, NotificationDefinition, RecordedFact, RowChange } from '@ibex/kernel';
import { dutyIdOf } from '@ibex/runtime';
import type { Projection } from '@ibex/runtime';
import { byCategory, categoriesOf } from '../shared/definitions';
import { beginOf } from '../shared/stored-fact';
import { movedDates } from './moved-dates';
import { DUTIES_SCHEMA } from './duties.schema';
import type { DutyRow } from './duties.schema';

const UNDATED = '9999-12-31T00:00:00.000Z';

const datesOf = (duty: DutyOpened): Pick<DutyRow, 'dueAt' | 'targetAt' | 'sortAt'> => ({
  dueAt: duty.dueAt ?? null,
  targetAt: duty.targetAt ?? null,
  sortAt: duty.dueAt ?? duty.targetAt ?? UNDATED,
});

type Notice = Readonly<{ fact: RecordedFact; begins: number; notification: string }>;

const toRow = ({ fact, begins, notification }: Notice, duty: DutyOpened): DutyRow => ({
  begins,
  stream: fact.stream,
  key: duty.key,
  clock: dutyIdOf(fact.stream, duty.key),
  notification,
  recordRef: fact.metadata.recordRef ?? null,
  kind: duty.kind,
  text: duty.text,
  owedBy: duty.owedBy,
  owedTo: duty.owedTo ?? null,
  startedAt: duty.startedAt,
  otherStarts: JSON.stringify(duty.otherStarts ?? []),
  ...datesOf(duty),
  provisional: duty.provisional === true ? 1 : 0,
  source: duty.source,
  metAt: null,
  movedBecause: null,
  voidBecause: null,
});

const toChange = (notice: Notice, change: DutyChange): RowChange => {
  const where = { begins: notice.begins, key: change.key };
  switch (change.change) {
    case 'opened':
      return { op: 'put', table: 'duties', row: toRow(notice, change) };
    case 'met':
      return { op: 'patch', table: 'duties', where, set: { metAt: change.at } };
    case 'void':
      return { op: 'patch', table: 'duties', where, set: { voidBecause: change.because } };
    default:
      return never(change);
  }
};

/** What each notification type's deadline rule opens, meets and voids. A new type shows up by its definition alone. */
export const dutiesProjection = (definitions: readonly NotificationDefinition[]): Projection => {
  const definitionOf = byCategory(definitions);
  return {
    schema: DUTIES_SCHEMA,
    filter: { categories: [...categoriesOf(definitions), 'clock'] },
    needsEarlier: true,
    project: (fact, earlier) => {
      if (fact.category === 'clock') return movedDates(fact);
      const definition = definitionOf.get(fact.category);
      if (!definition) return [];
      const notice = { fact, begins: beginOf(fact, earlier), notification: definition.name };
      return definition.deadlines(fact, earlier).map((change) => toChange(notice, change));
    },
  };
};
