import type { DutyChange } from '@ibex/kernel';
import { placementDeadlines } from './placement.deadlines';
import type { PlacementFact } from './placement.events';
import {
  HOST,
  NOW,
  OTHER,
  OWNER,
  acknowledged,
  changed,
  consulted,
  corrected,
  ended,
  inCamden,
  notified,
  ofLast,
  responded,
  supplied,
  withdrawn,
} from './placement.fixture';

type Told = readonly [PlacementFact, at: string];
const changesOf = (...facts: readonly Told[]) => ofLast(placementDeadlines, ...facts);
const keyed = (changes: readonly DutyChange[]) => changes.map(({ change, key }) => `${change} ${key}`);
const opened = (changes: readonly DutyChange[], key: string) =>
  changes.find((change) => change.change === 'opened' && change.key === key);
const dueOf = (changes: readonly DutyChange[], key: string) => {
  const duty = opened(changes, key);
  return duty?.change === 'opened' ? duty.dueAt : undefined;
};
const unknown = { kind: 'unknown' } as const;
const withheld = { kind: 'withheld' } as const;
const abroad = { kind: 'outside-england', code: 'WAL' } as const;
const LATER = '2026-04-20T09:00:00.000Z';

describe('telling the host, reg 13(4)', () => {
  it('is due before a planned placement starts, and met by the post', () => {
    expect(changesOf([notified(), NOW])).toEqual([
      {
        change: 'opened',
        key: 'tell-host-1',
        kind: 'tell-host',
        text: 'Tell the area authority in writing of the placement',
        owedBy: OWNER,
        owedTo: HOST,
        startedAt: '2026-03-09',
        dueAt: '2026-03-09T00:00:00.000Z',
        source: 'Care Planning, Placement and Case Review (England) Regulations 2010, reg 13(4)',
      },
      { change: 'met', key: 'tell-host-1', at: NOW },
      {
        change: 'opened',
        key: 'acknowledge-1',
        kind: 'acknowledge',
        text: 'Acknowledge the placement and enter it in your register',
        owedBy: HOST,
        owedTo: OWNER,
        startedAt: NOW,
        targetAt: '2026-03-05T00:00:00.000Z',
        source: 'Service target of the exchange; no time in law',
      },
      {
        change: 'opened',
        key: 'assess-risk-1',
        kind: 'assess-risk',
        text: 'Assess the risk to the child in your area and tell the placing authority',
        owedBy: HOST,
        owedTo: OWNER,
        startedAt: NOW,
        targetAt: '2026-03-17T00:00:00.000Z',
        source: 'Service target of the exchange; no time in law',
      },
    ]);
  });

  it.each([
    [
      'over Easter, two bank holidays and two days of summer time later',
      '2026-03-27',
      '2026-04-07T23:00:00.000Z',
    ],
    ['over the end of summer time', '2026-10-23', '2026-10-31T00:00:00.000Z'],
    ['over Christmas and New Year, with Boxing Day on a Saturday', '2026-12-24', '2027-01-06T00:00:00.000Z'],
    ['from a Saturday', '2026-03-07', '2026-03-14T00:00:00.000Z'],
  ])('is due within 5 working days in an emergency: %s', (_, startsOn, dueAt) => {
    expect(dueOf(changesOf([notified({ notice: 'emergency', startsOn }), NOW]), 'tell-host-1')).toBe(dueAt);
  });

  it('is provisional beyond the published bank holidays', () => {
    const changes = changesOf([notified({ notice: 'emergency', startsOn: '2028-12-28' }), NOW]);
    expect(opened(changes, 'tell-host-1')).toMatchObject({
      dueAt: '2029-01-05T00:00:00.000Z',
      provisional: true,
    });
  });

  it('counts a return from the later date that the law allows and shows the earlier beside it', () => {
    const changes = changesOf([notified({ notice: 'from-return', startsOn: '2024-06-03' }), NOW]);
    expect(opened(changes, 'tell-host-1')).toMatchObject({
      dueAt: '2024-06-10T23:00:00.000Z',
      otherStarts: [
        {
          at: '2024-06-03',
          dueAt: '2024-06-02T23:00:00.000Z',
          countedFrom: 'before the start, if it was planned',
        },
      ],
    });
    expect(changes).toContainEqual({ change: 'met', key: 'tell-host-1', at: NOW });
  });

  it('was met on the day when the host was told by other means', () => {
    const changes = changesOf([notified({ startsOn: '2025-06-09', toldByOtherMeansOn: '2025-06-06' }), NOW]);
    expect(changes).toContainEqual({ change: 'met', key: 'tell-host-1', at: '2025-06-05T23:00:00.000Z' });
  });

  it('is never met after the post that says so', () => {
    const changes = changesOf([notified({ toldByOtherMeansOn: '2026-03-30' }), NOW]);
    expect(changes).toContainEqual({ change: 'met', key: 'tell-host-1', at: NOW });
  });

  it.each([
    ['unknown', unknown, ['opened tell-host-1', 'opened establish-host-1']],
    ['outside England', abroad, ['opened tell-host-1']],
  ])('stays open while the host is %s', (_, host, keys) => {
    expect(keyed(changesOf([notified({ host }), NOW]))).toEqual(keys);
  });

  it('is left to the owner’s own route for a restricted placement, and to the adoption agency for adoption', () => {
    const restricted = {
      host: withheld,
      restricted: true,
      carePlan: 'pending',
      assessment: 'pending',
    } as const;
    const adoption = notified({ ...restricted, placementType: 'A5' });
    expect(keyed(changesOf([notified(restricted), NOW]))).toEqual(['opened tell-host-1']);
    expect(changesOf([adoption, NOW])).toEqual([]);
    expect(changesOf([adoption, NOW], [ended({ host: withheld, restricted: true }), LATER])).toEqual([]);
  });

  it('has no duty for a host that nobody can name, but one for the owner to establish it', () => {
    const changes = changesOf([notified({ host: unknown }), NOW]);
    expect(opened(changes, 'establish-host-1')).toEqual({
      change: 'opened',
      key: 'establish-host-1',
      kind: 'establish-host',
      text: 'Establish in which authority’s area the child is placed, so that it can be told',
      owedBy: OWNER,
      startedAt: NOW,
      targetAt: '2026-03-10T00:00:00.000Z',
      source:
        'Service target of the exchange; no time in law; Care Planning, Placement and Case Review (England) Regulations 2010, reg 13(4) cannot be met without it',
    });
  });
});

