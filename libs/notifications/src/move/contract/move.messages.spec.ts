import { MOVE_FACTS } from './move.messages';

it('tells every fact of a move outside, each under a name of its own', () => {
  const messages = Object.fromEntries(
    Object.entries(MOVE_FACTS).map(([type, { tells }]) => [type, 'message' in tells ? tells.message : '']),
  );
  expect(messages).toEqual({
    MoveNotified: 'uk.ibex.move.notified',
    MoveInformationSupplied: 'uk.ibex.move.information-supplied',
    MoveAccepted: 'uk.ibex.move.accepted',
    MoveDeclined: 'uk.ibex.move.declined',
    TransferConferenceHeld: 'uk.ibex.move.conference-held',
    MoveResponsibilityHandedOver: 'uk.ibex.move.responsibility-handed-over',
    MoveArrived: 'uk.ibex.move.arrived',
    MoveNotArrived: 'uk.ibex.move.not-arrived',
    MoveBecamePermanent: 'uk.ibex.move.became-permanent',
    MoveCorrected: 'uk.ibex.move.corrected',
    MoveWithdrawn: 'uk.ibex.move.withdrawn',
  });
});

it('declares addresses, names, the expected delivery and all free text as personal', () => {
  expect(MOVE_FACTS.MoveNotified.personal).toEqual([
    'oldAddress',
    'oldPostcode',
    'newAddress',
    'newPostcode',
    'applicantName',
    'householdDescription',
    'expectedDeliveryOn',
    'narrative',
    'contacts',
  ]);
  expect(MOVE_FACTS.MoveCorrected.personal).toEqual(MOVE_FACTS.MoveNotified.personal);
  expect(MOVE_FACTS.MoveDeclined.personal).toEqual(['explanation', 'contacts']);
});
