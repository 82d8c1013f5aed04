import type { ChannelKind, Payload, ViewSchema } from '@ibex/kernel';
import type { PausedBecause } from '../domain/subscription.events';

/** Subscriptions as they stand. Words and addresses are in here as they were sealed. */
export const SUBSCRIPTIONS_SCHEMA: ViewSchema = {
  name: 'subscriptions',
  version: 4,
  tables: [
    {
      name: 'subscriptions',
      columns: {
        subscriptionId: 'text',
        authority: 'text',
        channel: 'text',
        filter: 'text',
        payload: 'text',
        cadence: 'text',
        desk: 'text',
        startsAfter: 'integer',
        state: 'text',
        pausedBecause: 'text',
        pausedUntil: 'text',
        trouble: 'text',
        revision: 'integer',
        openedAt: 'text',
        confirmedBy: 'text',
        nameFact: 'text',
        nameSealed: 'text',
        targetFact: 'text',
        targetSealed: 'text',
      },
      primaryKey: ['subscriptionId'],
      indexes: [['authority', 'openedAt']],
      sight: [{ column: 'authority' }],
    },
  ],
};

/** A row of the table `subscriptions`. */
export type SubscriptionRow = Readonly<{
  subscriptionId: string;
  authority: string;
  channel: ChannelKind;
  /** JSON of an EntryFilter. */
  filter: string;
  payload: Payload;
  /** JSON of a Cadence; null: as usual. */
  cadence: string | null;
  desk: string | null;
  startsAfter: number;
  state: 'live' | 'paused' | 'closed';
  pausedBecause: PausedBecause | null;
  pausedUntil: string | null;
  /** JSON of a KnownTrouble. */
  trouble: string | null;
  revision: number;
  openedAt: string;
  /** JSON of a Confirmation. */
  confirmedBy: string | null;
  nameFact: string | null;
  nameSealed: string | null;
  targetFact: string | null;
  targetSealed: string | null;
}>;
