import type { OwnPlacement } from '../exchange/exchange-client.port';
import type { PlacedPeriod } from '../ssda903/child-file';
import { CROYDON, headerRow, KENT, period } from '../ssda903/episode.fixture';
import { pairUp, placementThread } from './placement-threads';

const RETURN_TO = '2025-03-31';

const held = (change: Partial<OwnPlacement> = {}): OwnPlacement => ({
  kind: 'placement',
  id: 'p-1',
  localId: '4711',
  startsOn: '2024-05-01',
  host: CROYDON,
  restricted: false,
  placementType: 'U6',
  provider: 'PR4',
  providerUrn: 'SC123456',
  postcode: 'CR0 7UD',
  ...change,
});

const commands = (placed: PlacedPeriod, before?: OwnPlacement) =>
  placementThread(
    { period: placed, ...(before ? { held: before } : {}) },
    headerRow(),
    RETURN_TO,
  ).commands.map(({ action, body }) => ({ action, body }));

describe('a placement that the exchange does not hold', () => {
  it('is notified with what the return says, and ended where it has ended', () => {
    const ended = period({ end: '2024-09-01', ceased: 'X1', changeReason: 'CARPL' });
    expect(commands(ended)).toStrictEqual([
      {
        action: 'placement/notify',
        body: {
          child: {
            localId: '4711',
            dateOfBirth: '2010-01-31',
            sex: 'F',
            ethnicity: 'WBRI',
            upn: 'UN5',
            homePostcode: 'E1 1AA',
          },
          host: 'E09000008',
          startsOn: '2024-05-01',
          placementType: 'U6',
          provider: 'PR4',
          providerUrn: 'SC123456',
          legalStatus: 'C2',
          reasonForNewEpisode: 'S',
          need: 'N1',
          postcode: 'CR0 7UD',
          notice: 'from-return',
          sourceSystem: 'ssda903',
        },
      },
      {
        action: 'placement/end',
        body: { endedOn: '2024-09-01', reasonEpisodeCeased: 'X1', reasonForPlacementChange: 'CARPL' },
      },
    ]);
  });

  it.each([
    ['unknown', { kind: 'unknown' }, { hostUnknown: true, postcode: 'CR0 7UD' }],
    ['withheld, and then its postcode too', { kind: 'withheld' }, { restricted: true }],
    ['outside England', { kind: 'outside-england', code: 'WAL' }, { host: 'WAL', postcode: 'CR0 7UD' }],
  ] as const)('may have a host that is %s', (_, host, said) => {
    const { body } = commands(period({}, host))[0] ?? {};
    const where = Object.entries(body ?? {}).filter(([name]) =>
      ['host', 'hostUnknown', 'restricted', 'postcode'].includes(name),
    );
    expect(Object.fromEntries(where)).toStrictEqual(said);
  });

  it('leaves out what the exchange would refuse rather than the placement', () => {
    const odd = period({ postcode: 'V28 5OY', homePostcode: 'C13 6WC', urn: '12', provider: '', need: '' });
    const alone = placementThread({ period: odd }, undefined, RETURN_TO).commands[0]?.body;
    expect(alone).toStrictEqual({
      child: { localId: '4711' },
      host: 'E09000008',
      startsOn: '2024-05-01',
      placementType: 'U6',
      legalStatus: 'C2',
      reasonForNewEpisode: 'S',
      notice: 'from-return',
      sourceSystem: 'ssda903',
    });
  });

  it('has the same keys each time, others for other content', () => {
    const keys = (placed: PlacedPeriod) =>
      placementThread({ period: placed }, headerRow(), RETURN_TO).commands.map(({ key }) => key);
    const ended = period({ end: '2024-09-01' });
    expect(keys(ended)).toStrictEqual(keys(ended));
    expect(new Set([...keys(ended), ...keys(period({ end: '2024-09-01', place: 'U4' }))]).size).toBe(4);
  });
});

