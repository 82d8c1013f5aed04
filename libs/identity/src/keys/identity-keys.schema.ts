import type { Identifier, ViewSchema } from '@ibex/kernel';

/** Keyed digests of what may be asked for; null where it is not known, or its check digit is wrong. */
export type KeyColumns = Readonly<Record<Identifier, string | null>>;

/** `sealed`: the identity as its fact `factId` holds it, sealed under the record's own key. */
export type KeyedRecordRow = KeyColumns &
  Readonly<{ recordRef: string; owner: string; factId: string; sealed: string; position: number }>;

/** A keyed digest of something that records of one child usually share. */
export type BlockRow = Readonly<{ digest: string; recordRef: string }>;

/**
 * What every record may be found by, without a name in clear. No `sight`: the service alone reads it, and says what it
 * found only as far as access allows. Each index begins with what is rare, but for those by which names are counted.
 */
export const IDENTITY_KEYS_SCHEMA: ViewSchema = {
  name: 'identity-keys',
  version: 2,
  tables: [
    {
      name: 'identityRecords',
      columns: {
        ...{ recordRef: 'text', owner: 'text', factId: 'text', sealed: 'text', position: 'integer' },
        ...{ nhsNumber: 'text', upn: 'text', forename: 'text', surname: 'text' },
        ...{ dateOfBirth: 'text', homePostcode: 'text' },
      },
      primaryKey: ['recordRef'],
      indexes: [
        ...[['nhsNumber'], ['upn'], ['dateOfBirth', 'surname'], ['dateOfBirth', 'forename']],
        ...[['homePostcode', 'surname'], ['surname'], ['forename']],
      ],
    },
    {
      name: 'identityBlocks',
      columns: { digest: 'text', recordRef: 'text' },
      primaryKey: ['digest', 'recordRef'],
      indexes: [['recordRef']],
    },
  ],
};
