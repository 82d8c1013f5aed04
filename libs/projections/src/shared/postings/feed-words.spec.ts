import { sentenceOf } from './feed-words';

const kent = { name: 'Kent', notification: 'placement', today: '2026-03-10' } as const;

describe('how an authority’s feed is put into words', () => {
  it.each([
    [
      'silent',
      { lastPostedOn: '2026-03-01', usually: 'daily', silentSince: '2026-03-06' },
      'Kent last posted placements 9 days ago, usually daily: silent since 2026-03-06, so some may be missing',
    ],
    [
      'as usual',
      { lastPostedOn: '2026-03-09', usually: 'weekly' },
      'Kent last posted placements yesterday, usually weekly',
    ],
    [
      'of no rhythm',
      { lastPostedOn: '2026-03-10', usually: 'irregular' },
      'Kent last posted placements today, with no regular rhythm',
    ],
    [
      'new',
      { lastPostedOn: '2026-03-08' },
      'Kent last posted placements 2 days ago; too few postings to say how often it does',
    ],
    ['not there', {}, 'Kent has never posted placements here'],
  ] as const)('when it is %s', (_, more, says) => {
    expect(sentenceOf({ ...kent, ...more })).toBe(says);
  });

  it('names missing episodes as people do, and a type that nobody has put into words by its name', () => {
    const says = ['missing', 'exploitation', 'sighting'].map((notification) =>
      sentenceOf({ ...kent, notification }),
    );
    expect(says).toStrictEqual([
      'Kent has never posted missing episodes here',
      'Kent has never posted exploitation concerns here',
      'Kent has never posted sighting notices here',
    ]);
  });
});