describe('a placement that the exchange holds', () => {
  it('needs nothing when it is unchanged', () => {
    expect(commands(period(), held())).toStrictEqual([]);
    expect(commands(period({ end: '2024-09-01' }), held({ endedOn: '2024-09-01' }))).toStrictEqual([]);
  });

  it('is ended when it has ended since', () => {
    expect(commands(period({ end: '2024-09-01', ceased: 'E4A' }), held())).toStrictEqual([
      { action: 'placement/end', body: { endedOn: '2024-09-01', reasonEpisodeCeased: 'E4A' } },
    ]);
  });

  it.each([
    ['type', { place: 'U4' }, {}, { placementType: 'U4' }],
    ['provider', { provider: 'PR1' }, {}, { provider: 'PR1' }],
    ['URN', { urn: '1234567' }, {}, { providerUrn: '1234567' }],
    ['postcode', { postcode: 'cr01aa' }, {}, { host: 'E09000008', postcode: 'CR0 1AA' }],
    ['host', {}, { host: KENT }, { host: 'E09000008' }],
    ['host, until now unknown', {}, { host: { kind: 'unknown' } }, { host: 'E09000008' }],
    ['start', {}, { startsOn: '2024-04-29' }, { startsOn: '2024-05-01' }],
    ['end', { end: '2024-09-01' }, { endedOn: '2024-08-31' }, { endedOn: '2024-09-01' }],
    ['end, which was none', {}, { endedOn: '2024-08-31' }, { stillOpen: true }],
  ] as const)('has its %s corrected', (_, now, before, body) => {
    expect(commands(period(now), held(before))).toStrictEqual([{ action: 'placement/correct', body }]);
  });

  it('is corrected and then ended where both are due', () => {
    expect(
      commands(period({ provider: 'PR1', end: '2024-09-01' }), held()).map(({ action }) => action),
    ).toStrictEqual(['placement/correct', 'placement/end']);
  });

  it('is withheld from now on when the return says that it is for adoption', () => {
    expect(commands(period({ place: 'A3' }, { kind: 'withheld' }), held())).toStrictEqual([
      { action: 'placement/correct', body: { placementType: 'A3', restricted: true } },
    ]);
  });

  it.each([
    ['the host that people established', period({}, { kind: 'unknown' }), held({ host: KENT })],
    ['a restriction that people set', period(), held({ restricted: true, host: { kind: 'withheld' } })],
    ['an end after the days of the return', period(), held({ endedOn: '2025-04-02' })],
    ['what the return leaves blank', period({ provider: '', urn: '', postcode: '' }), held()],
    ['a start before the return', period({ reason: 'L' }), held({ startsOn: '2023-01-01' })],
    ['a stay of a carer who moved', period({ place: 'U4' }), held({ moved: true })],
  ])('keeps %s', (_, now, before) => {
    expect(commands(now, before)).toStrictEqual([]);
  });

  it('gets the same correction under another key after it was changed back', () => {
    const key = (before: OwnPlacement) =>
      placementThread({ period: period(), held: before }, undefined, RETURN_TO).commands[0]?.key;
    expect(key(held({ provider: 'PR1' }))).not.toBe(key(held({ provider: 'PR2' })));
  });
});

describe('periods and what the exchange holds are paired', () => {
  const pairedIds = (periods: readonly PlacedPeriod[], all: readonly OwnPlacement[]) => {
    const { pairs, unpaired } = pairUp(periods, all);
    return [pairs.map((pair) => pair.held?.id ?? 'new'), unpaired.map(({ id }) => id)];
  };

  it.each([
    [
      'by start',
      [period()],
      [held({ id: 'b', startsOn: '2024-04-01', endedOn: '2024-05-01' }), held()],
      [['p-1'], ['b']],
    ],
    [
      'by start and carer where two began on one day',
      [period({ place: 'T1', end: '2024-05-01' }), period()],
      [held(), held({ id: 't', placementType: 'T1' })],
      [['t', 'p-1'], []],
    ],
    ['by start even if all else was wrong', [period({ place: 'K2' }, KENT)], [held()], [['p-1'], []]],
    [
      'by carer where the return begins later',
      [period({ reason: 'L' })],
      [held({ startsOn: '2022-01-01' })],
      [['p-1'], []],
    ],
    ['by carer where the start was corrected', [period()], [held({ startsOn: '2024-05-03' })], [['p-1'], []]],
    [
      'never across a gap',
      [period()],
      [held({ startsOn: '2023-01-01', endedOn: '2023-02-01' })],
      [['new'], ['p-1']],
    ],
    [
      'never with another host and start',
      [period()],
      [held({ startsOn: '2024-04-01', host: KENT })],
      [['new'], ['p-1']],
    ],
  ] as const)('%s', (_, periods, all, expected) => {
    expect(pairedIds(periods, all)).toStrictEqual(expected);
  });
});
