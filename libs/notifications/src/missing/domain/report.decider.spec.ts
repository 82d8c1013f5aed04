import { given } from '@ibex/testing';
import { missingDecider } from './missing.decider';
import {
  BRENT,
  CROYDON,
  HACKNEY,
  LAMBETH,
  NOW,
  reported,
  reportedRestricted,
  reportOrder,
} from './missing.examples';

const scenario = given(missingDecider, NOW);
const report = reportOrder.data;
const end = { when: { at: '2026-03-10T21:30:00.000Z' }, foundBy: 'carer', area: CROYDON } as const;

describe('reporting a missing child', () => {
  it('records what the responsible authority reports, with the personal part passed through', () => {
    expect.hasAssertions();
    scenario().when(reportOrder).then(reported);
  });

  it('lets the host report a child of another authority', () => {
    expect.hasAssertions();
    scenario()
      .when({ ...reportOrder, data: { ...report, by: CROYDON } })
      .then({ ...reported, data: { ...reported.data, by: CROYDON } });
  });

  it('refuses a third authority, which is neither responsible nor host', () => {
    expect.hasAssertions();
    scenario()
      .when({ ...reportOrder, data: { ...report, by: LAMBETH } })
      .refused('missing/not-a-reporter');
  });

  it('refuses another authority for a restricted placement, whose host nobody may name', () => {
    expect.hasAssertions();
    scenario()
      .when({ ...reportOrder, data: { ...report, by: CROYDON, host: { kind: 'withheld' } } })
      .refused('missing/not-a-reporter');
  });

  it('refuses to report the same episode twice', () => {
    expect.hasAssertions();
    scenario(reported).when(reportOrder).refused('missing/already-reported');
  });

  it('refuses a child last seen in the future', () => {
    expect.hasAssertions();
    scenario()
      .when({ ...reportOrder, data: { ...report, lastSeen: { at: '2026-03-10T22:05:00.001Z' } } })
      .refused('missing/in-the-future');
  });

  it('forgives a sender whose clock is five minutes fast', () => {
    expect.hasAssertions();
    const lastSeen = { at: '2026-03-10T22:05:00.000Z' };
    scenario()
      .when({ ...reportOrder, data: { ...report, lastSeen } })
      .then({ ...reported, data: { ...reported.data, lastSeen, occurredAt: lastSeen.at } });
  });

  it('refuses a date without a time that lies after today in London', () => {
    expect.hasAssertions();
    scenario()
      .when({ ...reportOrder, data: { ...report, lastSeen: { on: '2026-03-11' } } })
      .refused('missing/in-the-future');
  });

  it('names each area at risk once, and takes the own area without complaint', () => {
    expect.hasAssertions();
    scenario()
      .when({ ...reportOrder, data: { ...report, areasAtRisk: [BRENT, HACKNEY, BRENT] } })
      .then({ ...reported, data: { ...reported.data, areasAtRisk: [BRENT, HACKNEY] } });
  });
});

describe('reporting an episode that is over, as a return knows it', () => {
  it('records both ends in one go, each with its own personal part', () => {
    expect.hasAssertions();
    scenario()
      .when({
        ...reportOrder,
        data: { ...report, end },
        personal: { description: 'Red cap.', found: { whereabouts: 'At the placement.' } },
      })
      .then(
        { ...reported, data: { ...reported.data, alreadyOver: true }, personal: { description: 'Red cap.' } },
        {
          type: 'MissingFound',
          data: { by: HACKNEY, ...end, occurredAt: '2026-03-10T21:30:00.000Z', ending: 'found' },
          personal: { whereabouts: 'At the placement.' },
        },
      );
  });

  it('ends and begins on the same day where only dates are known', () => {
    expect.hasAssertions();
    const { by, from, responsible, host } = report;
    const lastSeen = { on: '2024-06-01' };
    const dated = { by, from, responsible, host, kind: 'A', lastSeen, areasAtRisk: [] } as const;
    scenario()
      .when({ type: 'ReportMissing', data: { ...dated, end: { when: { on: '2024-06-01' } } } })
      .then(
        { type: 'MissingReported', data: { ...dated, occurredAt: '2024-06-01', alreadyOver: true } },
        {
          type: 'MissingFound',
          data: {
            by: HACKNEY,
            when: { on: '2024-06-01' },
            occurredAt: '2024-06-01',
            ending: 'returned',
          },
        },
      );
  });

  it('leaves out which force has the case of a restricted placement and where the child came back to', () => {
    expect.hasAssertions();
    scenario()
      .when({ type: 'ReportMissing', data: { ...report, host: { kind: 'withheld' }, end } })
      .then(
        {
          type: 'MissingReported',
          data: { ...reportedRestricted.data, alreadyOver: true },
        },
        {
          type: 'MissingFound',
          data: {
            by: HACKNEY,
            when: end.when,
            foundBy: end.foundBy,
            occurredAt: '2026-03-10T21:30:00.000Z',
            ending: 'found',
            restricted: true,
          },
        },
      );
  });

  it.each([
    ['an instant before', { at: '2026-03-10T20:29:59.999Z' }],
    ['the day before', { on: '2026-03-09' }],
  ])('refuses an end %s the child was last seen', (_, when) => {
    expect.hasAssertions();
    scenario()
      .when({ ...reportOrder, data: { ...report, end: { when } } })
      .refused('missing/found-before-missing');
  });

  it('refuses an end in the future', () => {
    expect.hasAssertions();
    scenario()
      .when({ ...reportOrder, data: { ...report, end: { when: { on: '2026-03-11' } } } })
      .refused('missing/in-the-future');
  });
});
