import { given } from '@ibex/testing';
import { without } from '../../shared/domain/without';
import type { MoveAction } from './move.commands';
import { moveDecider } from './move.decider';
import type { MoveParticulars } from './move.events';
import {
  BARNET,
  CROYDON,
  LEWISHAM,
  NOW,
  accepted,
  arrived,
  at,
  becamePermanent,
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

const move = given(moveDecider, NOW);
const temporary: MoveParticulars = { ...planMove, permanence: 'temporary', temporaryUntil: '2026-04-30' };

describe('holding the transfer-in conference', () => {
  const hold = (heldOn = '2026-03-02', by = LEWISHAM): MoveAction => ({
    type: 'RecordTransferConference',
    data: { by, heldOn, conferenceOutcome: 'plan-continues-here' },
  });

  it('is recorded after an acceptance', () => move(notified(), accepted).when(hold()).then(conferenceHeld));
  it('is recorded without one, and even after a decline', () => {
    move(notified()).when(hold()).then(conferenceHeld);
    move(notified(), declined).when(hold()).then(conferenceHeld);
  });
  it('is for a child with a child protection plan', () =>
    move(notified(needMove)).when(hold()).refused('move/conference-needs-child-protection-plan'));
  it('is refused before the move', () =>
    move(notified()).when(hold('2026-03-01')).refused('move/conference-before-move'));
  it('is refused before the day on which the move is expected', () => {
    const rest = without(planMove, 'movedOn');
    move(notified({ ...rest, expectedOn: '2026-03-09' }))
      .when(hold())
      .refused('move/conference-before-move');
  });
  it('is refused a second time', () =>
    move(notified(), conferenceHeld).when(hold()).refused('move/conference-held-already'));
  it('is for the receiving authority', () =>
    move(notified()).when(hold('2026-03-02', CROYDON)).refused('move/not-receiving-authority'));
  it('is refused for a day to come', () =>
    move(notified()).when(hold('2026-03-03')).refused('move/not-yet-happened'));
  it('is refused while the child has not arrived', () =>
    move(notified(), notArrived()).when(hold()).refused('move/closed'));
});

describe('handing over responsibility', () => {
  const handOver = (handedOverOn = '2026-03-02', by = CROYDON): MoveAction => ({
    type: 'HandOverMove',
    data: { by, handedOverOn },
  });

  it('follows the conference for a child with a plan', () =>
    move(notified(), accepted, conferenceHeld).when(handOver()).then(handedOver));
  it('follows the acceptance for a child in need', () =>
    move(notified(needMove), accepted).when(handOver()).then(handedOver));
  it('is refused before the conference, accepted or not', () => {
    move(notified()).when(handOver()).refused('move/hand-over-before-conference');
    move(notified(), accepted).when(handOver()).refused('move/hand-over-before-conference');
  });
  it('is refused for a day before the conference', () =>
    move(notified(), conferenceHeld)
      .when(handOver('2026-03-01'))
      .refused('move/hand-over-before-conference'));
  it('is refused without an acceptance', () => {
    move(notified(needMove)).when(handOver()).refused('move/hand-over-before-acceptance');
    move(notified(needMove), declined).when(handOver()).refused('move/hand-over-before-acceptance');
  });
  it('is refused for a day before the acceptance', () =>
    move(notified(needMove), accepted)
      .when(handOver('2026-03-01'))
      .refused('move/hand-over-before-acceptance'));
  it('is refused while the move is temporary', () =>
    move(notified(temporary), conferenceHeld).when(handOver()).refused('move/temporary-stays'));
  it('is possible once a temporary move became permanent', () =>
    move(notified(temporary), conferenceHeld, becamePermanent).when(handOver()).then(handedOver));
  it('does not exist for a housing duty or a care leaver', () => {
    move(notified(housingMove), accepted).when(handOver()).refused('move/duty-does-not-transfer');
    move(notified({ ...needMove, cohort: 'care-leaver' }), accepted)
      .when(handOver())
      .refused('move/duty-does-not-transfer');
  });
  it('is for the originating authority', () =>
    move(notified(needMove), accepted)
      .when(handOver('2026-03-02', LEWISHAM))
      .refused('move/not-originating-authority'));
  it('is refused for a day to come', () =>
    move(notified(needMove), accepted).when(handOver('2026-03-03')).refused('move/not-yet-happened'));
  it('is refused a second time', () =>
    move(notified(needMove), accepted, handedOver).when(handOver()).refused('move/closed'));
});

describe('arriving and not arriving', () => {
  const report = (by = LEWISHAM, learnedOn = '2026-03-02'): MoveAction => ({
    type: 'ReportNotArrived',
    data: { by, learnedOn, whereabouts: 'unknown' },
  });
  const confirm = (by = LEWISHAM, arrivedOn = '2026-03-02'): MoveAction => ({
    type: 'ConfirmArrival',
    data: { by, arrivedOn },
  });

  it('is reported by the receiving authority', () => move(notified()).when(report()).then(notArrived()));
  it('is reported by the originating authority too', () =>
    move(notified())
      .when(report(CROYDON))
      .then({
        type: 'MoveNotArrived',
        data: { by: CROYDON, learnedOn: '2026-03-02', whereabouts: 'unknown', occurredAt: NOW },
      }));
  it('is confirmed once, also after all', () => {
    move(notified()).when(confirm()).then(arrived);
    move(notified(), notArrived()).when(confirm()).then(arrived);
    move(notified(), arrived).when(confirm()).refused('move/arrived-already');
  });
  it('cannot be denied once arrival was confirmed or the conference held', () => {
    move(notified(), arrived).when(report()).refused('move/arrived-already');
    move(notified(), conferenceHeld).when(report()).refused('move/arrived-already');
  });
  it('is not reported twice, nor after the handover', () => {
    move(notified(), notArrived()).when(report()).refused('move/closed');
    move(notified(needMove), accepted, handedOver).when(report()).refused('move/closed');
    move(notified(needMove), accepted, handedOver).when(confirm()).refused('move/closed');
  });
  it('is refused for a day to come', () => {
    move(notified()).when(report(LEWISHAM, '2026-03-03')).refused('move/not-yet-happened');
    move(notified()).when(confirm(LEWISHAM, '2026-03-03')).refused('move/not-yet-happened');
  });
});

describe('becoming permanent', () => {
  const makePermanent = (permanentFrom = '2026-03-02'): MoveAction => ({
    type: 'MakeMovePermanent',
    data: { by: CROYDON, permanentFrom },
  });

  it('is recorded of a temporary move', () =>
    move(notified(temporary)).when(makePermanent()).then(becamePermanent));
  it('is refused for a permanent move, and a second time', () => {
    move(notified()).when(makePermanent()).refused('move/not-temporary');
    move(notified(temporary), becamePermanent).when(makePermanent()).refused('move/not-temporary');
  });
  it('is refused for a day before the move', () =>
    move(notified(temporary)).when(makePermanent('2026-03-01')).refused('move/permanent-before-move'));
  it('is refused for a day to come', () =>
    move(notified(temporary)).when(makePermanent('2026-03-03')).refused('move/not-yet-happened'));
  it('is refused while the child has not arrived', () =>
    move(notified(temporary), notArrived()).when(makePermanent()).refused('move/closed'));
});

describe('correcting', () => {
  const correct = (
    corrections: Partial<MoveParticulars>,
    personalCorrected = false,
    by = CROYDON,
  ): MoveAction<'CorrectMove'> => ({ type: 'CorrectMove', data: { by, corrections, personalCorrected } });
  const correctedTo = (particulars: MoveParticulars, changed: readonly string[], by = CROYDON) =>
    ({ type: 'MoveCorrected', data: { ...particulars, by, occurredAt: NOW, changed } }) as const;

  it('records the whole particulars and what differs', () => {
    const right: MoveParticulars = { ...planMove, movedOn: '2026-02-27', planCategory: 'EMO' };
    move(notified())
      .when(correct({ movedOn: '2026-02-27', planCategory: 'EMO' }))
      .then(correctedTo(right, ['movedOn', 'planCategory']));
  });
  it('drops the end date of a move that was never temporary', () =>
    move(notified(temporary))
      .when(correct({ permanence: 'permanent' }))
      .then(correctedTo(planMove, ['permanence', 'temporaryUntil'])));
  it('corrects personal fields alone', () => {
    const personal = { newPostcode: 'SE6 4RU' };
    move(notified())
      .when({ ...correct({}, true), personal })
      .then({ ...correctedTo(planMove, []), personal });
  });
  it('fills in an authority that was unknown', () => {
    const found: MoveParticulars = { ...needMove, fromAuthority: { kind: 'unknown' } };
    move(notified(found, LEWISHAM))
      .when(correct({ fromAuthority: at(BARNET) }, false, LEWISHAM))
      .then(correctedTo({ ...found, fromAuthority: at(BARNET) }, ['fromAuthority'], LEWISHAM));
  });
  it('is refused where an authority was told that should not have been', () => {
    move(notified())
      .when(correct({ toAuthority: at(BARNET) }))
      .refused('move/withdraw-instead');
    move(notified())
      .when(correct({ toAuthority: { kind: 'unknown' } }))
      .refused('move/withdraw-instead');
    move(notified())
      .when(correct({ fromAuthority: at(BARNET) }))
      .refused('move/withdraw-instead');
  });
  it('is refused where an address was told that needs protection', () =>
    move(notified())
      .when(correct({ addressRestricted: true }))
      .refused('move/withdraw-instead'));
  it('is refused where it changes nothing', () => {
    move(notified()).when(correct({})).refused('move/nothing-corrected');
    move(notified())
      .when(correct({ movedOn: '2026-03-02' }))
      .refused('move/nothing-corrected');
  });
  it('holds the particulars to the same rules', () =>
    move(notified())
      .when(correct({ movedOn: '2026-03-03' }))
      .refused('move/not-yet-happened'));
  it('is for the authority that notified the move', () =>
    move(notified())
      .when(correct({ unborn: true }, false, LEWISHAM))
      .refused('move/not-the-sender'));
  it('is possible after the handover', () =>
    move(notified(), conferenceHeld, handedOver)
      .when(correct({ planCategory: 'EMO' }))
      .then(correctedTo({ ...planMove, planCategory: 'EMO' }, ['planCategory'])));
});

describe('withdrawing', () => {
  const withdraw = (by = CROYDON): MoveAction => ({
    type: 'WithdrawMove',
    data: { by, reason: 'posted-in-error' },
  });

  it('recalls the notice', () => move(notified()).when(withdraw()).then(withdrawn));
  it('is refused a second time', () =>
    move(notified(), withdrawn).when(withdraw()).refused('move/withdrawn'));
  it('is for the authority that notified the move', () =>
    move(notified()).when(withdraw(LEWISHAM)).refused('move/not-the-sender'));
  it('is unknown to an authority that is no party', () =>
    move(notified()).when(withdraw(BARNET)).refused('move/not-known'));
});