describe('the care plan and the assessment', () => {
  const pending = notified({ notice: 'emergency', carePlan: 'pending', assessment: 'pending' });

  it('are due when the host has to be told', () => {
    const changes = changesOf([pending, NOW]);
    expect(dueOf(changes, 'supply-care-plan-1')).toBe('2026-03-17T00:00:00.000Z');
    expect(dueOf(changes, 'supply-assessment-1')).toBe('2026-03-17T00:00:00.000Z');
  });

  it('are met one by one', () => {
    expect(changesOf([pending, NOW], [supplied(), LATER])).toEqual([
      { change: 'met', key: 'supply-care-plan-1', at: LATER },
    ]);
  });

  it('are not asked for where a return does not say', () => {
    const silent = notified({ notice: 'from-return', carePlan: 'not-said', assessment: 'not-said' });
    expect(keyed(changesOf([silent, NOW]))).not.toContain('opened supply-care-plan-1');
  });

  it('change nothing when they are supplied again', () => {
    expect(changesOf([notified(), NOW], [supplied(), LATER])).toEqual([]);
  });
});

describe('a consultation, reg 11(2)(d)(ii)', () => {
  it('asks the owner for the care plan before the start and the host for an answer', () => {
    const changes = changesOf([consulted({ intendedStartOn: '2026-04-01' }), NOW]);
    expect(keyed(changes)).toEqual(['opened consult-care-plan', 'opened answer-consultation']);
    expect(dueOf(changes, 'consult-care-plan')).toBe('2026-03-31T23:00:00.000Z');
    expect(dueOf(changes, 'answer-consultation')).toBeUndefined();
  });

  it('asks nothing where nobody is told', () => {
    expect(changesOf([consulted({ host: unknown }), NOW])).toEqual([]);
    expect(changesOf([consulted({ restricted: true, host: withheld }), NOW])).toEqual([]);
  });

  it('is met by the care plan and by the answer', () => {
    expect(changesOf([consulted(), NOW], [supplied(), LATER])).toEqual([
      { change: 'met', key: 'consult-care-plan', at: LATER },
    ]);
    expect(changesOf([consulted(), NOW], [responded(), LATER])).toEqual([
      { change: 'met', key: 'answer-consultation', at: LATER },
    ]);
  });

  it('is over when the placement goes ahead', () => {
    expect(keyed(changesOf([consulted(), NOW], [notified({ consulted: true }), LATER]))).toEqual([
      'void consult-care-plan',
      'void answer-consultation',
      'opened tell-host-1',
      'met tell-host-1',
      'opened acknowledge-1',
      'opened assess-risk-1',
    ]);
  });
});

