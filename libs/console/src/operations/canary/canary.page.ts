import type { AnswerOf } from '@ibex/sdk';
import type { Cell } from '../../frame/cells';
import { headed } from '../parts/crumbs';

export type Canary = AnswerOf<'get', '/v1/status/canary'>;
export const PATH = '/console/operations/canary';
export const CANARY_DONE = { sent: 'A canary is on its way. Look again in a few seconds.' };

const PLACES: Readonly<Record<Canary['places'][number]['place'], string>> = {
  mailbox: 'The mailbox that all channels read',
  webhook: 'The operator’s own webhook',
  kafka: 'The message bus, there and back',
};

export const lengthOf = (ms: number): string =>
  ms < 1000 ? `${String(Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} seconds`;

const rowOf = ({ place, ms, seenAt, isLatest }: Canary['places'][number]): readonly Cell[] => [
  PLACES[place],
  isLatest
    ? { tag: 'The last one came', colour: 'green' }
    : { tag: 'The last one is not there yet', colour: 'yellow' },
  lengthOf(ms),
  { when: seenAt },
];

export const canaryPage = (
  { lastSentAt, places }: Canary,
  more: Readonly<{ key: string; done?: string | undefined }>,
) => ({
  ...headed('Canary'),
  ...{ ...more, lastSentAt },
  table: {
    caption: 'How long the last one took, place by place',
    columns: ['Place', 'State', 'It took', 'Seen'],
    rows: places.map(rowOf),
  },
});
