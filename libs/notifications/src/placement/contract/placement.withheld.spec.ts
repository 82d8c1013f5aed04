import type { PlacementFact } from '../domain/placement.events';
import {
  HOST,
  NOW,
  OTHER,
  OWNER,
  STRANGER,
  acknowledged,
  changed,
  corrected,
  ended,
  inCamden,
  notified,
  ofLast,
  responded,
  withdrawn,
} from '../domain/placement.fixture';
import { PLACEMENT_PERSONAL, withheldFromAddressees } from './placement.withheld';

const withheldOf = (fact: PlacementFact, addressee?: string) =>
  ofLast((recorded) => withheldFromAddressees(recorded, addressee), [fact, NOW]);
const WHEREABOUTS = ['address', 'postcode', 'providerName', 'contacts', 'narrative'];
const HOSTS = ['host', 'previousHost'];

it('shows everything to the host', () => {
  expect(withheldOf(notified(), HOST)).toEqual([]);
  expect(withheldOf(notified())).toEqual([]);
});

it('shows nothing personal of a restricted placement to anybody', () => {
  const restricted = notified({ restricted: true, host: { kind: 'withheld' } });
  expect(withheldOf(restricted)).toEqual(expect.arrayContaining([...PLACEMENT_PERSONAL]));
  expect(withheldOf(restricted, HOST)).toEqual(expect.arrayContaining([...PLACEMENT_PERSONAL]));
});

it('says openly of a restricted placement nothing that would tell why it is restricted', () => {
  const adoption = corrected({
    restricted: true,
    host: { kind: 'withheld' },
    placementType: 'A3',
    legalStatus: 'E1',
    corrected: ['placementType', 'legalStatus'],
  });
  expect(withheldOf(adoption, HOST)).toEqual(
    expect.arrayContaining(['placementType', 'legalStatus', 'corrected', 'host']),
  );
  expect(withheldOf(adoption, HOST)).not.toContain('previousHost');
});

it('shows the new address to the new host and not to the old one', () => {
  expect(withheldOf(changed(), OTHER)).toEqual([]);
  expect(withheldOf(changed(), HOST)).toEqual([...WHEREABOUTS, 'host']);
});

it.each([
  ['told that the carer moved elsewhere', changed(), HOST, ['host']],
  ['told that another authority was the host all along', corrected({ host: inCamden }), HOST, ['host']],
  ['host before both of them', changed(), STRANGER, HOSTS],
  ['not the host at the end', ended(), OTHER, HOSTS],
  ['told of a recall as a previous host', withdrawn(), OTHER, HOSTS],
])('names no host but itself to an authority that is %s', (_who, fact, addressee, hosts) => {
  expect(withheldOf(fact, addressee)).toEqual([...WHEREABOUTS, ...hosts]);
});

it('shows what a host answered to that host and to the owner alone', () => {
  const history = [
    [notified(), NOW],
    [responded(), NOW],
  ] as const;
  const seenBy = (addressee: string) =>
    ofLast((fact, earlier) => withheldFromAddressees(fact, addressee, earlier), ...history);
  expect(seenBy(OWNER)).toEqual([]);
  expect(seenBy(HOST)).toEqual([]);
  expect(seenBy(OTHER)).toEqual(WHEREABOUTS);
  expect(withheldOf(acknowledged(), HOST)).toEqual([]);
});

it('shows nothing of a fact that it does not know', () => {
  const other = ofLast(
    (fact) => withheldFromAddressees({ ...fact, type: 'MoveNotified' }),
    [notified(), NOW],
  );
  expect(other).toEqual(PLACEMENT_PERSONAL);
});
