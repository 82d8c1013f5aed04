import { definitions } from '@ibex/notifications';
import { entryIdOf } from '@ibex/runtime';
import { visitDefinition } from '../shared/invented-type.fixture';
import { found, missingFact, reported, withdrawn } from '../shared/missing.fixture';
import { BARNET, CAMDEN, CROYDON, acknowledged, corrected, notified } from '../shared/placement.fixture';
import { recorded, rowsAfter, rowsAfterTwice } from '../shared/replay.fixture';
import type { Told } from '../shared/replay.fixture';
import { worklistsProjection } from './worklists.projection';

const projection = worklistsProjection(definitions);
type Listed = readonly (readonly [list: unknown, authority: unknown, item: unknown])[];
const listed = (...told: readonly Told[]): Listed =>
  (rowsAfter(projection, recorded(...told))['worklistItems'] ?? [])
    .map(({ list, authority, item }) => [list, authority, item] as const)
    .toSorted((one, other) => one.join().localeCompare(other.join()));
const onList = (name: string, ...told: readonly Told[]): readonly unknown[] =>
  listed(...told)
    .filter(([list]) => list === name)
    .map(([, authority]) => authority);

describe('a placement in another area', () => {
  it('is for the host to take on and to assess, and for nobody else', () => {
    expect(onList('placed-here-unacknowledged', notified())).toEqual([CROYDON]);
    expect(onList('not-risk-assessed', notified())).toEqual([CROYDON]);
  });

  it('is taken on by an acknowledgement, and still to be assessed', () => {
    expect(onList('placed-here-unacknowledged', notified(), acknowledged(CROYDON))).toEqual([]);
    expect(onList('not-risk-assessed', notified(), acknowledged(CROYDON))).toEqual([CROYDON]);
  });

  it('is taken on in the inbox, too', () => {
    const taken: Told = {
      stream: `delivery-${entryIdOf('fact-0', CROYDON)}`,
      type: 'NoticeAcknowledged',
      data: {},
      by: CROYDON,
    };
    expect(onList('placed-here-unacknowledged', notified(), taken)).toEqual([]);
  });

  it('stands with its dates, its words and who owes what to whom', () => {
    const rows = rowsAfter(projection, recorded(notified()))['worklistItems'];
    expect(rows?.find(({ list }) => list === 'placed-here-unacknowledged')).toStrictEqual({
      ...{ begins: 0, item: 'acknowledge-1', list: 'placed-here-unacknowledged', authority: CROYDON },
      ...{ notification: 'placement', kind: 'acknowledge', stream: 'placement-p1', owner: CAMDEN },
      ...{ recordRef: 'record-ref-1', alsoAbout: null, other: CAMDEN, restricted: 0, isTarget: 1 },
      text: 'Acknowledge the placement and enter it in your register',
      since: '2025-03-03T09:00:00.000Z',
      dueAt: '2025-03-06T00:00:00.000Z',
      clock: expect.any(String) as string,
      entryId: entryIdOf('fact-0', CROYDON),
    });
  });

  it('is on no list of the host once it is restricted, and on none from the start when it began so', () => {
    const now = { host: { kind: 'withheld' }, restricted: true } as const;
    const ofOthers = (rows: Listed): Listed => rows.filter(([, authority]) => authority !== CAMDEN);
    expect(ofOthers(listed(notified(), corrected(now)))).toEqual([]);
    expect(ofOthers(listed(notified({ ...now, host: { kind: 'authority', gss: CROYDON } })))).toEqual([]);
  });
});

describe('a missing child', () => {
  it('is on the lists of its keeper, of the host and of where it may be heading', () => {
    expect(onList('missing-ours', reported())).toEqual([CAMDEN]);
    expect(onList('missing-here', reported())).toEqual([CROYDON]);
    expect(onList('missing-heading-here', reported())).toEqual([BARNET]);
  });

  it('is on none once it was found, or the report was withdrawn', () => {
    for (const end of [found, withdrawn])
      expect(listed(reported(), end).filter(([list]) => String(list).startsWith('missing-'))).toEqual([]);
  });

  it('is heading where it was seen', () => {
    const seen = missingFact('MissingSighted', {
      when: { at: '2025-03-03T10:00:00.000Z' },
      area: 'E09000030',
    });
    expect(onList('missing-heading-here', reported(), seen)).toEqual([BARNET, 'E09000030']);
  });

  it('out of a restricted placement is on the lists of its keepers alone, and counted for them alone', () => {
    const hidden = reported({ host: { kind: 'withheld' }, restricted: true });
    const tables = rowsAfter(projection, recorded(hidden));
    const authorities = [...(tables['worklistItems'] ?? []), ...(tables['worklistEpisodes'] ?? [])];
    expect(new Set(authorities.map(({ authority }) => authority))).toEqual(new Set([CAMDEN]));
  });

  it('stays counted for whoever was told of it after it was found', () => {
    const episodes = rowsAfter(projection, recorded(reported(), found))['worklistEpisodes'];
    expect(episodes).toEqual(
      [CAMDEN, CROYDON, BARNET].map((authority) => ({
        ...{ begins: 0, authority, recordRef: 'record-ref-1', startedOn: '2025-03-02' },
      })),
    );
  });
});

