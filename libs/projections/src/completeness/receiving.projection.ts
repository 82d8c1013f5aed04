import type { Projection } from '@ibex/runtime';
import { RECEIVING_SCHEMA } from './receiving.schema';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** When each authority last received something, by channel. An entry counts for the first channel that brought it. */
export const receivingProjection: Projection = {
  schema: RECEIVING_SCHEMA,
  filter: { types: ['NoticeDelivered'] },
  project: ({ data, recordedAt }) => {
    const [authority, channel] = [text(data['authority']), text(data['channel'])];
    const lastDeliveredAt = text(data['deliveredAt']) || recordedAt;
    return authority === '' || channel === ''
      ? []
      : [{ op: 'put', table: 'receiving', row: { authority, channel, lastDeliveredAt } }];
  },
};
