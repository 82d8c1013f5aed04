import { given } from '@ibex/testing';
import { missingDecider } from './missing.decider';
import {
  BRENT,
  closed,
  CROYDON,
  found,
  HACKNEY,
  LAMBETH,
  NOW,
  orderedBy,
  reported,
  reportedByHost,
  reportedRestricted,
  withdrawn,
} from './missing.examples';

const scenario = given(missingDecider, NOW);
const seenAt = { at: '2026-03-10T21:15:00.000Z' };
const update = { type: 'UpdateMissing', data: { by: HACKNEY, risk: 'high' } } as const;
const sighting = { type: 'RecordSighting', data: { by: BRENT, when: seenAt, area: LAMBETH } } as const;
const findChild = {
  type: 'RecordFound',
  data: { by: HACKNEY, when: found.data.when, foundBy: 'police', area: BRENT },
  personal: { whereabouts: 'With an aunt.' },
} as const;
const discuss = {
  type: 'RecordStrategyDiscussion',
  data: { by: CROYDON, when: seenAt, trigger: 'repeat-episodes' },
} as const;
const close = { type: 'CloseAtEighteen', data: { by: HACKNEY, turnedEighteenOn: '2026-03-10' } } as const;

describe('updating a missing notice', () => {
  it('records a new grade of risk', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ ...update, personal: { description: 'Now in a blue coat.' } })
      .then({
        type: 'MissingUpdated',
        data: { by: HACKNEY, risk: 'high', newAreasAtRisk: [], occurredAt: NOW },
        personal: { description: 'Now in a blue coat.' },
      });
  });

  it('keeps of the areas at risk those that were not told yet', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ ...update, data: { by: HACKNEY, areasAtRisk: [BRENT, LAMBETH, LAMBETH] } })
      .then({ type: 'MissingUpdated', data: { by: HACKNEY, newAreasAtRisk: [LAMBETH], occurredAt: NOW } });
  });

  it('names the force that has the case', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ type: 'UpdateMissing', data: { by: HACKNEY, policeForce: 'kent' } })
      .then({
        type: 'MissingUpdated',
        data: { by: HACKNEY, policeForce: 'kent', newAreasAtRisk: [], occurredAt: NOW },
      });
  });

  it('lets the responsible authority update what the host reported', () => {
    expect.hasAssertions();
    scenario(reportedByHost)
      .when(update)
      .then({
        type: 'MissingUpdated',
        data: { by: HACKNEY, risk: 'high', newAreasAtRisk: [], occurredAt: NOW },
      });
  });

  it('marks an update about a restricted placement, and leaves out the force', () => {
    expect.hasAssertions();
    scenario(reportedRestricted)
      .when({ ...update, data: { ...update.data, policeForce: 'kent' } })
      .then({
        type: 'MissingUpdated',
        data: { by: HACKNEY, risk: 'high', newAreasAtRisk: [], occurredAt: NOW, restricted: true },
      });
  });

  it('refuses the host of what another reported', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ ...update, data: { ...update.data, by: CROYDON } })
      .refused('missing/not-responsible-authority');
  });

  it.each([
    ['was found', found, 'missing/not-open'],
    ['turned eighteen', closed, 'missing/closed'],
    ['was reported in error', withdrawn, 'missing/withdrawn'],
  ] as const)('refuses it once the child %s', (_, last, code) => {
    expect.hasAssertions();
    scenario(reported, last).when(update).refused(code);
  });
});

describe('an authority that was not told', () => {
  it.each([update, sighting, findChild, discuss, close])('finds no episode for $type', (order) => {
    expect.hasAssertions();
    scenario(reported).when(orderedBy(order, 'E10000016')).refused('missing/not-known');
  });

  it('gets the same answer where there is no episode at all', () => {
    expect.hasAssertions();
    scenario().when(update).refused('missing/not-known');
  });

  it('cannot be the host of a restricted placement', () => {
    expect.hasAssertions();
    scenario(reportedRestricted)
      .when({ ...findChild, data: { ...findChild.data, by: CROYDON } })
      .refused('missing/not-known');
  });
});