describe('the host’s own part', () => {
  it('is met by acknowledging and by assessing the risk', () => {
    expect(changesOf([notified(), NOW], [acknowledged(), LATER])).toEqual([
      { change: 'met', key: 'acknowledge-1', at: LATER },
    ]);
    expect(changesOf([notified(), NOW], [responded('2026-04-16'), LATER])).toEqual([
      { change: 'met', key: 'acknowledge-1', at: LATER },
      { change: 'met', key: 'assess-risk-1', at: '2026-04-15T23:00:00.000Z' },
    ]);
  });

  it('is met once', () => {
    expect(changesOf([notified(), NOW], [acknowledged(), NOW], [responded(), LATER])).toEqual([]);
    expect(changesOf([notified(), NOW], [responded(), NOW], [acknowledged(), LATER])).toEqual([]);
  });
});

describe('the end, reg 14', () => {
  it('is told within 10 working days after, which the post meets or misses', () => {
    const changes = changesOf(
      [notified(), NOW],
      [ended({ endedOn: '2026-12-18' }), '2026-12-21T10:00:00.000Z'],
    );
    expect(keyed(changes)).toEqual([
      'void acknowledge-1',
      'void assess-risk-1',
      'opened end-notice-1',
      'met end-notice-1',
    ]);
    expect(dueOf(changes, 'end-notice-1')).toBe('2027-01-07T00:00:00.000Z');
  });

  it('is told by other means where the exchange cannot tell the host', () => {
    const there = notified({ host: abroad });
    const silent = changesOf([there, NOW], [ended({ host: abroad }), LATER]);
    const told = changesOf([there, NOW], [ended({ host: abroad, toldByOtherMeansOn: '2026-04-02' }), LATER]);
    expect(keyed(silent)).toEqual(['void tell-host-1', 'opened end-notice-1']);
    expect(told).toContainEqual({ change: 'met', key: 'end-notice-1', at: '2026-04-01T23:00:00.000Z' });
  });

  it('may be said to have been told by other means later', () => {
    const later = supplied({ host: abroad, supplied: [], toldByOtherMeansOn: '2026-04-02' });
    expect(changesOf([notified({ host: abroad }), NOW], [later, LATER])).toEqual([
      { change: 'met', key: 'tell-host-1', at: '2026-04-01T23:00:00.000Z' },
    ]);
  });
});

describe('a carer who moves across a boundary', () => {
  it('ends the part of the old host and starts the clocks of the new one', () => {
    const changes = changesOf([notified(), NOW], [changed({ notice: 'emergency' }), LATER]);
    expect(keyed(changes)).toEqual([
      'void acknowledge-1',
      'void assess-risk-1',
      'opened end-notice-1',
      'met end-notice-1',
      'opened tell-host-2',
      'met tell-host-2',
      'opened acknowledge-2',
      'opened assess-risk-2',
    ]);
    expect(opened(changes, 'tell-host-2')).toMatchObject({
      owedTo: OTHER,
      dueAt: '2026-04-20T23:00:00.000Z',
    });
    expect(dueOf(changes, 'end-notice-1')).toBe('2026-04-27T23:00:00.000Z');
  });
});

