import { never } from '@ibex/kernel';
import type {
  DutyChange,
  DutyOpened,
  NotificationDefinition,
  RecordedFact,
  Row,
  RowChange,
} from '@ibex/kernel';
import { dutyIdOf, entryToTakeOn, takenOn } from '@ibex/runtime';
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

/** `owner`: who opened the notice, which only the owner of a record may do. */
type Notice = Readonly<{ fact: RecordedFact; begins: number; notification: string; owner: string }>;

const toRow = ({ fact, begins, notification, owner }: Notice, duty: DutyOpened): DutyRow => ({
  begins,
  stream: fact.stream,
  key: duty.key,
  clock: dutyIdOf(fact.stream, duty.key),
  notification,
  recordRef: fact.metadata.recordRef ?? null,
  owner,
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
  entryId: entryToTakeOn(fact.id, duty),
  movedBecause: null,
  voidBecause: null,
});

/** The first to say that a notice was taken on, here or in the inbox, has said it. */
const metBy = (where: Row, at: string): readonly RowChange[] => {
  const met = { op: 'patch', table: 'duties', set: { metAt: at } } as const;
  return [
    { ...met, where: { ...where, entryId: null } },
    { ...met, where: { ...where, metAt: null } },
  ];
};

const metInInbox = (fact: RecordedFact): readonly RowChange[] => {
  const taken = takenOn(fact);
  if (!taken) return [];
  const where = { entryId: taken.entryId, metAt: null, voidBecause: null };
  return [{ op: 'patch', table: 'duties', where, set: { metAt: taken.at } }];
};

const toChanges = (notice: Notice, change: DutyChange): readonly RowChange[] => {
  const where = { begins: notice.begins, key: change.key };
  switch (change.change) {
    case 'opened':
      return [{ op: 'put', table: 'duties', row: toRow(notice, change) }];
    case 'met':
      return metBy(where, change.at);
    case 'void':
      return [{ op: 'patch', table: 'duties', where, set: { voidBecause: change.because } }];
    default:
      return never(change);
  }
};

/** What each notification type's deadline rule opens, meets and voids. A new type shows up by its definition alone. */
export const dutiesProjection = (definitions: readonly NotificationDefinition[]): Projection => {
  const definitionOf = byCategory(definitions);
  return {
    schema: DUTIES_SCHEMA,
    filter: { categories: [...categoriesOf(definitions), 'clock', 'delivery'] },
    needsEarlier: true,
    project: (fact, earlier) => {
      if (fact.category === 'clock') return movedDates(fact);
      if (fact.category === 'delivery') return metInInbox(fact);
      const definition = definitionOf.get(fact.category);
      if (!definition) return [];
      const owner = (earlier[0] ?? fact).metadata.actor.authority;
      const notice = { fact, begins: beginOf(fact, earlier), notification: definition.name, owner };
      return definition.deadlines(fact, earlier).flatMap((change) => toChanges(notice, change));
    },
  };
};
