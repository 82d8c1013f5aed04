import { withheldFor, withoutFields } from '@ibex/kernel';
import type { NotificationDefinition, ReadAs, RecordedFact } from '@ibex/kernel';
import { grouped } from '../shared/grouped';
import { seenBy } from '../shared/seen-by.rule';
import type { Onlooker } from '../shared/seen-by.rule';
import { isRestricted } from '../shared/stored-fact';
import type { PictureFact } from './picture';
import type { RiskFactRow, RiskToldRow } from './risk-picture.schema';

/** One notice about a record: its facts as the log has them, oldest first, and whom they were told. */
export type Notice = Readonly<{
  definition: NotificationDefinition;
  facts: readonly RecordedFact[];
  rows: readonly RiskFactRow[];
  told: readonly RiskToldRow[];
}>;

const fieldsOf = (json: string): Readonly<Record<string, unknown>> => {
  const fields: unknown = JSON.parse(json);
  return typeof fields === 'object' && fields !== null ? Object.fromEntries(Object.entries(fields)) : {};
};

/** A fact as rules read it; what only the log has of it is left blank. */
export const toRecorded = (row: RiskFactRow): RecordedFact => ({
  id: row.factId,
  type: row.type,
  data: fieldsOf(row.data),
  metadata: {
    ...{ commandId: '', commandDigest: '', correlationId: '', schemaVersion: 1 },
    actor: { authority: row.source, person: '', role: '' },
    recordRef: row.recordRef,
  },
  recordedAt: row.recordedAt,
  ...{ stream: row.stream, category: row.category, revision: row.revision, position: row.position },
});

const readAs = ({ facts }: Notice, { authority, sight }: Onlooker): ReadAs => {
  const last = facts.at(-1);
  const isNowRestricted = last !== undefined && isRestricted(last, facts.slice(0, -1));
  return sight.sight === 'owner' || (sight.sight === 'grant' && !isNowRestricted)
    ? { as: 'owner' }
    : { as: 'addressee', authority };
};

const seenOf = (notice: Notice, by: Onlooker): readonly PictureFact[] => {
  const { definition, facts, rows, told } = notice;
  const own = told.filter(({ authority }) => authority === by.authority);
  const toldAs = by.sight.sight === 'addressee' && own.at(-1);
  return rows.flatMap((row, at): readonly PictureFact[] => {
    const basis = seenBy(row, own, by);
    const fact = facts[at];
    if (basis === undefined || basis === 'withheld' || !fact) return [];
    const { open } = withheldFor(readAs(notice, by), definition, { fact, notice: facts });
    const { factId, recordRef, owner, source, stream, category, type, occurredAt, recordedAt, position } =
      row;
    return [
      {
        ...{ factId, recordRef, owner, source, stream, category, type, occurredAt, recordedAt, position },
        title: definition.facts[type]?.title ?? type,
        data: withoutFields(fact.data, open),
        basis,
        ...(toldAs && { toldAs: toldAs.capacity }),
      },
    ];
  });
};

/** The notices in these rows, in order of position. Types that this process does not know are left out. */
export const noticesIn = (
  rows: Readonly<{ facts: readonly RiskFactRow[]; told: readonly RiskToldRow[] }>,
  definitionOf: ReadonlyMap<string, NotificationDefinition>,
): readonly Notice[] => {
  const told = grouped(rows.told, ({ stream }) => stream);
  return [...grouped(rows.facts, ({ stream }) => stream)].flatMap(([stream, its]) => {
    const definition = definitionOf.get(its[0]?.category ?? '');
    if (!definition) return [];
    return [{ definition, rows: its, facts: its.map(toRecorded), told: told.get(stream) ?? [] }];
  });
};

/** What a reader sees of notices about one record. What is withheld is not there, and nothing says that it is not. */
export const seenFacts = (notices: readonly Notice[], by: Onlooker): readonly PictureFact[] =>
  notices.flatMap((notice) => seenOf(notice, by)).toSorted((one, other) => one.position - other.position);
