import type { Addressee, RecordedFact, RowChange } from '@ibex/kernel';
import { entryIdOf } from '@ibex/runtime';
import { tellingOf } from '../router/addressed.rule';
import type { Patience } from './clock.settings';
import type { AwaitedRow } from './clocks.schema';
import { shardOf } from './duty-rows';
import type { OfNotice } from './duty-rows';

const patienceOf = ({ definition }: OfNotice, { urgency }: Addressee): Patience => {
  if (urgency === 'urgent') return 'urgent';
  return definition.name === 'move' ? 'move' : 'other';
};

const toRow = (notice: OfNotice, addressee: Addressee): AwaitedRow => {
  const { id, stream, metadata, recordedAt, position } = notice.fact;
  // the router's own way to the id of an entry
  const entryId = entryIdOf(id, addressee.authority);
  return {
    ...{ entryId, shard: shardOf(entryId), factId: id, stream, authority: addressee.authority },
    ...{ sender: metadata.actor.authority, patience: patienceOf(notice, addressee) },
    ...{ toldAt: recordedAt, position, state: 'waiting' },
  };
};

/** Who is told of a fact has to take it on; what an authority was told before is moot once it is told that it is recalled. */
export const awaitedChanges = (
  notice: OfNotice,
  isMember: (authority: string) => boolean,
): readonly RowChange[] => {
  const { definition, fact, earlier } = notice;
  const telling = tellingOf(definition, fact, earlier);
  if (!telling) return [];
  const recalls = telling.type.endsWith('.withdrawn');
  return telling.addressees
    .filter(({ authority }) => isMember(authority))
    .flatMap((addressee): readonly RowChange[] => {
      const where = { stream: fact.stream, authority: addressee.authority };
      const put = { op: 'put', table: 'awaited', row: toRow(notice, addressee) } as const;
      return recalls ? [{ op: 'patch', table: 'awaited', where, set: { state: 'over' } }, put] : [put];
    });
};

const OVER: readonly string[] = ['NoticeAcknowledged', 'ActionRecorded', 'QueryAsked', 'RecipientSilent'];
export const DELIVERY_FACTS = OVER;

/** Somebody there took it on, or the sender was told that nobody has. */
export const awaitedOver = ({ type, stream }: RecordedFact): readonly RowChange[] =>
  OVER.includes(type)
    ? [
        {
          op: 'patch',
          table: 'awaited',
          where: { entryId: stream.slice('delivery-'.length) },
          set: { state: 'over' },
        },
      ]
    : [];
