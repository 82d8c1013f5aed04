import type { DutyOpened } from '@ibex/kernel';
import { changes, corrected, keysOf, opened, temporary } from './move.duties.fixture';
import type { MoveEvent, MoveParticulars } from './move.events';
import {
  CROYDON,
  LEWISHAM,
  NOW,
  accepted,
  becamePermanent,
  conferenceHeld,
  declined,
  handedOver,
  needMove,
  notified,
  planMove,
  supplied,
  withdrawn,
} from './move.fixture';

describe('transfer-in conference: 15 working days of being notified (Working Together)', () => {
  const conference = (move: MoveParticulars, notifiedAt: string): DutyOpened | undefined =>
    opened('transfer-in-conference', changes([notified(move)], notifiedAt));

  it('opens as a whole for a child with a plan who moves for good', () => {
    expect(conference(planMove, NOW)).toEqual({
      change: 'opened',
      key: 'transfer-in-conference',
      kind: 'hold-transfer-in-conference',
      text: expect.stringContaining('15 working days') as string,
      owedBy: LEWISHAM,
      owedTo: CROYDON,
      startedAt: NOW,
      otherStarts: [],
      dueAt: '2026-03-24T00:00:00.000Z',
      source: expect.stringContaining('Working Together') as string,
    });
  });

  // Notified on a London date; late from the end of the fifteenth working day after it.
  it.each([
    ['plain weeks', '2026-03-02T10:00:00.000Z', '2026-03-24T00:00:00.000Z'],
    ['the clocks go forward', '2026-03-16T10:00:00.000Z', '2026-04-08T23:00:00.000Z'],
    ['Good Friday and Easter Monday', '2026-03-30T10:00:00.000Z', '2026-04-22T23:00:00.000Z'],
    ['two bank holidays of May', '2026-04-30T10:00:00.000Z', '2026-05-22T23:00:00.000Z'],
    ['the clocks go back', '2026-10-12T10:00:00.000Z', '2026-11-03T00:00:00.000Z'],
    ['Christmas, Boxing Day in lieu and New Year', '2026-12-21T10:00:00.000Z', '2027-01-15T00:00:00.000Z'],
    ['the Platinum Jubilee', '2022-05-20T10:00:00.000Z', '2022-06-14T23:00:00.000Z'],
    ['the State Funeral', '2022-09-09T10:00:00.000Z', '2022-10-03T23:00:00.000Z'],
    ['late in the evening of a summer day', '2026-06-01T22:59:59.999Z', '2026-06-22T23:00:00.000Z'],
    ['an hour later, already the next day in London', '2026-06-01T23:00:00.000Z', '2026-06-23T23:00:00.000Z'],
    ['a Saturday', '2026-03-07T10:00:00.000Z', '2026-03-28T00:00:00.000Z'],
  ])('over %s', (_case, notifiedAt, dueAt) => {
    const move = { ...planMove, movedOn: '2022-01-01' };
    expect(conference(move, notifiedAt)).toMatchObject({ startedAt: notifiedAt, dueAt });
  });

  it('is provisional beyond the bank holidays that are published', () => {
    const move = { ...planMove, movedOn: '2026-01-01' };
    expect(conference(move, '2028-12-20T10:00:00.000Z')).toMatchObject({ provisional: true });
    expect(conference(move, '2028-12-01T10:00:00.000Z')).not.toHaveProperty('provisional');
  });

  it('counts a move announced ahead from the day of the move, and shows the strict reading', () => {
    const ahead = { ...planMove, movedOn: '2026-03-16' };
    expect(conference(ahead, NOW)).toMatchObject({
      startedAt: '2026-03-16',
      dueAt: '2026-04-08T23:00:00.000Z',
      otherStarts: [
        {
          at: NOW,
          dueAt: '2026-03-24T00:00:00.000Z',
          countedFrom: expect.stringContaining('to the letter') as string,
        },
      ],
    });
  });

  it('shows beside it what Bolton and Tees would count from', () => {
    const facts = changes(
      [notified(), { ...supplied, data: { ...supplied.data, suppliedOn: '2026-03-04' } } as MoveEvent],
      NOW,
      '2026-03-04T10:00:00.000Z',
    );
    expect(opened('transfer-in-conference', facts)).toMatchObject({
      startedAt: NOW,
      dueAt: '2026-03-24T00:00:00.000Z',
      otherStarts: [
        {
          at: '2026-03-04',
          dueAt: '2026-03-26T00:00:00.000Z',
          countedFrom: 'receipt of the written information (Bolton)',
        },
      ],
    });
    expect(opened('transfer-in-conference', changes([notified(), supplied, accepted]))).toMatchObject({
      otherStarts: [
        { at: '2026-03-02', countedFrom: 'receipt of the written information (Bolton)' },
        { at: '2026-03-02', countedFrom: 'acceptance of the referral (Tees)' },
      ],
    });
  });

  it('does not count from papers that are not complete', () => {
    const part: MoveEvent = {
      type: 'MoveInformationSupplied',
      data: { by: CROYDON, suppliedOn: '2026-03-02', kinds: ['plan'], complete: false, occurredAt: NOW },
    };
    expect(changes([notified(), part])).toEqual([]);
  });

  it('is met by the conference', () => {
    expect(changes([notified(), supplied, accepted, conferenceHeld])).toEqual([
      { change: 'met', key: 'transfer-in-conference', at: NOW },
    ]);
  });

  it('does not exist for a temporary stay or without a plan', () => {
    expect(conference(temporary, NOW)).toBeUndefined();
    expect(conference(needMove, NOW)).toBeUndefined();
    expect(conference({ ...planMove, toAuthority: { kind: 'unknown' } }, NOW)).toBeUndefined();
  });

  it('begins when a temporary move becomes permanent', () => {
    const later = '2026-06-01T10:00:00.000Z';
    expect(changes([notified(temporary), becamePermanent], NOW, later)).toEqual([
      expect.objectContaining({
        key: 'transfer-in-conference',
        startedAt: later,
        dueAt: '2026-06-22T23:00:00.000Z',
      }),
      expect.objectContaining({ key: 'answer', startedAt: later, targetAt: '2026-06-08T23:00:00.000Z' }),
      { change: 'met', key: 'temporary-review', at: NOW },
    ]);
  });

  it('begins with the correction that finds the receiving authority out', () => {
    const later = '2026-03-09T10:00:00.000Z';
    const lost: MoveParticulars = { ...planMove, toAuthority: { kind: 'unknown' } };
    expect(
      opened('transfer-in-conference', changes([notified(lost), corrected(planMove)], NOW, later)),
    ).toMatchObject({ startedAt: later });
  });
});

