import { reachIn } from './reach.rule';
import type { ToldStepRow, ToldTaskRow } from './what-we-told.schema';

const [CROYDON, BARNET, KENT] = ['E09000008', 'E09000003', 'E10000016'];
const at = '2025-03-03T09:00:00.000Z';
const step = (authority: string, more: Partial<ToldStepRow> = {}): ToldStepRow => ({
  ...{ factId: 'f', authority, deliveredAt: at, openedAt: null, acknowledgedAt: null },
  ...more,
});
const task = (recipient: string, state: ToldTaskRow['state']): ToldTaskRow => ({
  ...{ factId: 'f', recipient, owner: 'E09000007', state },
});
const entries = [{ authority: CROYDON }, { authority: BARNET }];
const nobody = { told: 0, waiting: 0, delivered: 0, opened: 0, acknowledged: 0, toTell: 0, toldOtherwise: 0 };

describe('how far something has come', () => {
  it('is nowhere while nobody was told', () => {
    expect(reachIn({ entries: [], steps: [], tasks: [] })).toEqual(nobody);
  });

  it('counts recipients by the furthest that each has come', () => {
    const steps = [step(CROYDON, { openedAt: at, acknowledgedAt: at })];
    expect(reachIn({ entries, steps, tasks: [task(KENT, 'open')] })).toEqual({
      ...{ told: 3, waiting: 1, delivered: 1, opened: 1, acknowledged: 1, toTell: 1, toldOtherwise: 0 },
    });
  });

  it('takes for delivered what was taken on, however it came there', () => {
    const steps = [step(CROYDON, { deliveredAt: null, acknowledgedAt: at }), step(BARNET)];
    expect(reachIn({ entries, steps, tasks: [] })).toMatchObject({
      ...{ waiting: 0, delivered: 2, opened: 0, acknowledged: 1 },
    });
  });

  it('counts who joined since in its mailbox, and once, even if a letter went before', () => {
    const tasks = [task(CROYDON, 'done'), task(BARNET, 'joined'), task(KENT, 'joined')];
    expect(reachIn({ entries, steps: [], tasks })).toEqual({ ...nobody, told: 2, waiting: 2 });
  });

  it('counts whom a letter has told apart from those in whose mailbox it lies', () => {
    expect(reachIn({ entries: [], steps: [], tasks: [task(KENT, 'done')] })).toEqual({
      ...{ ...nobody, told: 1, toldOtherwise: 1 },
    });
  });

  it('knows nobody who was not told', () => {
    expect(reachIn({ entries: [], steps: [step(CROYDON)], tasks: [] })).toEqual(nobody);
  });
});
