import type { ShownFact } from './gap';
import { gapsIn } from './gaps.rule';
import type { GapsAsked } from './gaps.rule';

type Data = ShownFact['data'];
const fact =
  (category: string) =>
  (type: string, id: string, data: Data = {}): ShownFact => ({
    ...{ stream: `${category}-${id}`, category, type, data },
  });
const placement = fact('placement');
const missing = fact('missing');

const stay = (id: string, startsOn: string, endedOn?: string, reasonEpisodeCeased?: string) => [
  placement('PlacementNotified', id, { startsOn }),
  ...(endedOn === undefined
    ? []
    : [placement('PlacementEnded', id, { endedOn, ...(reasonEpisodeCeased && { reasonEpisodeCeased }) })]),
];
const owner: GapsAsked = { now: '2025-06-30T12:00:00.000Z', seesAll: true, silent: [] };
const gaps = (facts: readonly ShownFact[], asked: Partial<GapsAsked> = {}) =>
  gapsIn(facts, { ...owner, ...asked }).map(({ kind, from, to }) => [kind, from, to]);

describe('gaps in the course of a child', () => {
  it('lie between the end of a placement and the start of the next, whoever placed', () => {
    const facts = [
      ...stay('b', '2025-05-01'),
      ...stay('a', '2025-01-01', '2025-03-01'),
      ...stay('c', '2025-02-01', '2025-04-01'),
    ];
    expect(gaps(facts)).toEqual([['between-placements', '2025-04-01', '2025-05-01']]);
    expect(gapsIn(facts, owner)[0]?.unknown).toBe(
      'Where the child lived from 2025-04-01 until 2025-05-01: you see no placement on record',
    );
  });

  it('do not lie where a child was moved on the same day', () => {
    expect(gaps([...stay('a', '2025-01-01', '2025-03-01'), ...stay('b', '2025-03-01')])).toEqual([]);
  });

  it('go on after the last placement, for owners alone', () => {
    const facts = stay('a', '2025-01-01', '2025-03-01', 'X1');
    expect(gaps(facts)).toEqual([['after-placement', '2025-03-01', undefined]]);
    expect(gaps(facts, { seesAll: false })).toEqual([]);
    expect(gaps(facts, { now: '2025-02-28T12:00:00.000Z' })).toEqual([]);
  });

  it('are none where the child left care', () => {
    expect(gaps(stay('a', '2025-01-01', '2025-03-01', 'E4A'))).toEqual([]);
    expect(gaps([...stay('a', '2025-01-01', '2025-03-01', 'E4A'), ...stay('b', '2025-05-01')])).toEqual([]);
  });

  it('follow what was corrected and what was recalled', () => {
    const a = stay('a', '2025-01-01', '2025-03-01');
    const goesOn = placement('PlacementCorrected', 'a', { startsOn: '2025-01-01' });
    const endsLater = placement('PlacementCorrected', 'a', { startsOn: '2025-01-01', endedOn: '2025-04-01' });
    const b = stay('b', '2025-05-01');
    expect(gaps([...a, goesOn, ...b])).toEqual([]);
    expect(gaps([...a, endsLater, ...b])).toEqual([['between-placements', '2025-04-01', '2025-05-01']]);
    expect(gaps([...a, ...b, placement('PlacementWithdrawn', 'a')])).toEqual([]);
  });

  it('are told from what is shown alone: a start that is withheld is none', () => {
    expect(gaps([placement('PlacementNotified', 'a', {}), ...stay('b', '2025-05-01')])).toEqual([]);
  });

  it('begin when a child was last seen, until somebody finds it', () => {
    const reported = missing('MissingReported', 'm', { lastSeen: { at: '2025-03-02T23:30:00.000Z' } });
    const corrected = missing('MissingCorrected', 'm', { lastSeen: { on: '2025-03-01' } });
    expect(gaps([reported])).toEqual([['missing', '2025-03-02T23:30:00.000Z', undefined]]);
    expect(gaps([reported, corrected])).toEqual([['missing', '2025-03-01', undefined]]);
    for (const end of ['MissingFound', 'MissingClosed', 'MissingWithdrawn'])
      expect(gaps([reported, missing(end, 'm')])).toEqual([]);
    expect(gaps([reported, missing('MissingFound', 'other')])).toHaveLength(1);
  });

  it('begin where a source fell silent', () => {
    const silent = [{ name: 'Kent', posts: 'placements', since: '2025-06-01' }];
    expect(gapsIn([], { ...owner, silent })).toEqual([
      {
        ...{ kind: 'source-silent', from: '2025-06-01' },
        unknown:
          'Whether anything happened since 2025-06-01: Kent has posted no placements for longer than is usual for it',
      },
    ]);
  });
});
