import { inAnyOrder, recorded, rowsAfter, rowsAfterTwice } from '../shared/replay.fixture';
import type { Told } from '../shared/replay.fixture';
import {
  BARNET,
  CAMDEN,
  CROYDON,
  found,
  LAMBETH,
  missingFact,
  reported,
  withdrawn,
} from '../shared/missing.fixture';
import { missingEpisodesProjection } from './open-missing-episodes.projection';

const rows = (...told: readonly Told[]) => rowsAfter(missingEpisodesProjection, recorded(...told));
const episode = (...told: readonly Told[]) => rows(...told)['missingEpisodes'];
const parties = (...told: readonly Told[]) => rows(...told)['missingParties'];
const starts = (...told: readonly Told[]) => rows(...told)['missingStarts'];

const open = {
  begins: 0,
  stream: 'missing-m1',
  recordRef: 'record-ref-1',
  owner: CAMDEN,
  responsible: CAMDEN,
  state: 'open',
  kind: 'M',
  missingFrom: 'care',
  risk: 'medium',
  policeForce: 'metropolitan',
  hostKind: 'authority',
  hostCode: CROYDON,
  restricted: 0,
  startedAt: '2025-03-02T23:30:00.000Z',
  startedOn: '2025-03-02',
  endedAt: null,
  endedOn: null,
  ending: null,
  turnedEighteenOn: null,
  sightedAt: null,
  sightedArea: null,
  reportedAt: '2025-03-03T09:00:00.000Z',
  interview: 'none',
  strategyDiscussedAt: null,
  numberKnownToOwner: null,
  acknowledgements: 0,
};
const party = (authority: string, scope: string) => ({
  begins: 0,
  authority,
  scope,
  recordRef: 'record-ref-1',
});
const start = {
  begins: 0,
  stream: 'missing-m1',
  recordRef: 'record-ref-1',
  startedAt: '2025-03-02T23:30:00.000Z',
  startedOn: '2025-03-02',
};
const update = missingFact('MissingUpdated', { risk: 'high', newAreasAtRisk: [LAMBETH, BARNET] });
const sighting = missingFact('MissingSighted', {
  when: { at: '2025-03-03T12:00:00.000Z' },
  area: LAMBETH,
});

