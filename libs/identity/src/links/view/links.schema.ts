import type { ViewSchema } from '@ibex/kernel';

/**
 * `linkEnds`: every pair that anything is on record of, once from either side, so that a cluster is found by walking;
 * nobody reads it but the service. `linkCases`: the same for the owners of the two records to decide on. `linkPartings`:
 * every time that two linked records were parted, until those who had seen them as one are told.
 */
export const LINKS_SCHEMA: ViewSchema = {
  name: 'links',
  version: 1,
  tables: [
    {
      name: 'linkEnds',
      columns: {
        ...{ recordRef: 'text', other: 'text', linkId: 'text' },
        ...{ isLinked: 'integer', isApart: 'integer', isSure: 'integer', weight: 'real' },
      },
      primaryKey: ['recordRef', 'other'],
    },
    {
      name: 'linkCases',
      columns: {
        ...{ authority: 'text', linkId: 'text', standing: 'text', waits: 'integer', weight: 'real' },
        ...{ recordRef: 'text', other: 'text', otherOwner: 'text' },
        ...{ byAuthority: 'text', byPerson: 'text', changedAt: 'text', position: 'integer' },
      },
      primaryKey: ['authority', 'linkId'],
      indexes: [['authority', 'standing', 'weight', 'linkId']],
      sight: [{ column: 'authority' }],
    },
    {
      name: 'linkPartings',
      columns: { factId: 'text', linkId: 'text', at: 'text', position: 'integer', isTold: 'integer' },
      primaryKey: ['factId'],
      indexes: [['isTold', 'position']],
    },
  ],
};

/** `isSure`: a person said so. `weight`: null where nothing speaks for it any more, or nothing ever did. */
export type LinkEndRow = Readonly<{
  recordRef: string;
  other: string;
  linkId: string;
  isLinked: number;
  isApart: number;
  isSure: number;
  weight: number | null;
}>;

/** `recordRef`: the authority’s own, `other`: of another or its own, too. `waits`: for a second person. `by…`: who acted last. */
export type LinkCaseRow = Readonly<{
  authority: string;
  linkId: string;
  standing: string;
  waits: number;
  weight: number;
  recordRef: string;
  other: string;
  otherOwner: string;
  byAuthority: string;
  byPerson: string;
  changedAt: string;
  position: number;
}>;

export type LinkPartingRow = Readonly<{
  factId: string;
  linkId: string;
  at: string;
  position: number;
  isTold: number;
}>;
