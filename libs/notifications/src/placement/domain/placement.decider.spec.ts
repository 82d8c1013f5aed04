import { given } from '@ibex/testing';
import { placementDecider } from './placement.decider';
import {
  HOST,
  NOW,
  OWNER,
  STRANGER,
  change,
  changed,
  consult,
  consulted,
  correct,
  corrected,
  end,
  ended,
  goAhead,
  inCamden,
  inCroydon,
  notified,
  notify,
  supplied,
  withdrawn,
} from './placement.fixture';

const scenario = given(placementDecider, NOW);
const inOwnArea = { kind: 'authority', gss: OWNER } as const;
const withheld = { kind: 'withheld' } as const;
const unknown = { kind: 'unknown' } as const;

describe('consulting the host', () => {
  it('records the consultation with its personal part passed through', () =>
    scenario()
      .when({ ...consult(), personal: { narrative: 'sealed' } })
      .then({ ...consulted(), personal: { narrative: 'sealed' } }));
  it('refuses a second consultation on the same notice', () =>
    scenario(consulted()).when(consult()).refused('placement/already-consulted'));
  it('refuses to consult on a placement that was notified', () =>
    scenario(notified()).when(consult()).refused('placement/already-notified'));
  it('looks like no placement to another authority', () =>
    scenario(consulted())
      .when(consult({ by: STRANGER }))
      .refused('placement/not-known'));
  it('refuses to consult the own authority', () =>
    scenario()
      .when(consult({ host: inOwnArea }))
      .refused('placement/host-is-own-authority'));
  it('refuses a start more than a year ahead', () =>
    scenario()
      .when(consult({ intendedStartOn: '2027-03-04' }))
      .refused('placement/too-far-ahead'));
  it('accepts a start within a year', () =>
    scenario()
      .when(consult({ intendedStartOn: '2027-03-03' }))
      .then(consulted({ intendedStartOn: '2027-03-03' })));
  it('withholds the host of a restricted placement', () =>
    scenario()
      .when(consult({ restricted: true }))
      .then(consulted({ restricted: true, host: withheld })));
  it('refuses a label that the scale does not have', () =>
    scenario()
      .when(consult({ known: { exploitation: { label: 'red', scaleId: 'low-medium-high' } } }))
      .refused('placement/label-not-on-scale'));
});

describe('notifying the host', () => {
  it('records a planned placement', () => scenario().when(notify()).then(notified()));
  it('records an emergency placement', () =>
    scenario()
      .when(notify({ notice: 'emergency' }))
      .then(notified({ notice: 'emergency' })));
  it('records a placement of a return that began years ago and lacks almost everything', () =>
    scenario()
      .when(
        notify({
          startsOn: '2015-08-01',
          notice: 'from-return',
          carePlan: 'not-said',
          assessment: 'not-said',
        }),
      )
      .then(
        notified({
          startsOn: '2015-08-01',
          notice: 'from-return',
          carePlan: 'not-said',
          assessment: 'not-said',
        }),
      ));
  it('refuses to notify twice', () =>
    scenario(notified()).when(notify()).refused('placement/already-notified'));
  it('refuses to notify again after the end', () =>
    scenario(notified(), ended()).when(notify()).refused('placement/already-notified'));
  it('refuses a notice on a withdrawn one', () =>
    scenario(notified(), withdrawn()).when(notify()).refused('placement/withdrawn'));
  it('refuses a new notice, with its own child, on a consultation', () =>
    scenario(consulted()).when(notify()).refused('placement/already-consulted'));
  it('refuses a placement in the own area', () =>
    scenario()
      .when(notify({ host: inOwnArea }))
      .refused('placement/host-is-own-authority'));
  it('accepts a start a year ahead and refuses one a day later', () => {
    scenario()
      .when(notify({ startsOn: '2027-03-03' }))
      .then(notified({ startsOn: '2027-03-03' }));
    scenario()
      .when(notify({ startsOn: '2027-03-04' }))
      .refused('placement/too-far-ahead');
  });
  it.each(['A3', 'A4', 'A5', 'A6'] as const)(
    'withholds the host of a placement for adoption (%s)',
    (placementType) =>
      scenario()
        .when(notify({ placementType }))
        .then(notified({ placementType, restricted: true, host: withheld })),
  );
  it('keeps no host as withheld that is not restricted', () =>
    scenario()
      .when(notify({ host: withheld }))
      .then(notified({ host: unknown })));
  it('accepts independent living until it was abolished and refuses it from then on', () => {
    scenario()
      .when(notify({ placementType: 'P2', startsOn: '2023-10-27' }))
      .then(notified({ placementType: 'P2', startsOn: '2023-10-27' }));
    scenario()
      .when(notify({ placementType: 'P2', startsOn: '2023-10-28' }))
      .refused('placement/code-not-valid-on-date');
  });
  it('refuses Z11 before it came into use', () =>
    scenario()
      .when(notify({ placementType: 'Z11', startsOn: '2025-03-31' }))
      .refused('placement/code-not-valid-on-date'));
});