describe('a correction', () => {
  const first = [notified({ notice: 'emergency' }), NOW] as const;

  it('of the start counts again from the right date, met when it was met', () => {
    const change = corrected({ notice: 'emergency', startsOn: '2026-02-02', corrected: ['startsOn'] });
    const changes = changesOf(first, [change, LATER]);
    expect(keyed(changes)).toEqual(['opened tell-host-1', 'met tell-host-1']);
    expect(dueOf(changes, 'tell-host-1')).toBe('2026-02-10T00:00:00.000Z');
    expect(changes).toContainEqual({ change: 'met', key: 'tell-host-1', at: NOW });
  });

  it('of the start moves what is still open too, and only that', () => {
    const pending = notified({ carePlan: 'pending', assessment: 'pending' });
    const change = corrected({
      carePlan: 'supplied',
      assessment: 'pending',
      startsOn: '2026-03-16',
      corrected: ['startsOn'],
    });
    const changes = changesOf([pending, NOW], [supplied(), NOW], [change, LATER]);
    expect(keyed(changes)).toEqual(['opened tell-host-1', 'met tell-host-1', 'opened supply-assessment-1']);
    expect(dueOf(changes, 'supply-assessment-1')).toBe('2026-03-16T00:00:00.000Z');
  });

  it('of the start while the host is unknown leaves it to be told', () => {
    const change = corrected({
      host: unknown,
      previousHost: unknown,
      startsOn: '2026-03-16',
      corrected: ['startsOn'],
    });
    expect(keyed(changesOf([notified({ host: unknown }), NOW], [change, LATER]))).toEqual([
      'opened tell-host-1',
    ]);
  });

  it('of anything else leaves the clocks alone', () => {
    expect(changesOf(first, [corrected({ corrected: ['providerUrn'] }), LATER])).toEqual([]);
  });

  it('that names the host at last meets the search for it and tells it now', () => {
    const change = corrected({ previousHost: unknown, corrected: ['host'] });
    const changes = changesOf([notified({ host: unknown }), NOW], [change, LATER]);
    expect(keyed(changes)).toEqual([
      'met establish-host-1',
      'void tell-host-1',
      'opened tell-host-1',
      'met tell-host-1',
      'opened acknowledge-1',
      'opened assess-risk-1',
    ]);
    expect(changes).toContainEqual({ change: 'met', key: 'tell-host-1', at: LATER });
  });

  it('that names another host voids what the wrong one owed and tells the right one late', () => {
    const change = corrected({ host: inCamden, corrected: ['host'] });
    expect(keyed(changesOf(first, [change, LATER]))).toEqual([
      'void acknowledge-1',
      'void assess-risk-1',
      'opened tell-host-2',
      'met tell-host-2',
      'opened acknowledge-2',
      'opened assess-risk-2',
    ]);
  });

  it('that names the host of a placement that is over leaves only the telling to be done', () => {
    const change = corrected({ host: inCamden, endedOn: '2026-05-01', corrected: ['host'] });
    expect(keyed(changesOf(first, [ended(), LATER], [change, LATER]))).toEqual([
      'opened tell-host-2',
      'met tell-host-2',
      'opened end-notice-2',
      'met end-notice-2',
    ]);
  });

  it('of the end counts again, and of an end posted in error voids its notice', () => {
    const moved = corrected({ endedOn: '2026-04-30', corrected: ['endedOn'] });
    const changes = changesOf(first, [ended(), LATER], [moved, LATER]);
    expect(keyed(changes)).toEqual(['opened end-notice-1', 'met end-notice-1']);
    expect(dueOf(changes, 'end-notice-1')).toBe('2026-05-15T23:00:00.000Z');

    const goesOn = corrected({ corrected: ['endedOn'] });
    expect(keyed(changesOf(first, [ended(), LATER], [goesOn, LATER]))).toEqual(['void end-notice-1']);
  });
});

it('voids every open duty of a placement posted in error', () => {
  expect(keyed(changesOf([notified({ carePlan: 'pending' }), NOW], [withdrawn(), LATER]))).toEqual([
    'void supply-care-plan-1',
    'void acknowledge-1',
    'void assess-risk-1',
  ]);
});

it('opens nothing for a fact that fits no phase', () => {
  for (const stray of [ended(), changed(), corrected({ corrected: ['startsOn'] }), acknowledged()]) {
    expect(changesOf([stray, NOW])).toEqual([]);
  }
});

it('says nothing of facts of other kinds', () => {
  expect(
    ofLast(
      (fact, earlier) => placementDeadlines({ ...fact, type: 'MoveNotified' }, earlier),
      [notified(), NOW],
    ),
  ).toEqual([]);
});
