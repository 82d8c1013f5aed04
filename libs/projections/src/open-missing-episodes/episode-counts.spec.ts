import { countEpisodes } from './episode-counts';

const start = (stream: string, startedOn: string, startedAt = startedOn) => ({
  stream,
  recordRef: 'record-ref-1',
  startedAt,
  startedOn,
});
const TODAY = '2025-03-31';

describe('counts of a child’s missing episodes', () => {
  it('counts an episode of 29 days ago in the last 30 days, and one of 30 days ago no more', () => {
    const [inside, outside] = [start('a', '2025-03-02'), start('b', '2025-03-01')];

    expect(countEpisodes(inside, [inside, outside], TODAY)).toStrictEqual({
      episodeNumber: 2,
      episodes: { last30Days: 1, last90Days: 2, last365Days: 2 },
    });
  });

  it('counts nothing older than a year, and nothing that is said to begin tomorrow', () => {
    const [old, ahead] = [start('a', '2024-03-31'), start('b', '2025-04-01')];

    expect(countEpisodes(old, [old, ahead], TODAY)).toStrictEqual({
      episodeNumber: 1,
      episodes: { last30Days: 0, last90Days: 0, last365Days: 0 },
    });
  });

  it('numbers two episodes of the same moment one after the other', () => {
    const [first, second] = [start('a', '2025-03-31'), start('b', '2025-03-31')];

    expect(
      [first, second].map((each) => countEpisodes(each, [second, first], TODAY).episodeNumber),
    ).toStrictEqual([1, 2]);
  });
});