describe('a sighting', () => {
  it('is taken from any authority that was told', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ ...sighting, personal: { place: 'Bus station.' } })
      .then({
        type: 'MissingSighted',
        data: { ...sighting.data, occurredAt: seenAt.at },
        personal: { place: 'Bus station.' },
      });
  });

  it('opens the episode to the authority where the child was seen', () => {
    expect.hasAssertions();
    const seen = { type: 'MissingSighted', data: { ...sighting.data, occurredAt: seenAt.at } } as const;
    scenario(reported, seen)
      .when({ ...sighting, data: { by: LAMBETH, when: { on: '2026-03-10' } } })
      .then({
        type: 'MissingSighted',
        data: { by: LAMBETH, when: { on: '2026-03-10' }, occurredAt: '2026-03-10' },
      });
  });

  it('is refused from before the child was last seen', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ ...sighting, data: { ...sighting.data, when: { at: '2026-03-10T20:29:00.000Z' } } })
      .refused('missing/sighting-before-missing');
  });

  it('is refused in the future', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ ...sighting, data: { ...sighting.data, when: { on: '2026-03-11' } } })
      .refused('missing/in-the-future');
  });

  it.each([
    [found, 'missing/not-open'],
    [closed, 'missing/closed'],
    [withdrawn, 'missing/withdrawn'],
  ] as const)('is refused after $0.type', (last, code) => {
    expect.hasAssertions();
    scenario(reported, last).when(sighting).refused(code);
  });
});

describe('a child who is found or returns', () => {
  it('is found, where the whereabouts were not known', () => {
    expect.hasAssertions();
    scenario(reported).when(findChild).then(found);
  });

  it('returns, where the whereabouts had become known meanwhile', () => {
    expect.hasAssertions();
    const located = {
      type: 'MissingUpdated',
      data: { by: HACKNEY, kind: 'A', newAreasAtRisk: [], occurredAt: NOW },
    } as const;
    scenario(reported, located)
      .when(findChild)
      .then({ ...found, data: { ...found.data, ending: 'returned' } });
  });

  it('may be found by the host, which learns of it first', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ ...findChild, data: { ...findChild.data, by: CROYDON } })
      .then({ ...found, data: { ...found.data, by: CROYDON } });
  });

  it('is not found by an area that was asked to look out: that is a sighting', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ ...findChild, data: { ...findChild.data, by: BRENT } })
      .refused('missing/not-responsible-authority');
  });

  it('is not found twice', () => {
    expect.hasAssertions();
    scenario(reported, found).when(findChild).refused('missing/found-already');
  });

  it('is not found before being missing', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ ...findChild, data: { by: HACKNEY, when: { on: '2026-03-09' } } })
      .refused('missing/found-before-missing');
  });

  it('is not found in the future', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ ...findChild, data: { by: HACKNEY, when: { at: '2026-03-11T08:00:00.000Z' } } })
      .refused('missing/in-the-future');
  });

  it.each([
    [closed, 'missing/closed'],
    [withdrawn, 'missing/withdrawn'],
  ] as const)('is not found after $0.type', (last, code) => {
    expect.hasAssertions();
    scenario(reported, last).when(findChild).refused(code);
  });
});

describe('a strategy discussion', () => {
  it('is recorded by the host that convened it, also after the return', () => {
    expect.hasAssertions();
    scenario(reported, found)
      .when({ ...discuss, personal: { narrative: 'Section 47 enquiry agreed.' } })
      .then({
        type: 'MissingStrategyDiscussed',
        data: { ...discuss.data, occurredAt: seenAt.at },
        personal: { narrative: 'Section 47 enquiry agreed.' },
      });
  });

  it('is refused in the future', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ ...discuss, data: { ...discuss.data, when: { on: '2026-03-12' } } })
      .refused('missing/in-the-future');
  });

  it('is not recorded by an area at risk', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ ...discuss, data: { ...discuss.data, by: BRENT } })
      .refused('missing/not-responsible-authority');
  });

  it('is refused after a recall', () => {
    expect.hasAssertions();
    scenario(reported, withdrawn).when(discuss).refused('missing/withdrawn');
  });
});

describe('closing at eighteen', () => {
  it('closes on the birthday', () => {
    expect.hasAssertions();
    scenario(reported).when(close).then(closed);
  });

  it('refuses the day before the birthday', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ ...close, data: { by: HACKNEY, turnedEighteenOn: '2026-03-11' } })
      .refused('missing/not-yet-eighteen');
  });

  it('refuses a birthday before the episode began', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ ...close, data: { by: HACKNEY, turnedEighteenOn: '2026-03-09' } })
      .refused('missing/eighteen-before-missing');
  });

  it('refuses an episode that is over, and one that is closed', () => {
    expect.hasAssertions();
    scenario(reported, found).when(close).refused('missing/not-open');
    scenario(reported, closed).when(close).refused('missing/closed');
  });
});
