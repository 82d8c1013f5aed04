import type { ViewSchema } from '@ibex/kernel';

/**
 * `linkEnds`: every pair that anything is on record of, once from either side, so that a cluster is found by walking.
 * Nobody reads it but the service. `linkCases`: the same for the owners of the two records to decide on.
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
        ...{ byAuthority: 'text', byPerson: 'text', changedAt: 'text', position: 'integer' },
      },
      primaryKey: ['authority', 'linkId'],
      indexes: [['authority', 'standing', 'weight', 'linkId']],
      sight: [{ column: 'authority' }],
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

/** `waits`: for a second person. `by…`: who acted last; the matcher's are empty. */
export type LinkCaseRow = Readonly<{
  authority: string;
  linkId: string;
  standing: string;
  waits: number;
  weight: number;
  byAuthority: string;
  byPerson: string;
  changedAt: string;
  position: number;
}>;