describe('missing episodes', () => {
  it('opens with a report, on the lists of the keeper, the host and where the child may head for', () => {
    expect(rows(reported())).toStrictEqual({
      missingEpisodes: [open],
      missingParties: [party(CAMDEN, 'ours'), party(CROYDON, 'here'), party(BARNET, 'heading-here')],
      missingStarts: [start],
    });
  });

  it('stands on the lists of the reporter and of the responsible authority', () => {
    expect(parties(reported({ responsible: LAMBETH, areasAtRisk: [] }))).toStrictEqual([
      party(CAMDEN, 'ours'),
      party(LAMBETH, 'ours'),
      party(CROYDON, 'here'),
    ]);
  });

  it.each([
    ['withheld', { kind: 'withheld' }, { hostKind: 'withheld', hostCode: null, restricted: 1 }],
    ['unknown', { kind: 'unknown' }, { hostKind: 'unknown', hostCode: null, restricted: 0 }],
    [
      'outside England',
      { kind: 'outside-england', code: 'SCO' },
      { hostKind: 'outside-england', hostCode: 'SCO', restricted: 0 },
    ],
  ] as const)('is on no host’s list where the host is %s', (_, host, columns) => {
    expect(rows(reported({ host }))).toStrictEqual({
      missingEpisodes: [{ ...open, ...columns }],
      missingParties: [party(CAMDEN, 'ours'), party(BARNET, 'heading-here')],
      missingStarts: [start],
    });
  });

  it('takes the London date of an instant, and a date as it is', () => {
    const inSummer = reported({ lastSeen: { at: '2025-06-01T23:30:00.000Z' } });

    expect(episode(inSummer)).toStrictEqual([
      { ...open, startedAt: '2025-06-01T23:30:00.000Z', startedOn: '2025-06-02' },
    ]);
    expect(episode(reported({ lastSeen: { on: '2025-03-02' } }))).toStrictEqual([
      { ...open, startedAt: '2025-03-02' },
    ]);
  });

  it('keeps when each episode began, for counting', () => {
    const other = reported({ lastSeen: { on: '2025-03-20' } }, { stream: 'missing-m2' });

    expect(starts(reported(), other)).toStrictEqual([
      start,
      { ...start, begins: 1, stream: 'missing-m2', startedAt: '2025-03-20', startedOn: '2025-03-20' },
    ]);
  });

  it('keeps the number that the owner counts', () => {
    expect(episode(reported({ episodeNumberKnownToOwner: 7 }))).toStrictEqual([
      { ...open, numberKnownToOwner: 7 },
    ]);
  });

  it('takes an update and its new areas', () => {
    expect(rows(reported(), update)).toStrictEqual({
      missingEpisodes: [{ ...open, risk: 'high' }],
      missingParties: [
        party(CAMDEN, 'ours'),
        party(CROYDON, 'here'),
        party(BARNET, 'heading-here'),
        party(LAMBETH, 'heading-here'),
      ],
      missingStarts: [start],
    });
  });

  it('shows the last sighting, and tells the area of it', () => {
    expect(episode(reported(), sighting)).toStrictEqual([
      { ...open, sightedAt: '2025-03-03T12:00:00.000Z', sightedArea: LAMBETH },
    ]);
    expect(parties(reported(), sighting)).toContainEqual(party(LAMBETH, 'heading-here'));
  });

  it('tells nobody more of a sighting without an area', () => {
    const seen = missingFact('MissingSighted', { when: { on: '2025-03-03' } });

    expect(episode(reported(), seen)).toStrictEqual([{ ...open, sightedAt: '2025-03-03' }]);
    expect(parties(reported(), seen)).toHaveLength(3);
  });

  it('ends when the child is found', () => {
    expect(episode(reported(), found)).toStrictEqual([
      {
        ...open,
        state: 'ended',
        ending: 'found',
        endedAt: '2025-03-04T06:00:00.000Z',
        endedOn: '2025-03-04',
      },
    ]);
  });

  it.each([
    ['offered', missingFact('MissingInterviewOffered', { when: { on: '2025-03-05' } })],
    ['accepted', missingFact('MissingInterviewAccepted', { when: { on: '2025-03-05' } })],
    [
      'held',
      missingFact('MissingInterviewHeld', { when: { on: '2025-03-06' }, heldBy: 'other-independent' }),
    ],
    [
      'declined',
      missingFact('MissingInterviewDeclined', { when: { on: '2025-03-06' }, declinedBy: 'child' }),
    ],
  ])('shows that the return interview was %s', (interview, fact) => {
    expect(episode(reported(), fact)).toStrictEqual([{ ...open, interview }]);
  });

  it('shows when a strategy discussion was held', () => {
    const discussed = missingFact('MissingStrategyDiscussed', {
      when: { on: '2025-03-05' },
      trigger: 'repeat-episodes',
    });

    expect(episode(reported(), discussed)).toStrictEqual([{ ...open, strategyDiscussedAt: '2025-03-05' }]);
  });

  it('is closed when the child turns eighteen', () => {
    const closed = missingFact('MissingClosed', { turnedEighteenOn: '2025-03-20' });

    expect(episode(reported(), closed)).toStrictEqual([
      { ...open, state: 'closed', turnedEighteenOn: '2025-03-20' },
    ]);
  });

  it('counts acknowledgements', () => {
    const acknowledged = missingFact('MissingAcknowledged', { response: 'received' }, { by: CROYDON });

    expect(episode(reported(), acknowledged, acknowledged)).toStrictEqual([{ ...open, acknowledgements: 2 }]);
  });

  it('takes corrections, and moves to the list of the right host', () => {
    const correction = missingFact('MissingCorrected', {
      fields: ['kind', 'host', 'lastSeen', 'policeForce', 'end'],
      kind: 'A',
      host: { kind: 'authority', gss: LAMBETH },
      lastSeen: { on: '2025-03-01' },
      policeForce: 'city-of-london',
      end: { when: { on: '2025-03-03' } },
    });

    expect(rows(reported(), found, correction)).toStrictEqual({
      missingEpisodes: [
        {
          ...open,
          state: 'ended',
          ending: 'found',
          kind: 'A',
          hostCode: LAMBETH,
          policeForce: 'city-of-london',
          startedAt: '2025-03-01',
          startedOn: '2025-03-01',
          endedAt: '2025-03-03',
          endedOn: '2025-03-03',
        },
      ],
      missingParties: [party(CAMDEN, 'ours'), party(BARNET, 'heading-here'), party(LAMBETH, 'here')],
      missingStarts: [{ ...start, startedAt: '2025-03-01', startedOn: '2025-03-01' }],
    });
  });

  it('forgets a report that was posted in error', () => {
    expect(rows(reported(), update, withdrawn)).toStrictEqual({
      missingEpisodes: [],
      missingParties: [],
      missingStarts: [],
    });
  });

  it('passes over facts of an episode that was never reported', () => {
    expect(rows(found)).toStrictEqual({
      missingEpisodes: [],
      missingParties: [],
      missingStarts: [],
    });
  });

  it('gives the same rows when it is replayed', () => {
    const other = [reported({}, { stream: 'missing-m2' }), { ...withdrawn, stream: 'missing-m2' }];
    const facts = recorded(reported(), update, sighting, ...other, found);

    expect(inAnyOrder(rowsAfterTwice(missingEpisodesProjection, facts))).toStrictEqual(
      inAnyOrder(rowsAfter(missingEpisodesProjection, facts)),
    );
  });
});
