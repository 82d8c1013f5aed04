import type { ViewSchema } from '@ibex/kernel';

/** When a channel last brought an authority something, UTC. */
export type ReceivingRow = Readonly<{ authority: string; channel: string; lastDeliveredAt: string }>;
export type ReceivingTables = Readonly<{ receiving: ReceivingRow }>;

export const RECEIVING_SCHEMA: ViewSchema = {
  name: 'receiving',
  version: 1,
  tables: [
    {
      name: 'receiving',
      columns: { authority: 'text', channel: 'text', lastDeliveredAt: 'text' },
      primaryKey: ['authority', 'channel'],
      sight: [{ column: 'authority' }],
    },
  ],
};
