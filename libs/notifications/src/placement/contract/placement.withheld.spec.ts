import type { PlacementFact } from '../domain/placement.events';
import {
  HOST,
  NOW,
  OTHER,
  acknowledged,
  changed,
  notified,
  ofLast,
  withdrawn,
} from '../domain/placement.fixture';
import { PLACEMENT_PERSONAL, withheldFromAddressees } from './placement.withheld';

const withheldOf = (fact: PlacementFact, addressee?: string) =>
  ofLast((recorded) => withheldFromAddressees(recorded, addressee), [fact, NOW]);
const WHEREABOUTS = ['address', 'postcode', 'providerName', 'contacts', 'narrative'];

it('shows everything to the host', () => {
  expect(withheldOf(notified(), HOST)).toEqual([]);
  expect(withheldOf(notified())).toEqual([]);
});

it('shows nothing personal of a restricted placement to anybody', () => {
  const restricted = notified({ restricted: true, host: { kind: 'withheld' } });
  expect(withheldOf(restricted)).toEqual(PLACEMENT_PERSONAL);
  expect(withheldOf(restricted, HOST)).toEqual(PLACEMENT_PERSONAL);
});

it('shows the new address to the new host and not to the old one', () => {
  expect(withheldOf(changed(), OTHER)).toEqual([]);
  expect(withheldOf(changed(), HOST)).toEqual(WHEREABOUTS);
});

it('withholds whereabouts from those who are told of a recall as a previous host', () => {
  expect(withheldOf(withdrawn(), OTHER)).toEqual(WHEREABOUTS);
});

it('shows the owner what its host answered', () => {
  expect(withheldOf(acknowledged(), 'E09000012')).toEqual([]);
});

it('shows nothing of a fact that it does not know', () => {
  const other = ofLast(
    (fact) => withheldFromAddressees({ ...fact, type: 'MoveNotified' }),
    [notified(), NOW],
  );
  expect(other).toEqual(PLACEMENT_PERSONAL);
});
