import type { EpisodeOfRecord } from '@ibex/kernel';
import { USUAL_LOOKOUTS, remindersIn } from './reminders.rule';
import type { Known, LookoutStanding } from './reminders.rule';

const [OWNER, NOW] = ['E09000012', '2026-03-10T12:00:00.000Z'] as const;
const episode: EpisodeOfRecord = {
  ...{ notice: 'missing-1', recordRef: 'child-1', owner: OWNER },
  ...{ reportedAt: '2026-03-10T11:00:00.000Z', isOpen: true },
};
const ended: EpisodeOfRecord = { ...episode, isOpen: false, endedOn: '2026-03-10' };
const lookout: LookoutStanding = {
  ...{ id: 'l-1', by: OWNER, about: 'child-1', since: '2026-03-10' },
  ...{ askedAt: '2026-03-10T11:05:00.000Z', isOver: false },
};
const found = (known: Partial<Known>) =>
  remindersIn(
    { lookouts: [], episodes: [], restricted: new Set(['child-1']), now: NOW, ...known },
    USUAL_LOOKOUTS,
  );

describe('what the owner of a restricted missing child is reminded of', () => {
  it('is to decide whom to tell, a quarter of an hour after its report', () => {
    expect(found({ episodes: [episode] })).toEqual([{ kind: 'wanted', by: OWNER, notice: 'missing-1' }]);
    expect(found({ episodes: [{ ...episode, reportedAt: '2026-03-10T11:46:00.000Z' }] })).toEqual([]);
  });

  it('is nothing where the record is open, the child is back, or somebody was told', () => {
    expect(found({ episodes: [episode], restricted: new Set() })).toEqual([]);
    expect(found({ episodes: [ended] })).toEqual([]);
    expect(found({ episodes: [episode], lookouts: [lookout] })).toEqual([]);
    // ended by its owner, who decided then that nobody else is to know
    expect(found({ episodes: [episode], lookouts: [{ ...lookout, isOver: true }] })).toEqual([]);
  });

  it('is to decide anew for another report, whatever was over before it', () => {
    const before = { ...lookout, askedAt: '2026-02-01T09:00:00.000Z', since: '2026-02-01', isOver: true };
    expect(found({ episodes: [episode], lookouts: [before] })).toHaveLength(1);
  });

  it('is to look at a lookout that is still open after three days, and every three days', () => {
    const old = { ...lookout, askedAt: '2026-03-07T11:59:00.000Z' };
    expect(found({ lookouts: [old] })).toEqual([{ kind: 'still-open', by: OWNER, id: 'l-1' }]);
    expect(found({ lookouts: [{ ...old, remindedAt: '2026-03-10T11:59:00.000Z' }] })).toEqual([]);
    expect(found({ lookouts: [{ ...old, isOver: true }] })).toEqual([]);
  });

  it('ends with the child’s return, unless it is missing again', () => {
    expect(found({ episodes: [ended], lookouts: [lookout] })).toEqual([
      { kind: 'over', by: OWNER, id: 'l-1' },
    ]);
    const again = { ...episode, notice: 'missing-2' };
    expect(found({ episodes: [ended, again], lookouts: [lookout] })).toEqual([]);
    // an episode of last month says nothing of this one
    expect(found({ episodes: [{ ...ended, endedOn: '2026-02-01' }], lookouts: [lookout] })).toEqual([]);
    expect(found({ episodes: [{ ...ended, recordRef: 'child-2' }], lookouts: [lookout] })).toEqual([]);
  });
});
