import { given } from '@ibex/testing';
import { without } from '../../shared/domain/without';
import { moveDecider } from './move.decider';
import {
  BARNET,
  CROYDON,
  LEWISHAM,
  NOW,
  accepted,
  arrived,
  at,
  conferenceHeld,
  declined,
  handedOver,
  housingMove,
  needMove,
  notArrived,
  notified,
  planMove,
  withdrawn,
} from './move.fixture';
import type { MoveParticulars } from './move.events';
import type { MoveAction, NotifyMove } from './move.commands';

const move = given(moveDecider, NOW);
const notify = (particulars: MoveParticulars, by = CROYDON): NotifyMove => ({
  type: 'NotifyMove',
  data: { ...particulars, by },
});
const temporary: MoveParticulars = { ...planMove, permanence: 'temporary', temporaryUntil: '2026-04-30' };

describe('notifying a move', () => {
  it('records what the originating authority tells, and passes the personal part through unread', () => {
    const personal = { newAddress: '1 Test Street', narrative: 'Moved in with an aunt.' };
    move()
      .when({ ...notify(planMove), personal })
      .then({ ...notified(), personal });
  });

  it('records what the receiving authority tells of a family that turned up', () => {
    const found: MoveParticulars = { ...needMove, fromAuthority: { kind: 'unknown' } };
    move().when(notify(found, LEWISHAM)).then(notified(found, LEWISHAM));
  });

  it('dates a move of an earlier day from the beginning of that day in London', () => {
    const earlier = { ...planMove, movedOn: '2025-07-01' };
    move()
      .when(notify(earlier))
      .then({
        type: 'MoveNotified',
        data: { ...earlier, by: CROYDON, occurredAt: '2025-06-30T23:00:00.000Z' },
      });
  });

  it('takes a move that is expected, and a section 208 date still to come', () => {
    const rest = without(housingMove, 'movedOn');
    const expected = { ...rest, accommodationAvailableOn: '2026-03-09', expectedOn: '2026-03-09' };
    move().when(notify(expected)).then(notified(expected));
  });

  it('refuses to notify it twice', () =>
    move(notified()).when(notify(planMove)).refused('move/already-notified'));
  it('does not tell a stranger that the id is taken', () =>
    move(notified())
      .when(notify({ ...planMove, fromAuthority: at(BARNET) }, BARNET))
      .refused('move/not-known'));
  it('refuses a move between two other authorities', () =>
    move().when(notify(planMove, BARNET)).refused('move/not-a-party'));
  it('refuses a move within one authority', () =>
    move()
      .when(notify({ ...planMove, toAuthority: at(CROYDON) }))
      .refused('move/same-authority'));
  it('refuses a move without any date', () => {
    const undated = without(planMove, 'movedOn');
    move().when(notify(undated)).refused('move/needs-a-date');
  });
  it('refuses to have moved tomorrow', () =>
    move()
      .when(notify({ ...planMove, movedOn: '2026-03-03' }))
      .refused('move/not-yet-happened'));
  it('refuses a section 208 notice without the date from which the 14 days run', () => {
    const undated = without(housingMove, 'accommodationAvailableOn');
    move().when(notify(undated)).refused('move/s208-needs-accommodation-date');
  });
  it('does not ask that date of the authority that found the household', () => {
    const undated = without(housingMove, 'accommodationAvailableOn');
    move().when(notify(undated, LEWISHAM)).then(notified(undated, LEWISHAM));
  });
  it('refuses an end date of a permanent move', () =>
    move()
      .when(notify({ ...planMove, temporaryUntil: '2026-04-30' }))
      .refused('move/not-temporary'));
  it('refuses a stay that ends before it begins', () =>
    move()
      .when(notify({ ...temporary, temporaryUntil: '2026-03-01' }))
      .refused('move/ends-before-move'));
});