describe('what has no number in law', () => {
  it('asks for the written information with a target only, and names the comparator', () => {
    const duty = opened('written-information', changes([notified(needMove)]));
    expect(duty).toMatchObject({ owedBy: CROYDON, owedTo: LEWISHAM, targetAt: '2026-03-06T00:00:00.000Z' });
    expect(duty).not.toHaveProperty('dueAt');
    expect(duty?.source).toContain('Wales');
  });

  it('asks for an answer with a target only', () => {
    const duty = opened('answer', changes([notified(needMove)]));
    expect(duty).toMatchObject({ owedBy: LEWISHAM, owedTo: CROYDON, targetAt: '2026-03-10T00:00:00.000Z' });
    expect(duty).not.toHaveProperty('dueAt');
    expect(duty?.source).toContain('No statutory clock');
  });

  it('marks a target beyond the published bank holidays', () => {
    const duty = opened('answer', changes([notified(needMove)], '2028-12-28T10:00:00.000Z'));
    expect(duty).toMatchObject({ provisional: true });
  });

  it('has the answer given by acceptance, decline or conference', () => {
    const met = { change: 'met', key: 'answer', at: NOW };
    expect(changes([notified(needMove), accepted])).toContainEqual(met);
    expect(changes([notified(needMove), declined])).toEqual([met]);
    expect(changes([notified(), conferenceHeld])).toContainEqual(met);
    expect(changes([notified(needMove), declined, accepted])).toEqual([]);
  });

  it('has the information supplied when it is complete', () => {
    expect(changes([notified(needMove), supplied])).toEqual([
      { change: 'met', key: 'written-information', at: NOW },
    ]);
  });

  it('asks the receiving authority to settle open section 47 enquiries at once', () => {
    const open = notified({ ...needMove, section47Open: true });
    const duty = opened('section-47', changes([open]));
    expect(duty).toMatchObject({ owedBy: LEWISHAM, owedTo: CROYDON, startedAt: NOW });
    expect(duty).not.toHaveProperty('dueAt');
    expect(changes([open, accepted])).toContainEqual({ change: 'met', key: 'section-47', at: NOW });
    expect(
      opened('section-47', changes([notified({ ...needMove, cohort: 'section-47-open' })])),
    ).toBeDefined();
  });

  it('leaves a care leaver’s duties with the responsible authority', () => {
    const found = changes([notified({ ...needMove, cohort: 'care-leaver' })]);
    expect(opened('care-leaver-duties', found)).toMatchObject({ owedBy: CROYDON });
    expect(keysOf(found)).toEqual(['opened written-information', 'opened care-leaver-duties']);
  });
});

describe('the end of a notice', () => {
  it('voids what is open when it is withdrawn, and leaves what was met', () => {
    expect(keysOf(changes([notified(), supplied, withdrawn]))).toEqual([
      'void transfer-in-conference',
      'void answer',
    ]);
    expect(changes([notified(), supplied, withdrawn])[0]).toMatchObject({
      because: 'The notice was withdrawn.',
    });
  });

  it('changes nothing with the handover', () => {
    expect(changes([notified(needMove), supplied, accepted, handedOver])).toEqual([]);
  });

  it('says the same however often it is asked', () => {
    const facts = [notified(), supplied, accepted];
    expect(changes(facts)).toEqual(changes(facts));
  });
});
