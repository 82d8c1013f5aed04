import { feedDecider } from './feed.decider';
import type { FeedCommand } from './feed.decider';
import type { FeedFact } from '../../shared/postings/feed.events';

const feed = { authority: 'E10000016', notification: 'placement' } as const;
const silence = {
  ...feed,
  title: 'placements',
  lastPostedAt: '2026-03-02T09:00:00.000Z',
  since: '2026-03-06',
  usually: 'daily',
  limit: 3,
} as const;
const fellSilent: FeedFact = { type: 'FeedFellSilent', data: silence };
const postedAt = '2026-03-11T10:00:00.000Z';
const resumed: FeedFact = { type: 'FeedResumed', data: { ...feed, postedAt, silentSince: '2026-03-06' } };

const after = (...facts: readonly FeedFact[]) => ({
  deciding: (command: FeedCommand) =>
    feedDecider.decide(
      command,
      facts.reduce((state, fact) => feedDecider.evolve(state, fact), feedDecider.initialState),
      '2026-03-11T10:01:00.000Z',
    ),
});
const note = { type: 'NoteFeedSilent', data: silence } as const;
const noteResumed = { type: 'NoteFeedResumed', data: { ...feed, postedAt } } as const;
const refused = (code: string) => ({
  outcome: 'refused',
  refusal: expect.objectContaining({ code }) as object,
});

describe('the silence of a feed', () => {
  it('is put on record with what it is judged by', () => {
    expect(after().deciding(note)).toStrictEqual({ outcome: 'accepted', facts: [fellSilent] });
  });

  it('is told once, however long it lasts', () => {
    expect(after(fellSilent).deciding(note)).toMatchObject(refused('feed/silence-on-record'));
  });

  it('is not told by whoever has not seen that something was posted since', () => {
    expect(after(fellSilent, resumed).deciding(note)).toMatchObject(refused('feed/posted-since'));
  });

  it('is told again when a feed falls silent anew', () => {
    const again = { ...silence, lastPostedAt: postedAt, since: '2026-03-17' };
    expect(after(fellSilent, resumed).deciding({ ...note, data: again })).toStrictEqual({
      outcome: 'accepted',
      facts: [{ type: 'FeedFellSilent', data: again }],
    });
  });

  it('ends with the next posting', () => {
    expect(after(fellSilent).deciding(noteResumed)).toStrictEqual({ outcome: 'accepted', facts: [resumed] });
  });

  it.each([
    ['of a feed that is not silent', []],
    ['twice', [fellSilent, resumed]],
  ] as const)('does not end %s', (_, facts) => {
    expect(after(...facts).deciding(noteResumed)).toMatchObject(refused('feed/not-silent'));
  });

  it('does not end with the posting after which it began', () => {
    const same = { ...noteResumed, data: { ...feed, postedAt: silence.lastPostedAt } };
    expect(after(fellSilent).deciding(same)).toMatchObject(refused('feed/not-silent'));
  });
});
