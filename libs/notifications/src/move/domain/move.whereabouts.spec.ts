import { without } from '../../shared/domain/without';
import { changes, corrected, keysOf, opened, temporary } from './move.duties.fixture';
import type { MoveEvent, MoveParticulars } from './move.events';
import {
  CROYDON,
  LEWISHAM,
  NOW,
  arrived,
  at,
  needMove,
  notArrived,
  notified,
  planMove,
  supplied,
  withdrawn,
} from './move.fixture';

describe('whereabouts', () => {
  const lost: MoveParticulars = { ...planMove, toAuthority: { kind: 'unknown' } };

  it('asks for the alert when a child with a plan did not arrive and nobody knows where the child is', () => {
    expect(changes([notified(), notArrived()])).toEqual([
      { change: 'void', key: 'transfer-in-conference', because: 'The child did not arrive.' },
      { change: 'void', key: 'written-information', because: 'The child did not arrive.' },
      { change: 'void', key: 'answer', because: 'The child did not arrive.' },
      expect.objectContaining({ key: 'missing-family-alert', owedBy: CROYDON, startedAt: NOW }),
    ]);
  });

  it('does not where the child is known to be elsewhere, or has no plan', () => {
    expect(opened('missing-family-alert', changes([notified(), notArrived('elsewhere')]))).toBeUndefined();
    expect(opened('missing-family-alert', changes([notified(needMove), notArrived()]))).toBeUndefined();
  });

  it('ends the alert and takes the other duties up again when the child arrives after all', () => {
    const later = '2026-03-05T10:00:00.000Z';
    const back = changes([notified(), notArrived(), arrived], NOW, NOW, later);
    expect(keysOf(back)).toEqual([
      'void missing-family-alert',
      'opened transfer-in-conference',
      'opened written-information',
      'opened answer',
    ]);
    expect(opened('transfer-in-conference', back)).toMatchObject({ startedAt: NOW });
  });

  it('asks for the alert and for the authority where it is unknown from the start', () => {
    expect(keysOf(changes([notified(lost)]))).toEqual([
      'opened establish-receiving-authority',
      'opened missing-family-alert',
    ]);
  });

  it('has the authority established by a correction', () => {
    const later = '2026-03-05T10:00:00.000Z';
    expect(changes([notified(lost), corrected(planMove)], NOW, later)).toContainEqual({
      change: 'met',
      key: 'establish-receiving-authority',
      at: later,
    });
  });

  it('asks the authority that found a family to establish where it comes from', () => {
    const found: MoveParticulars = { ...needMove, fromAuthority: { kind: 'unknown' } };
    const duty = opened('establish-originating-authority', changes([notified(found, LEWISHAM)]));
    expect(duty).toMatchObject({ owedBy: LEWISHAM, startedAt: NOW });
    const known = { ...found, fromAuthority: at(CROYDON) };
    const later = '2026-03-05T10:00:00.000Z';
    const after = changes([notified(found, LEWISHAM), corrected(known, LEWISHAM)], NOW, later);
    expect(after).toContainEqual({ change: 'met', key: 'establish-originating-authority', at: later });
    expect(opened('written-information', after)).toMatchObject({ startedAt: later });
  });

  it('asks to tell an authority outside England by other means', () => {
    const abroad: MoveParticulars = { ...planMove, toAuthority: { kind: 'outside-england', code: 'WAL' } };
    expect(keysOf(changes([notified(abroad)]))).toEqual(['opened tell-outside-england']);
    expect(changes([notified(abroad), supplied])).toEqual([
      { change: 'met', key: 'tell-outside-england', at: NOW },
    ]);
  });

  it('lets nothing of the move run on for a child who is not there', () => {
    const stay = notified({ ...temporary, section47Open: true });
    expect(keysOf(changes([stay, notArrived('elsewhere')]))).toEqual([
      'void written-information',
      'void section-47',
      'void temporary-review',
    ]);
    expect(keysOf(changes([stay, withdrawn]))).toEqual([
      'void written-information',
      'void section-47',
      'void temporary-review',
    ]);
  });

  it('asks for nothing more about a notice that was withdrawn', () => {
    expect(keysOf(changes([notified(lost), withdrawn]))).toEqual([
      'void establish-receiving-authority',
      'void missing-family-alert',
    ]);
  });

  it('counts from the arrival where it came later than expected', () => {
    const rest = without(planMove, 'movedOn');
    const expected = notified({ ...rest, expectedOn: '2026-03-09' });
    const late: MoveEvent = {
      type: 'MoveArrived',
      data: { by: LEWISHAM, arrivedOn: '2026-03-11', occurredAt: '2026-03-11T00:00:00.000Z' },
    };
    const found = changes([expected, late], NOW, '2026-03-11T10:00:00.000Z');
    expect(opened('transfer-in-conference', found)).toMatchObject({
      startedAt: '2026-03-11',
      dueAt: '2026-04-01T23:00:00.000Z',
    });
  });
});
