import { given } from '@ibex/testing';
import { placementDecider } from './placement.decider';
import {
  HOST,
  NOW,
  OTHER,
  OWNER,
  STRANGER,
  acknowledged,
  changed,
  consulted,
  corrected,
  end,
  ended,
  inCamden,
  inCroydon,
  notified,
  responded,
  withdrawn,
} from './placement.fixture';
import { PLACEMENT_REFUSALS } from './placement.refusals';

const scenario = given(placementDecider, NOW);
const withheld = { kind: 'withheld' } as const;
const unknown = { kind: 'unknown' } as const;
const acknowledge = (by = HOST) => ({ type: 'AcknowledgePlacement' as const, data: { by } });
const respond = (data: object = {}) => ({
  type: 'RespondToPlacement' as const,
  data: { by: HOST, concerns: false, ...data },
});
const withdraw = (by = OWNER) => ({
  type: 'WithdrawPlacement' as const,
  data: { by, reason: 'duplicate' as const },
});

describe('ending a placement', () => {
  it('records the end with its reasons', () =>
    scenario(notified())
      .when(end({ reasonEpisodeCeased: 'X1', reasonForPlacementChange: 'LAREQ' }))
      .then(ended({ reasonEpisodeCeased: 'X1', reasonForPlacementChange: 'LAREQ' })));
  it('ends it at the host to which the carer moved', () =>
    scenario(notified(), changed())
      .when(end())
      .then(ended({ host: inCamden })));
  it('accepts an end on the first day and refuses one before it', () => {
    scenario(notified())
      .when(end({ endedOn: '2026-03-09' }))
      .then(ended({ endedOn: '2026-03-09' }));
    scenario(notified())
      .when(end({ endedOn: '2026-03-08' }))
      .refused('placement/ends-before-start');
  });
  it('accepts an end on the day of the move', () =>
    scenario(notified(), changed())
      .when(end({ endedOn: '2026-04-13' }))
      .then(ended({ host: inCamden, endedOn: '2026-04-13' })));
  it('refuses an end before the carer moved', () =>
    scenario(notified(), changed())
      .when(end({ endedOn: '2026-04-12' }))
      .refused('placement/ends-before-change'));
  it('refuses an end more than a year ahead', () =>
    scenario(notified())
      .when(end({ endedOn: '2027-03-04' }))
      .refused('placement/too-far-ahead'));
  it('refuses to end a placement twice', () =>
    scenario(notified(), ended()).when(end()).refused('placement/ended-already'));
  it('refuses to end a consultation', () =>
    scenario(consulted()).when(end()).refused('placement/not-active'));
  it('refuses to end a withdrawn placement', () =>
    scenario(notified(), withdrawn()).when(end()).refused('placement/withdrawn'));
  it('looks like no placement to its host and to strangers, and where there is none', () => {
    scenario(notified())
      .when(end({ by: HOST }))
      .refused('placement/not-known');
    scenario(notified())
      .when(end({ by: STRANGER }))
      .refused('placement/not-known');
    scenario().when(end()).refused('placement/not-known');
  });
});

describe('withdrawing a placement posted in error', () => {
  it.each([
    ['consulted', [consulted()]],
    ['going on', [notified()]],
    ['ended', [notified(), ended()]],
  ])('withdraws one that is %s', (_, history) =>
    scenario(...history)
      .when(withdraw())
      .then(withdrawn()),
  );
  it('refuses to withdraw twice', () =>
    scenario(notified(), withdrawn()).when(withdraw()).refused('placement/withdrawn'));
  it('looks like no placement to its host', () =>
    scenario(notified()).when(withdraw(HOST)).refused('placement/not-known'));
});

