import { definitions } from '@ibex/notifications';
import { acknowledged, CAMDEN, CROYDON, ended, notified } from '../placement.fixture';
import { inAnyOrder, recorded, rowsAfter, rowsAfterTwice } from '../replay.fixture';
import type { Told } from '../replay.fixture';
import { postingsProjection } from './postings.projection';

const projection = postingsProjection(definitions);
const rows = (...told: readonly Told[]) => rowsAfter(projection, recorded(...told));

const placements = { authority: CAMDEN, notification: 'placement' } as const;
const silence = {
  stream: `feed-${CAMDEN}-placement`,
  type: 'FeedFellSilent',
  data: {
    ...placements,
    title: 'placements',
    lastPostedAt: '2025-03-03T09:00:00.000Z',
    since: '2025-03-07',
    usually: 'daily',
    limit: 3,
  },
  recordedAt: '2025-03-07T00:01:00.000Z',
} as const;
const resumed = {
  stream: silence.stream,
  type: 'FeedResumed',
  data: { ...placements, postedAt: '2025-03-08T10:00:00.000Z', silentSince: '2025-03-07' },
  recordedAt: '2025-03-08T10:01:00.000Z',
} as const;
const silent = {
  ...placements,
  lastPostedAt: '2025-03-03T09:00:00.000Z',
  since: '2025-03-07',
  recordedAt: '2025-03-07T00:01:00.000Z',
};

describe('postings', () => {
  it('hold when an authority last posted, and what that posting said of when it happened', () => {
    expect(rows(notified(), ended)).toStrictEqual({
      postings: [
        {
          ...placements,
          lastAt: '2025-03-03T09:01:00.000Z',
          lastOn: '2025-03-03',
          lastOccurredAt: ended.data['occurredAt'] ?? '2025-03-03T09:01:00.000Z',
        },
      ],
      postingDays: [{ ...placements, day: '2025-03-03' }],
      postingSilences: [],
    });
  });

  it('count a return of many notices as one posting', () => {
    const burst = Array.from({ length: 50 }, (_, at) => notified({}, { stream: `placement-p${String(at)}` }));
    expect(rows(...burst)['postingDays']).toStrictEqual([{ ...placements, day: '2025-03-03' }]);
  });

  it('stand on the London date: half past midnight in summer is the next day', () => {
    const late = notified({}, { recordedAt: '2025-07-01T23:30:00.000Z' });
    expect(rows(late)['postingDays']).toStrictEqual([{ ...placements, day: '2025-07-02' }]);
  });

  it('are not made by a host that takes a notice on', () => {
    const told = rows(notified(), acknowledged(CROYDON));
    expect(told['postings']?.map(({ authority }) => authority)).toStrictEqual([CAMDEN]);
  });

  it('are not made by what is about no child, such as a canary', () => {
    const canaries = recorded(notified()).map((fact) => {
      const metadata = { ...fact.metadata };
      delete metadata.recordRef;
      return { ...fact, metadata };
    });
    expect(rowsAfter(projection, canaries)['postings']).toStrictEqual([]);
  });

  it('show the silence that is on record, until it is over', () => {
    expect(rows(notified(), silence)['postingSilences']).toStrictEqual([{ ...silent, over: 0 }]);
    expect(rows(notified(), silence, resumed)['postingSilences']).toStrictEqual([{ ...silent, over: 1 }]);
  });

  it('are not made by the record of a silence', () => {
    expect(rows(silence, resumed)['postings']).toStrictEqual([]);
  });

  it('give the same rows when they are replayed', () => {
    const facts = recorded(
      notified(),
      acknowledged(CROYDON),
      silence,
      notified({}, { stream: 'placement-p2', recordedAt: '2025-03-08T10:00:00.000Z' }),
      resumed,
    );
    expect(inAnyOrder(rowsAfterTwice(projection, facts))).toStrictEqual(
      inAnyOrder(rowsAfter(projection, facts)),
    );
  });
});