describe('duties', () => {
  const visits = worklistsProjection([visitDefinition]);
  const asked = { stream: 'visit-v1', type: 'VisitAsked', data: {} };

  it('of a type that nobody foresaw are on the lists of both sides', () => {
    const rows = rowsAfter(visits, recorded(asked))['worklistItems'] ?? [];
    expect(rows.map(({ list, authority }) => [list, authority])).toEqual([
      ['duties-due', CROYDON],
      ['owed-to-us-late', CAMDEN],
    ]);
  });

  it.each(['VisitMade', 'VisitCancelled'])('are off them after %s', (type) => {
    expect(rowsAfter(visits, recorded(asked, { ...asked, type }))['worklistItems']).toEqual([]);
  });

  it('move with their clock, and with no other', () => {
    const clock = String(rowsAfter(visits, recorded(asked))['worklistItems']?.[0]?.['clock']);
    const moved = (stream: string): Told => ({
      stream,
      type: 'ClockResumed',
      data: { dueAt: '2025-03-10T00:00:00.000Z', newDueAt: '2025-03-12T00:00:00.000Z' },
    });
    const datesAfter = (stream: string) =>
      rowsAfter(visits, recorded(asked, moved(stream)))['worklistItems']?.map(({ dueAt }) => dueAt);
    expect(datesAfter(`clock-${clock}`)).toEqual(Array(2).fill('2025-03-12T00:00:00.000Z'));
    expect(datesAfter('clock-other')).toEqual(Array(2).fill('2025-03-10T00:00:00.000Z'));
  });
});

describe('two records that may be one child', () => {
  const pair = { refs: ['r-a', 'r-b'], owners: [CAMDEN, CROYDON] };
  const link = (type: string, data: object = {}): Told => ({ stream: 'link-1', type, data: { ...data } });
  const proposed = link('LinkProposed', { ...pair, weight: 6 });

  it('are for both owners to review, each by its own record', () => {
    const rows = rowsAfter(projection, recorded(proposed))['worklistItems'] ?? [];
    expect(
      rows.map(({ authority, recordRef, alsoAbout, other }) => [authority, recordRef, alsoAbout, other]),
    ).toEqual([
      [CAMDEN, 'r-a', 'r-b', null],
      [CROYDON, 'r-b', 'r-a', null],
    ]);
  });

  it('are once on the list of an authority that owns both', () => {
    const own = link('LinkProposed', { ...pair, owners: [CAMDEN, CAMDEN] });
    expect(onList('links-to-review', own)).toEqual([CAMDEN]);
  });

  it.each([
    'LinkConfirmed',
    'LinkDeclined',
    'LinkUndone',
    'LinkForbidden',
    'LinkEvidenceWithdrawn',
    'LinkMade',
  ])('are off the list after %s', (type) => {
    expect(onList('links-to-review', proposed, link(type, pair))).toEqual([]);
  });

  it('stay on it while a second person is awaited, and off it once people have decided', () => {
    expect(onList('links-to-review', proposed, link('LinkConfirmationAsked'))).toHaveLength(2);
    expect(onList('links-to-review', proposed, link('LinkDeclined'), proposed)).toEqual([]);
  });

  it('are on it again once a mark was lifted', () => {
    const lifted = link('LinkForbiddanceLifted');
    expect(
      onList('links-to-review', link('LinkMade', pair), link('LinkForbidden', pair), lifted),
    ).toHaveLength(2);
    expect(onList('links-to-review', link('LinkForbidden', pair), lifted)).toEqual([]);
  });
});

it('a replay gives the same rows', () => {
  const facts = recorded(notified(), reported({}, { stream: 'missing-m1' }), acknowledged(CROYDON), found);
  expect(rowsAfterTwice(projection, facts)['worklistItems']).toEqual(
    expect.arrayContaining([...(rowsAfter(projection, facts)['worklistItems'] ?? [])]),
  );
});