describe('going ahead after a consultation', () => {
  it('takes the care plan as supplied where it was when the same host was consulted', () =>
    scenario(consulted({ carePlan: 'supplied' }))
      .when(goAhead({ carePlan: 'pending' }))
      .then(notified({ consulted: true, carePlan: 'supplied' })));
  it('takes it as supplied where it was supplied during the consultation', () =>
    scenario(consulted(), supplied())
      .when(goAhead({ carePlan: 'pending' }))
      .then(notified({ consulted: true, carePlan: 'supplied' })));
  it('leaves it pending where another host was consulted', () =>
    scenario(consulted({ carePlan: 'supplied', host: inCamden }))
      .when(goAhead({ carePlan: 'pending' }))
      .then(notified({ consulted: true, carePlan: 'pending' })));
  it('never opens a notice without a child', () => scenario().when(goAhead()).refused('placement/not-known'));
  it('refuses to go ahead twice', () =>
    scenario(consulted(), notified()).when(goAhead()).refused('placement/already-notified'));
  it('looks like no placement to another authority', () =>
    scenario(consulted())
      .when(goAhead({ by: STRANGER }))
      .refused('placement/not-known'));
});

describe('supplying what was pending', () => {
  const order = (data: object = {}) => ({
    type: 'SupplyInformation' as const,
    data: { by: OWNER, supplied: ['care-plan' as const], ...data },
  });
  it('records what was supplied', () => scenario(notified()).when(order()).then(supplied()));
  it('takes a care plan during the consultation too', () =>
    scenario(consulted()).when(order()).then(supplied()));
  it('remembers what was supplied, each paper by itself', () => {
    const pending = notified({ carePlan: 'pending', assessment: 'pending' });
    const moved = { startsOn: '2026-03-06', corrected: ['startsOn'] };
    scenario(pending, supplied({ supplied: ['care-plan'] }))
      .when(correct({ startsOn: '2026-03-06' }))
      .then(corrected({ ...moved, carePlan: 'supplied', assessment: 'pending' }));
    scenario(pending, supplied({ supplied: ['assessment'] }))
      .when(correct({ startsOn: '2026-03-06' }))
      .then(corrected({ ...moved, carePlan: 'pending', assessment: 'supplied' }));
  });
  it('refuses to supply nothing', () =>
    scenario(notified())
      .when(order({ supplied: [] }))
      .refused('placement/nothing-supplied'));
  it('takes the date on which the host was told by other means without anything supplied', () =>
    scenario(notified())
      .when(order({ supplied: [], toldByOtherMeansOn: '2026-03-01' }))
      .then(supplied({ supplied: [], toldByOtherMeansOn: '2026-03-01' })));
  it('refuses for a withdrawn placement', () =>
    scenario(notified(), withdrawn()).when(order()).refused('placement/withdrawn'));
  it('looks like no placement to another authority', () =>
    scenario(notified())
      .when(order({ by: HOST }))
      .refused('placement/not-known'));
});

describe('a carer who moves across a boundary', () => {
  it('records the new host beside the previous one', () =>
    scenario(notified()).when(change()).then(changed()));
  it('refuses a move within the area of the same host', () =>
    scenario(notified())
      .when(change({ host: inCroydon }))
      .refused('placement/change-needs-new-host'));
  it('accepts a move between places that nobody has established', () =>
    scenario(notified({ host: unknown }))
      .when(change({ host: unknown }))
      .then(changed({ host: unknown, previousHost: unknown })));
  it('refuses a move into the own area', () =>
    scenario(notified())
      .when(change({ host: inOwnArea }))
      .refused('placement/host-is-own-authority'));
  it('refuses a move before the start, and before the last move', () => {
    scenario(notified())
      .when(change({ changedOn: '2026-03-08' }))
      .refused('placement/changed-before-start');
    scenario(notified(), changed())
      .when(change({ host: inCroydon, changedOn: '2026-04-12' }))
      .refused('placement/changed-before-start');
  });
  it('refuses a move more than a year ahead', () =>
    scenario(notified())
      .when(change({ changedOn: '2027-03-04' }))
      .refused('placement/too-far-ahead'));
  it('withholds the new host where the placement becomes restricted', () =>
    scenario(notified())
      .when(change({ restricted: true }))
      .then(changed({ restricted: true, host: withheld })));
  it('refuses a move during a consultation', () =>
    scenario(consulted()).when(change()).refused('placement/not-active'));
  it('refuses a move after the end', () =>
    scenario(notified(), ended()).when(change()).refused('placement/ended-already'));
});