describe('supplying information', () => {
  const supply = (by: string, suppliedOn = '2026-03-02'): MoveAction => ({
    type: 'SupplyMoveInformation',
    data: { by, suppliedOn, kinds: ['plan'], complete: false },
  });

  it('records what was supplied, again and again, even after the handover', () => {
    move(notified(), accepted, conferenceHeld, handedOver)
      .when(supply(CROYDON))
      .then({
        type: 'MoveInformationSupplied',
        data: { by: CROYDON, suppliedOn: '2026-03-02', kinds: ['plan'], complete: false, occurredAt: NOW },
      });
  });
  it('is for the originating authority', () =>
    move(notified()).when(supply(LEWISHAM)).refused('move/not-originating-authority'));
  it('is refused for a day to come', () =>
    move(notified()).when(supply(CROYDON, '2026-03-03')).refused('move/not-yet-happened'));
  it('is refused on a withdrawn notice', () =>
    move(notified(), withdrawn).when(supply(CROYDON)).refused('move/withdrawn'));
  it('is unknown to an authority that is no party', () =>
    move(notified()).when(supply(BARNET)).refused('move/not-known'));
  it('is unknown where there is no notice', () => move().when(supply(CROYDON)).refused('move/not-known'));
});

describe('answering', () => {
  const accept = (by = LEWISHAM, acceptedOn = '2026-03-02'): MoveAction => ({
    type: 'AcceptMove',
    data: { by, acceptedOn },
  });
  const decline = (data: Partial<MoveAction<'DeclineMove'>['data']> = {}): MoveAction<'DeclineMove'> => ({
    type: 'DeclineMove',
    data: {
      by: LEWISHAM,
      declinedOn: '2026-03-02',
      reason: 'information-incomplete',
      explained: false,
      ...data,
    },
  });

  it('records an acceptance', () => move(notified()).when(accept()).then(accepted));
  it('records a decline with its reason', () => move(notified()).when(decline()).then(declined));
  it('records a decline for another reason that is explained', () => {
    move(notified())
      .when({ ...decline({ reason: 'other', explained: true }), personal: { explanation: 'See our call.' } })
      .then({
        type: 'MoveDeclined',
        data: { by: LEWISHAM, declinedOn: '2026-03-02', reason: 'other', occurredAt: NOW },
        personal: { explanation: 'See our call.' },
      });
  });
  it('accepts after a decline', () => move(notified(), declined).when(accept()).then(accepted));

  it('refuses to accept twice', () =>
    move(notified(), accepted).when(accept()).refused('move/decided-already'));
  it('refuses to accept after the conference', () =>
    move(notified(), conferenceHeld).when(accept()).refused('move/decided-already'));
  it('refuses to decline after accepting', () =>
    move(notified(), accepted).when(decline()).refused('move/decided-already'));
  it('refuses to decline twice', () =>
    move(notified(), declined).when(decline()).refused('move/decided-already'));
  it('refuses a decline without a reason', () => {
    move(notified())
      .when({ type: 'DeclineMove', data: { by: LEWISHAM, declinedOn: '2026-03-02', explained: true } })
      .refused('move/declined-needs-reason');
  });
  it('refuses "other" without an explanation', () =>
    move(notified())
      .when(decline({ reason: 'other' }))
      .refused('move/declined-needs-reason'));
  it('is for the receiving authority', () => {
    move(notified()).when(accept(CROYDON)).refused('move/not-receiving-authority');
    move(notified())
      .when(decline({ by: CROYDON }))
      .refused('move/not-receiving-authority');
  });
  it('is refused for a day to come', () => {
    move(notified()).when(accept(LEWISHAM, '2026-03-03')).refused('move/not-yet-happened');
    move(notified())
      .when(decline({ declinedOn: '2026-03-03' }))
      .refused('move/not-yet-happened');
  });
  it('is refused once responsibility was handed over, or while the child has not arrived', () => {
    move(notified(needMove), accepted, handedOver).when(accept()).refused('move/closed');
    move(notified(), notArrived()).when(decline()).refused('move/closed');
  });
  it('resumes where it stood when the child arrives after all', () => {
    move(notified(), accepted, notArrived(), arrived).when(accept()).refused('move/decided-already');
    move(notified(), notArrived(), arrived).when(accept()).then(accepted);
  });
});
