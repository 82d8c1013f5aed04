import { given } from '@ibex/testing';
import { mendingDecider } from './mending.decider';
import type { MendingFact } from './mending.events';

const by = 'E09000008';
const mending = given(mendingDecider, '2026-03-02T09:00:00.000Z');
const asideData = { by, sequence: 7, entryId: 'e-7', reason: 'webhook/refused', status: 422 };
const aside: MendingFact = { type: 'EntrySetAside', data: asideData };
const redriven: MendingFact = { type: 'AsideRedriven', data: { by, sequences: [7] } };
const taken: MendingFact = { type: 'AsideTaken', data: { by, sequence: 7 } };
const order = { by, replayId: 'r-1', fromSequence: 3, toSequence: 9 };
const replay: MendingFact = { type: 'ReplayOrdered', data: order };

describe('an entry that the subscriber’s end refuses', () => {
  it('is set aside once', () => {
    mending().when({ type: 'SetEntryAside', data: asideData }).then(aside);
    mending(aside).when({ type: 'SetEntryAside', data: asideData }).then();
  });

  it('is sent once more by order: by its number, or with all the others', () => {
    mending(aside)
      .when({ type: 'RedriveAside', data: { by, sequences: [7] } })
      .then(redriven);
    mending(aside).when({ type: 'RedriveAside', data: { by } }).then(redriven);
  });

  it('is not ordered twice while it is on its way', () => {
    mending(aside, redriven)
      .when({ type: 'RedriveAside', data: { by, sequences: [7] } })
      .then();
  });

  it('is set aside again when it is refused again, and can then be ordered again', () => {
    mending(aside, redriven).when({ type: 'SetEntryAside', data: asideData }).then(aside);
    mending(aside, redriven, aside).when({ type: 'RedriveAside', data: { by } }).then(redriven);
  });

  it('is not taken after all by an order that was over before it was set aside again', () => {
    mending(aside, redriven, aside)
      .when({ type: 'RecordAsideTaken', data: { by, sequence: 7 } })
      .then();
  });

  it('is off the list when it was taken after all', () => {
    mending(aside, redriven)
      .when({ type: 'RecordAsideTaken', data: { by, sequence: 7 } })
      .then(taken);
    mending(aside, redriven, taken)
      .when({ type: 'RecordAsideTaken', data: { by, sequence: 7 } })
      .then();
    mending(aside, redriven, taken)
      .when({ type: 'RedriveAside', data: { by } })
      .refused('set-aside/nothing-there');
  });

  it('must be on the list to be sent once more', () => {
    mending(aside)
      .when({ type: 'RedriveAside', data: { by, sequences: [7, 8] } })
      .refused('set-aside/not-known');
  });
});

describe('a replay', () => {
  it('is ordered, one at a time', () => {
    mending().when({ type: 'OrderReplay', data: order }).then(replay);
    mending(replay)
      .when({ type: 'OrderReplay', data: { ...order, replayId: 'r-2' } })
      .refused('replay/under-way');
  });

  it('is finished once, and another may be ordered', () => {
    const finished: MendingFact = { type: 'ReplayFinished', data: { by, replayId: 'r-1' } };
    mending(replay).when({ type: 'FinishReplay', data: finished.data }).then(finished);
    mending(replay, finished).when({ type: 'FinishReplay', data: finished.data }).then();
    mending(replay, finished)
      .when({ type: 'OrderReplay', data: { ...order, replayId: 'r-2' } })
      .then({ ...replay, data: { ...order, replayId: 'r-2' } });
  });

  it('needs something to send', () => {
    mending()
      .when({ type: 'OrderReplay', data: { ...order, fromSequence: 10 } })
      .refused('replay/nothing-there');
  });
});

const NOW = '2025-03-31T12:00:00.000Z';
const saying = (pattern: RegExp): unknown => expect.stringMatching(pattern);

describe('what there is nothing of', () => {
  it('is refused with the field at fault and what to do instead', () => {
    const { initialState } = mendingDecider;
    const ordered = { ...order, fromSequence: 10 };
    expect([
      mendingDecider.decide({ type: 'OrderReplay', data: ordered }, initialState, NOW),
      mendingDecider.decide({ type: 'RedriveAside', data: { by } }, initialState, NOW),
    ]).toMatchObject([
      { refusal: { field: 'fromSequence', because: saying(/Give a fromSequence up to it/) } },
      { refusal: { field: 'sequences', because: saying(/order a replay/) } },
    ]);
  });
});
