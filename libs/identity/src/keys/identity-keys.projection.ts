import type { RecordedFact, RowChange } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';
import type { IdentityDigests } from './identity-digests';
import { IDENTITY_KEYS_SCHEMA } from './identity-keys.schema';
import type { BlockRow, KeyedRecordRow } from './identity-keys.schema';
import { toPerson } from './to-person';
import type { Unsealing } from './unsealing';

/** Facts that tell, or end, what is known of who a child is. */
export const IDENTITY_TOLD: readonly string[] = ['RecordIntroduced', 'RecordIdentityUpdated', 'RecordErased'];

/** Everything that the record had before; nothing for a first fact, which spares a million searches in an import. */
const cleared = ({ revision }: RecordedFact, recordRef: string): readonly RowChange[] =>
  revision === 0
    ? []
    : [
        { op: 'delete', table: 'identityRecords', where: { recordRef } },
        { op: 'delete', table: 'identityBlocks', where: { recordRef } },
      ];

/** Who each record may be found by. A record that was erased, or cannot be read, has no rows. */
export const identityKeysProjection = (
  unsealing: Unsealing,
  digests: IdentityDigests,
): Projection<Promise<readonly RowChange[]>> => ({
  schema: IDENTITY_KEYS_SCHEMA,
  filter: { categories: ['record'] },
  project: async (fact) => {
    const { id: factId, sealed = '', metadata, position } = fact;
    const { recordRef, actor } = metadata;
    if (recordRef === undefined || !IDENTITY_TOLD.includes(fact.type)) return [];
    const identity = sealed === '' ? undefined : await unsealing.find({ recordRef, factId, sealed });
    const before = cleared(fact, recordRef);
    if (!identity) return before;
    // only its owner tells of a record
    const owner = actor.authority;
    const row: KeyedRecordRow = {
      ...{ recordRef, owner, factId, sealed, position },
      ...digests.columnsOf(identity),
    };
    const blocks = digests.blocksOf(toPerson({ recordRef, owner }, identity));
    return [
      ...before,
      { op: 'put', table: 'identityRecords', row },
      ...blocks.map((digest): RowChange => {
        const block: BlockRow = { digest, recordRef };
        return { op: 'put', table: 'identityBlocks', row: block };
      }),
    ];
  },
});