describe('the host acknowledges', () => {
  it('records that the host knows', () => scenario(notified()).when(acknowledge()).then(acknowledged()));
  it('records nothing when it acknowledges again', () =>
    scenario(notified(), acknowledged()).when(acknowledge()).then());
  it('records once that it knows of a consultation, and asks anew for the placement', () => {
    scenario(consulted()).when(acknowledge()).then(acknowledged());
    scenario(consulted(), acknowledged()).when(acknowledge()).then();
    scenario(consulted(), acknowledged(), notified({ consulted: true }))
      .when(acknowledge())
      .then(acknowledged());
  });
  it('takes it of a placement that has ended', () =>
    scenario(notified(), ended()).when(acknowledge()).then(acknowledged()));
  it('asks the new host after the carer moved, and no longer the old one', () => {
    scenario(notified(), acknowledged(), changed()).when(acknowledge(OTHER)).then(acknowledged(OTHER));
    scenario(notified(), changed()).when(acknowledge(HOST)).refused('placement/not-host');
  });
  it('asks again when a correction names another host, and not when it names something else', () => {
    const moved = corrected({ host: inCamden, corrected: ['host'] });
    scenario(notified(), acknowledged(), moved).when(acknowledge(OTHER)).then(acknowledged(OTHER));
    const back = corrected({ previousHost: inCamden, corrected: ['host'] });
    scenario(notified(), acknowledged(), moved, back).when(acknowledge()).then(acknowledged());
    scenario(notified(), acknowledged(), corrected({ corrected: ['startsOn'] }))
      .when(acknowledge())
      .then();
  });
  it('refuses the owner, and says where no host is established or named', () => {
    scenario(notified()).when(acknowledge(OWNER)).refused('placement/not-host');
    scenario(notified({ host: unknown }))
      .when(acknowledge(OWNER))
      .refused('placement/host-unknown');
    scenario(notified({ host: withheld, restricted: true }))
      .when(acknowledge(OWNER))
      .refused('placement/host-unknown');
  });
  it('does not tell the old host that the new one is withheld', () =>
    scenario(notified(), changed({ host: withheld, restricted: true }))
      .when(acknowledge(HOST))
      .refused('placement/not-host'));
  it('looks like no placement to an authority that was never told', () => {
    scenario(notified()).when(acknowledge(STRANGER)).refused('placement/not-known');
    scenario().when(acknowledge()).refused('placement/not-known');
  });
  it('refuses for a withdrawn placement', () =>
    scenario(notified(), withdrawn()).when(acknowledge()).refused('placement/withdrawn'));
});

describe('the host responds', () => {
  it('records what it did', () =>
    scenario(notified())
      .when(respond({ riskAssessedOn: '2026-03-02' }))
      .then(responded('2026-03-02')));
  it('answers a consultation', () => scenario(consulted()).when(respond()).then(responded()));
  it('counts as an acknowledgement', () => scenario(notified(), responded()).when(acknowledge()).then());
  it('refuses after the end', () =>
    scenario(notified(), ended()).when(respond()).refused('placement/not-active'));
  it('looks like no placement to an authority that was never told', () =>
    scenario(notified())
      .when(respond({ by: STRANGER }))
      .refused('placement/not-known'));
});

describe('what is recorded happened', () => {
  it('changes nothing for a fact that fits no phase', () => {
    const stray = [changed(), corrected(), ended(), withdrawn(), acknowledged(), responded()];
    const state = stray.reduce(
      (earlier, fact) => placementDecider.evolve(earlier, fact),
      placementDecider.initialState,
    );
    expect(state).toEqual({ phase: 'unknown' });
  });

  it('begins every refusal with its own name', () =>
    expect(PLACEMENT_REFUSALS.filter((code) => !code.startsWith('placement/'))).toEqual([]));

  it('keeps the host of a withdrawn placement', () => {
    const state = [notified(), withdrawn()].reduce(
      (earlier, fact) => placementDecider.evolve(earlier, fact),
      placementDecider.initialState,
    );
    expect(state).toEqual({
      phase: 'withdrawn',
      owner: OWNER,
      told: [HOST],
      host: inCroydon,
      restricted: false,
    });
  });
});
