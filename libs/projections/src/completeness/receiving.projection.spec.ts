import { recorded, rowsAfter, rowsAfterTwice } from '../shared/replay.fixture';
import { CROYDON } from '../shared/placement.fixture';
import { receivingProjection } from './receiving.projection';

const delivered = (at: string, channel: string, entry: string) => ({
  stream: `delivery-${entry}`,
  type: 'NoticeDelivered',
  data: { authority: CROYDON, sequence: 1, channel, evidence: 'handed-out', deliveredAt: at },
});
const facts = recorded(
  delivered('2025-03-03T09:00:00.000Z', 'webhook', 'e1'),
  delivered('2025-03-03T09:05:00.000Z', 'pull-feed', 'e2'),
  delivered('2025-03-03T09:07:00.000Z', 'webhook', 'e3'),
  { stream: 'delivery-e3', type: 'NoticeOpened', data: { by: CROYDON } },
);

describe('what authorities receive', () => {
  it('is kept as the last that each channel brought', () => {
    expect(rowsAfter(receivingProjection, facts)).toStrictEqual({
      receiving: [
        { authority: CROYDON, channel: 'webhook', lastDeliveredAt: '2025-03-03T09:07:00.000Z' },
        { authority: CROYDON, channel: 'pull-feed', lastDeliveredAt: '2025-03-03T09:05:00.000Z' },
      ],
    });
  });

  it('gives the same rows when it is replayed', () => {
    expect(rowsAfterTwice(receivingProjection, facts)).toStrictEqual(rowsAfter(receivingProjection, facts));
  });
});
