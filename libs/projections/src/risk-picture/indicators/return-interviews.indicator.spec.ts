import { countOf, episode, fact, picture } from '../picture.fixture';
import { returnInterviews } from './return-interviews.indicator';

const returned = (when: object, ...after: readonly (readonly [string, object])[]) => [
  ...episode('a', '2026-03-01'),
  fact('missing-a', 'MissingFound', { when }),
  ...after.map(([type, at]) => fact('missing-a', type, { when: at })),
];
const HELD = 'MissingInterviewHeld';
const END = { at: '2026-03-28T10:00:00.000Z' };

describe('return interviews', () => {
  it.each([
    ['held in time', { at: '2026-03-31T10:00:00.000Z' }],
    ['held late', { at: '2026-03-31T10:00:00.001Z' }],
    ['held in time', { on: '2026-03-31' }],
    ['held late', { on: '2026-04-01' }],
  ])('are %s at %j, counted in hours across the change of the clocks', (outcome, at) => {
    const all = picture(returned(END, [HELD, at]), { now: '2026-04-02T00:00:00.000Z', today: '2026-04-02' });
    expect(countOf(returnInterviews, all, outcome)).toBe(1);
  });

  it.each([
    ['2026-03-31T10:00:00.000Z', 'not due yet'],
    ['2026-03-31T10:00:00.001Z', 'none on record, time is over'],
  ])('at %s without one on record: %s', (now, outcome) => {
    expect(countOf(returnInterviews, picture(returned(END), { now }), outcome)).toBe(1);
  });

  it('count from the end of the day where only the day of the return is known', () => {
    const facts = returned({ on: '2026-03-27' });
    // the day ends at midnight in winter time; 72 hours later it is one o’clock in summer time
    const at = (now: string) => countOf(returnInterviews, picture(facts, { now }), 'not due yet');
    expect([at('2026-03-31T00:00:00.000Z'), at('2026-03-31T00:00:00.001Z')]).toStrictEqual([1, 0]);
  });

  it('are declined unless one was held all the same', () => {
    const declined = ['MissingInterviewDeclined', { on: '2026-03-29' }] as const;
    expect(countOf(returnInterviews, picture(returned(END, declined)), 'declined')).toBe(1);
    const held = picture(returned(END, declined, [HELD, { on: '2026-03-30' }]));
    expect(countOf(returnInterviews, held, 'held in time')).toBe(1);
  });

  it.each([
    ['2025-04-01', 'found'],
    ['2025-03-31', 'none'],
  ])('of a return on %s are %s: the last 365 days', (on, state) => {
    expect(returnInterviews.of(picture(episode('a', on, on))).state).toBe(state);
  });

  it('are not asked for of an episode that was told when it was over', () => {
    const told = fact('missing-a', 'MissingReported', { lastSeen: { on: '2026-03-01' }, alreadyOver: true });
    const ended = fact('missing-a', 'MissingFound', { when: { on: '2026-03-02' } });
    expect(returnInterviews.of(picture([told, ended])).state).toBe('none');
  });

  it('are not known to an area that was only asked to look out', () => {
    const facts = episode('a', '2026-03-01', '2026-03-02').map((each) => ({
      ...each,
      toldAs: 'area-at-risk',
    }));
    expect(returnInterviews.of(picture(facts)).state).toBe('not-known');
  });
});
