import { found, missingFact, reported, withdrawn } from '../shared/missing.fixture';
import { BARNET, CAMDEN, CROYDON, corrected, movedToBarnet, notified } from '../shared/placement.fixture';
import { inAnyOrder, recorded } from '../shared/replay.fixture';
import type { Told } from '../shared/replay.fixture';
import { ageBandOf, ethnicGroupOf, monthNumberOf, monthOf, quarterOf } from './trend-topics';
import { trendsProjection } from './trends.projection';
import type { RecordedFact, Row, RowChange } from '@ibex/kernel';

const sealer = {
  unseal: (_ref: string, _id: string, sealed: string) =>
    Promise.resolve(
      sealed === 'destroyed' ? undefined : { sex: 'F', ethnicity: 'BCRB', dateOfBirth: sealed },
    ),
};
const view = trendsProjection(sealer);

/** Rows by table and key once these facts were told. */
const rowsAfter = async (
  facts: readonly RecordedFact[],
): Promise<Readonly<Record<string, readonly Row[]>>> => {
  const rows = new Map<string, RowChange & { op: 'put' }>();
  const keyOf = (table: string, row: Row): string => {
    const key = view.schema.tables.find(({ name }) => name === table)?.primaryKey ?? [];
    return [table, ...key.map((column) => row[column])].join(' ');
  };
  for (const [at, fact] of facts.entries()) {
    const earlier = facts.slice(0, at).filter(({ stream }) => stream === fact.stream);
    for (const change of await view.project(fact, earlier)) {
      if (change.op === 'put') rows.set(keyOf(change.table, change.row), change);
      if (change.op === 'delete') rows.delete(keyOf(change.table, change.where));
    }
  }
  const of = (table: string) => [...rows.values()].filter((put) => put.table === table).map(({ row }) => row);
  return Object.fromEntries(view.schema.tables.map(({ name }) => [name, of(name)]));
};
const eventsAfter = async (...told: readonly Told[]) =>
  ((await rowsAfter(recorded(...told)))['trendEvents'] ?? []).map(({ topic, authority, month, outcome }) =>
    [topic, authority, monthOf(Number(month)), outcome].join(' '),
  );

describe('a placement is counted', () => {
  it('for the placing authority and for the host, by when it began and how late it was told', async () => {
    expect(await eventsAfter(notified())).toEqual([
      `placements-out ${CAMDEN} 2025-02 within-a-month`,
      `placements-in ${CROYDON} 2025-02 within-a-month`,
    ]);
    expect(await eventsAfter(notified({ startsOn: '2025-03-03' }))).toContain(
      `placements-in ${CROYDON} 2025-03 by-the-day`,
    );
  });

  it('once for each area that the child lived in', async () => {
    expect(await eventsAfter(notified(), movedToBarnet)).toEqual(
      expect.arrayContaining([`placements-in ${BARNET} 2025-03 within-a-week`]),
    );
  });

  it('nowhere while it is restricted', async () => {
    expect(
      await eventsAfter(notified(), corrected({ host: { kind: 'withheld' }, restricted: true })),
    ).toEqual([]);
  });

  it('where it was by the last correction', async () => {
    const moved = corrected({ host: { kind: 'authority', gss: BARNET } });
    expect(await eventsAfter(notified(), moved)).toContain(`placements-in ${BARNET} 2025-02 within-a-month`);
    expect(await eventsAfter(notified(), moved)).toHaveLength(2);
  });
});

describe('a missing episode is counted', () => {
  const held = (hoursAfterReturn?: number, on = '2025-03-05') =>
    missingFact('MissingInterviewHeld', {
      when: { on },
      heldBy: 'other-independent',
      ...(hoursAfterReturn === undefined ? {} : { hoursAfterReturn }),
    });
  const declined = missingFact('MissingInterviewDeclined', {
    when: { on: '2025-03-05' },
    declinedBy: 'child',
  });

  it.each([
    ['not-returned', []],
    ['not-held', [found]],
    ['within-72-hours', [found, held(72)]],
    ['after-72-hours', [found, held(73)]],
    ['within-72-hours', [found, held(undefined, '2025-03-07')]],
    ['after-72-hours', [found, held(undefined, '2025-03-08')]],
    ['declined', [found, declined]],
  ] as const)('as %s', async (outcome, told) => {
    expect(await eventsAfter(reported(), ...told)).toEqual([`missing ${CAMDEN} 2025-03 ${outcome}`]);
  });

  it('not once it was withdrawn, nor out of a restricted placement', async () => {
    expect(await eventsAfter(reported(), withdrawn)).toEqual([]);
    expect(await eventsAfter(reported({ host: { kind: 'withheld' }, restricted: true }))).toEqual([]);
  });
});

describe('a child', () => {
  const introduced = (sealed: string): Told => ({
    stream: 'record-r1',
    type: 'RecordIntroduced',
    data: {},
    sealed,
  });

  it('is counted as two codes and a month, and as nothing else', async () => {
    expect((await rowsAfter(recorded(introduced('2010-05-04'))))['trendChildren']).toEqual([
      { recordRef: 'record-ref-1', sex: 'F', ethnicity: 'black', bornIn: monthNumberOf('2010-05-01') },
    ]);
  });

  it('of whom nothing is left is counted as one of whom nothing is known', async () => {
    const facts = recorded(introduced('2010-05-04'), {
      ...introduced('destroyed'),
      type: 'RecordIdentityUpdated',
    });
    expect((await rowsAfter(facts))['trendChildren']).toEqual([]);
  });

  it('whose record is restricted is hidden until every label was lifted', async () => {
    const label = (type: string, name: string): Told => ({
      stream: 'restriction-r1',
      type,
      data: { label: name },
    });
    const told = [label('RecordRestricted', 'refuge'), label('RecordRestricted', 'adoption')];
    const lifted = (name: string) => label('RecordRestrictionLifted', name);
    const hidden = async (...facts: readonly Told[]) => (await rowsAfter(recorded(...facts)))['trendHidden'];
    expect(await hidden(...told)).toEqual([{ recordRef: 'record-ref-1', labels: 'adoption refuge' }]);
    expect(await hidden(...told, lifted('refuge'))).toHaveLength(1);
    expect(await hidden(...told, lifted('refuge'), lifted('adoption'))).toEqual([]);
  });
});

it('a replay gives the same rows', async () => {
  const facts = recorded(notified(), reported(), movedToBarnet, found);
  expect(inAnyOrder(await rowsAfter([...facts, ...facts]))).toEqual(inAnyOrder(await rowsAfter(facts)));
});

it.each([
  [monthNumberOf('2016-07-01'), '2026-06', 'under-10'],
  [monthNumberOf('2016-07-01'), '2026-07', '10-12'],
  [monthNumberOf('2008-07-01'), '2026-06', '16-17'],
  [monthNumberOf('2008-07-01'), '2026-07', '18-and-over'],
  [null, '2026-07', 'unknown'],
  [monthNumberOf('2027-01-01'), '2026-07', 'unknown'],
])('born in month %s, in %s of the band %s', (born, month, band) => {
  expect(ageBandOf(born, monthNumberOf(month))).toBe(band);
});

it('codes that say nothing are unknown, and quarters begin in January', () => {
  expect(['NOBT', 'REFU', 'CHNE', undefined].map(ethnicGroupOf)).toEqual([
    'unknown',
    'unknown',
    'asian',
    'unknown',
  ]);
  expect(
    ['2026-01', '2026-03', '2026-04', '2026-12'].map((month) => quarterOf(monthNumberOf(month))),
  ).toEqual(['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q4']);
});
