import type { ViewSchema } from '@ibex/kernel';

/** One row per episode. `…At`: instant or London date, as exactly as it was told; `…On`: London date of it. */
export type MissingEpisodeRow = Readonly<{
  /** Where in the log the episode begins. */
  begins: number;
  stream: string;
  recordRef: string | null;
  owner: string;
  responsible: string;
  state: 'open' | 'ended' | 'closed';
  kind: string;
  missingFrom: string;
  risk: string | null;
  policeForce: string | null;
  hostKind: string;
  hostCode: string | null;
  restricted: number;
  startedAt: string;
  startedOn: string;
  endedAt: string | null;
  endedOn: string | null;
  ending: string | null;
  /** Closed because the child turned eighteen. */
  turnedEighteenOn: string | null;
  sightedAt: string | null;
  sightedArea: string | null;
  reportedAt: string;
  interview: 'none' | 'offered' | 'accepted' | 'held' | 'declined';
  strategyDiscussedAt: string | null;
  numberKnownToOwner: number | null;
  acknowledgements: number;
}>;

/** Whose list an episode is on: `ours` the keepers, `here` the host, `heading-here` where the child may head for. */
export type MissingScope = 'ours' | 'here' | 'heading-here';
export type MissingPartyRow = Readonly<{
  begins: number;
  authority: string;
  scope: MissingScope;
  recordRef: string | null;
}>;

/** When each episode began, apart, because whoever is party to one episode of a child is told how many there were. */
export type MissingStartRow = Pick<
  MissingEpisodeRow,
  'begins' | 'stream' | 'recordRef' | 'startedAt' | 'startedOn'
>;

export type MissingTables = Readonly<{
  missingEpisodes: MissingEpisodeRow;
  missingParties: MissingPartyRow;
  missingStarts: MissingStartRow;
}>;

export const MISSING_SCHEMA: ViewSchema = {
  name: 'open-missing-episodes',
  version: 3,
  tables: [
    {
      name: 'missingEpisodes',
      columns: {
        begins: 'integer',
        stream: 'text',
        recordRef: 'text',
        owner: 'text',
        responsible: 'text',
        state: 'text',
        kind: 'text',
        missingFrom: 'text',
        risk: 'text',
        policeForce: 'text',
        hostKind: 'text',
        hostCode: 'text',
        restricted: 'integer',
        startedAt: 'text',
        startedOn: 'text',
        endedAt: 'text',
        endedOn: 'text',
        ending: 'text',
        turnedEighteenOn: 'text',
        sightedAt: 'text',
        sightedArea: 'text',
        reportedAt: 'text',
        interview: 'text',
        strategyDiscussedAt: 'text',
        numberKnownToOwner: 'integer',
        acknowledgements: 'integer',
      },
      primaryKey: ['begins'],
      indexes: [['state']],
      sight: [{ table: 'missingParties', on: ['begins'], column: 'authority' }],
    },
    {
      name: 'missingParties',
      columns: { begins: 'integer', authority: 'text', scope: 'text', recordRef: 'text' },
      primaryKey: ['begins', 'authority', 'scope'],
      indexes: [
        ['authority', 'scope', 'begins'],
        ['recordRef', 'authority'],
      ],
      sight: [{ column: 'authority' }],
    },
    {
      name: 'missingStarts',
      columns: {
        begins: 'integer',
        stream: 'text',
        recordRef: 'text',
        startedAt: 'text',
        startedOn: 'text',
      },
      primaryKey: ['begins'],
      indexes: [['recordRef']],
      sight: [{ table: 'missingParties', on: ['recordRef'], column: 'authority' }],
    },
  ],
};