describe('correcting', () => {
  it('carries the whole placement as it should have been and names what differs', () =>
    scenario(notified())
      .when(correct({ startsOn: '2026-03-06', placementType: 'U6' }))
      .then(
        corrected({ startsOn: '2026-03-06', placementType: 'U6', corrected: ['startsOn', 'placementType'] }),
      ));
  it('names the personal parts that were put right, without their values', () =>
    scenario(notified())
      .when({ ...correct({}, ['address']), personal: { address: 'sealed' } })
      .then({ ...corrected({ corrected: ['address'] }), personal: { address: 'sealed' } }));
  it('refuses where everything is recorded like this already', () =>
    scenario(notified())
      .when(correct({ startsOn: '2026-03-09', host: inCroydon }))
      .refused('placement/nothing-to-correct'));
  it('refuses where an unknown host stays unknown', () =>
    scenario(notified({ host: unknown }))
      .when(correct({ host: unknown }))
      .refused('placement/nothing-to-correct'));
  it('names the host at last', () =>
    scenario(notified({ host: unknown }))
      .when(correct({ host: inCroydon }))
      .then(corrected({ previousHost: unknown, corrected: ['host'] })));
  it('takes the host away where the placement turns out to be for adoption', () =>
    scenario(notified())
      .when(correct({ placementType: 'A5' }))
      .then(
        corrected({
          placementType: 'A5',
          restricted: true,
          host: withheld,
          corrected: ['host', 'restricted', 'placementType'],
        }),
      ));
  it('asks for the host anew where a placement was not for adoption after all', () =>
    scenario(notified({ placementType: 'A5', restricted: true, host: withheld }))
      .when(correct({ placementType: 'U6' }))
      .then(
        corrected({
          placementType: 'U6',
          host: unknown,
          previousHost: withheld,
          corrected: ['host', 'restricted', 'placementType'],
        }),
      ));
  it('corrects the end of a placement that has ended', () =>
    scenario(notified(), ended())
      .when(correct({ endedOn: '2026-04-30' }))
      .then(corrected({ endedOn: '2026-04-30', corrected: ['endedOn'] })));
  it('takes back an end posted in error, after which it can end again', () => {
    const goesOn = corrected({ corrected: ['endedOn'] });
    scenario(notified(), ended())
      .when(correct({ stillOpen: true }))
      .then(goesOn);
    scenario(notified(), ended(), goesOn).when(end()).then(ended());
  });
  it('corrects the date of a move', () =>
    scenario(notified(), changed())
      .when(correct({ changedOn: '2026-04-14' }))
      .then(
        corrected({
          host: inCamden,
          previousHost: inCamden,
          changedOn: '2026-04-14',
          corrected: ['changedOn'],
        }),
      ));
  it('refuses to end a placement by way of a correction', () =>
    scenario(notified())
      .when(correct({ endedOn: '2026-04-30' }))
      .refused('placement/no-end-to-correct'));
  it('refuses the date of a move that never was', () =>
    scenario(notified())
      .when(correct({ changedOn: '2026-04-30' }))
      .refused('placement/no-change-to-correct'));
  it('refuses a start after the end', () =>
    scenario(notified(), ended())
      .when(correct({ startsOn: '2026-05-02' }))
      .refused('placement/ends-before-start'));
  it('refuses an end before the move, and a move before the start', () => {
    const moved = [notified(), changed(), ended({ host: inCamden })] as const;
    scenario(...moved)
      .when(correct({ endedOn: '2026-04-12' }))
      .refused('placement/ends-before-change');
    scenario(...moved)
      .when(correct({ startsOn: '2026-04-14' }))
      .refused('placement/changed-before-start');
  });
  it('accepts a move on the first day and an end on the day of the move', () => {
    const moved = { host: inCamden, previousHost: inCamden };
    scenario(notified(), changed())
      .when(correct({ changedOn: '2026-03-09' }))
      .then(corrected({ ...moved, changedOn: '2026-03-09', corrected: ['changedOn'] }));
    scenario(notified(), changed(), ended({ host: inCamden }))
      .when(correct({ endedOn: '2026-04-13' }))
      .then(corrected({ ...moved, changedOn: '2026-04-13', endedOn: '2026-04-13', corrected: ['endedOn'] }));
    scenario(notified(), ended())
      .when(correct({ endedOn: '2026-03-09' }))
      .then(corrected({ endedOn: '2026-03-09', corrected: ['endedOn'] }));
  });
  it('refuses a date more than a year ahead', () =>
    scenario(notified())
      .when(correct({ startsOn: '2027-03-04' }))
      .refused('placement/too-far-ahead'));
  it('refuses a code that the corrected start does not allow', () =>
    scenario(notified())
      .when(correct({ placementType: 'P2' }))
      .refused('placement/code-not-valid-on-date'));
  it('refuses the own authority as host', () =>
    scenario(notified())
      .when(correct({ host: inOwnArea }))
      .refused('placement/host-is-own-authority'));
  it('refuses for a consultation and for a withdrawn placement', () => {
    scenario(consulted()).when(correct({})).refused('placement/not-active');
    scenario(notified(), withdrawn()).when(correct({})).refused('placement/withdrawn');
  });
});
