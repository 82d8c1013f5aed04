import { dutyIdOf } from '@ibex/runtime';
import { visitDefinition } from '../shared/invented-type.fixture';
import { inAnyOrder, recorded, rowsAfter, rowsAfterTwice } from '../shared/replay.fixture';
import type { Told } from '../shared/replay.fixture';
import { dutiesProjection } from './duties.projection';

const projection = dutiesProjection([visitDefinition]);
const asked = { stream: 'visit-v1', type: 'VisitAsked', data: {} };
const made = { stream: 'visit-v1', type: 'VisitMade', data: {} };
const cancelled = { stream: 'visit-v1', type: 'VisitCancelled', data: {} };

const visitDuty = {
  change: 'opened',
  kind: 'visit',
  text: 'Visit the child',
  owedBy: 'E09000008',
  startedAt: '2025-03-03',
  source: 'invented reg 2',
} as const;

const openDuty = {
  begins: 0,
  stream: 'visit-v1',
  key: 'visit-1',
  clock: dutyIdOf('visit-v1', 'visit-1'),
  notification: 'visit',
  recordRef: 'record-ref-1',
  owner: 'E09000008',
  kind: 'visit',
  text: 'Visit the child',
  owedBy: 'E09000008',
  owedTo: 'E09000007',
  startedAt: '2025-03-03T09:00:00.000Z',
  otherStarts: '[{"at":"2025-03-01","dueAt":"2025-03-08T00:00:00.000Z","countedFrom":"the move"}]',
  dueAt: '2025-03-10T00:00:00.000Z',
  targetAt: null,
  provisional: 1,
  source: 'invented reg 2',
  metAt: null,
  entryId: null,
  movedBecause: null,
  voidBecause: null,
  sortAt: '2025-03-10T00:00:00.000Z',
};

describe('duties', () => {
  it('opens what the deadline rule opens, with every date that a protocol would count from', () => {
    expect(rowsAfter(projection, recorded(asked))).toStrictEqual({ duties: [openDuty] });
  });

  it('marks a duty as met at the instant that the rule gives', () => {
    expect(rowsAfter(projection, recorded(asked, made))).toStrictEqual({
      duties: [{ ...openDuty, metAt: '2025-03-03T09:01:00.000Z' }],
    });
  });

  it('marks a duty as void with the reason', () => {
    expect(rowsAfter(projection, recorded(asked, cancelled))).toStrictEqual({
      duties: [{ ...openDuty, voidBecause: 'cancelled' }],
    });
  });

  it('replaces a duty that is opened again under the same key, no longer met', () => {
    expect(rowsAfter(projection, recorded(made, asked))).toStrictEqual({
      duties: [{ ...openDuty, startedAt: '2025-03-03T09:01:00.000Z' }],
    });
  });

  it('hands the rule the earlier facts of the same stream only', () => {
    const elsewhere = { ...asked, stream: 'visit-v2' };
    const keys = rowsAfter(projection, recorded(elsewhere, asked, made, asked))['duties'];

    expect(keys?.map(({ stream, key }) => [stream, key])).toStrictEqual([
      ['visit-v2', 'visit-1'],
      ['visit-v1', 'visit-1'],
      ['visit-v1', 'visit-2'],
    ]);
  });

  it('sorts a duty without a date after every dated one', () => {
    const undated = dutiesProjection([
      {
        ...visitDefinition,
        deadlines: () => [
          {
            change: 'opened',
            key: 'host',
            kind: 'establish-host',
            text: 'Establish the host authority',
            owedBy: 'E09000008',
            startedAt: '2025-03-03',
            source: 'invented reg 3',
          },
        ],
      },
    ]);

    expect(rowsAfter(undated, recorded(asked))).toStrictEqual({
      duties: [
        {
          ...openDuty,
          key: 'host',
          clock: dutyIdOf('visit-v1', 'host'),
          kind: 'establish-host',
          text: 'Establish the host authority',
          owedTo: null,
          startedAt: '2025-03-03',
          otherStarts: '[]',
          dueAt: null,
          provisional: 0,
          source: 'invented reg 3',
          sortAt: '9999-12-31T00:00:00.000Z',
        },
      ],
    });
  });

  const clockOf = (type: string, dueAt: string): Told => ({
    stream: `clock-${dutyIdOf('visit-v1', 'visit-1')}`,
    type,
    data: { startedAt: '2025-03-03T09:00:00.000Z', dueAt, newDueAt: '2025-03-11T00:00:00.000Z' },
  });

  it('shows the date as a proclaimed bank holiday moved it', () => {
    const recomputed = clockOf('ClockRecomputed', '2025-03-10T00:00:00.000Z');
    expect(rowsAfter(projection, recorded(asked, recomputed))).toStrictEqual({
      duties: [
        {
          ...openDuty,
          dueAt: '2025-03-11T00:00:00.000Z',
          sortAt: '2025-03-11T00:00:00.000Z',
          movedBecause: 'bank-holiday',
        },
      ],
    });
  });

  it('shows a service target as the pause of its clock moved it, and no other date', () => {
    const target = '2025-03-05T00:00:00.000Z';
    const aimedAt = dutiesProjection([
      {
        ...visitDefinition,
        deadlines: () => [
          { ...visitDuty, key: 'visit-1', targetAt: target },
          { ...visitDuty, key: 'visit-2', targetAt: target },
        ],
      },
    ]);
    const rows = rowsAfter(aimedAt, recorded(asked, clockOf('ClockResumed', target)))['duties'];

    expect(
      rows?.map(({ key, targetAt, sortAt, movedBecause }) => [key, targetAt, sortAt, movedBecause]),
    ).toStrictEqual([
      ['visit-1', '2025-03-11T00:00:00.000Z', '2025-03-11T00:00:00.000Z', 'paused'],
      ['visit-2', target, target, null],
    ]);
  });

  it('leaves a date alone that is not the one that the clock ran towards', () => {
    const stale = clockOf('ClockRecomputed', '2025-03-09T00:00:00.000Z');
    expect(rowsAfter(projection, recorded(asked, stale))).toStrictEqual({ duties: [openDuty] });
  });

  it('gives the same rows when it is replayed', () => {
    const facts = recorded(asked, made, asked, cancelled, { ...asked, stream: 'visit-v2' });

    expect(inAnyOrder(rowsAfterTwice(projection, facts))).toStrictEqual(
      inAnyOrder(rowsAfter(projection, facts)),
    );
  });
});
