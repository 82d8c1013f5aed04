import type { OwnMissing } from '../exchange/exchange-client.port';
import type { PlacedMissing } from '../ssda903/child-file';
import { headerRow, missingFrom, period } from '../ssda903/episode.fixture';
import { missingThread, pairUpMissing } from './missing-threads';

const stillMissing = (change: Partial<OwnMissing> = {}): OwnMissing => ({
  kind: 'missing-episode',
  id: 'm-1',
  localId: '4711',
  missing: 'M',
  startedOn: '2024-06-01',
  ...change,
});
const held = (change: Partial<OwnMissing> = {}): OwnMissing =>
  stillMissing({ endedOn: '2024-06-03', ...change });
const commands = (episode: PlacedMissing, before?: OwnMissing) =>
  missingThread({ episode, ...(before ? { held: before } : {}) }, headerRow()).commands.map(
    ({ action, body }) => ({
      action,
      body,
    }),
  );
const episode = (change: Parameters<typeof missingFrom>[1] = {}) => missingFrom(period(), change);

describe('a missing episode', () => {
  it('that is new is reported with its end', () => {
    expect(commands(episode())).toStrictEqual([
      {
        action: 'missing/report',
        body: {
          child: {
            localId: '4711',
            dateOfBirth: '2010-01-31',
            sex: 'F',
            ethnicity: 'WBRI',
            upn: 'UN5',
            homePostcode: 'E1 1AA',
          },
          kind: 'M',
          from: 'care',
          host: 'E09000008',
          lastSeen: { on: '2024-06-01' },
          legalStatus: 'C2',
          end: { when: { on: '2024-06-03' } },
        },
      },
    ]);
  });

  it('that goes on is reported without an end', () => {
    expect(Object.keys(commands(episode({ end: '' }))[0]?.body ?? {})).not.toContain('end');
  });

  it.each([
    ['is unchanged', episode(), held(), []],
    [
      'is over',
      episode(),
      stillMissing(),
      [{ action: 'missing/found', body: { when: { on: '2024-06-03' } } }],
    ],
    [
      'was of another kind',
      episode({ kind: 'A' }),
      held(),
      [{ action: 'missing/correct', body: { kind: 'A' } }],
    ],
    [
      'ended on another day',
      episode({ end: '2024-06-04' }),
      held(),
      [{ action: 'missing/correct', body: { end: { when: { on: '2024-06-04' } } } }],
    ],
    [
      'began on another day',
      episode({ start: '2024-05-31' }),
      held(),
      [{ action: 'missing/correct', body: { lastSeen: { on: '2024-05-31' } } }],
    ],
    ['was closed at eighteen', episode(), stillMissing({ closed: true }), []],
    ['is over by other news than the return', episode({ end: '' }), held(), []],
  ] as const)('that the exchange holds and that %s', (_name, now, before, expected) => {
    expect(commands(now, before)).toStrictEqual(expected);
  });
});

describe('missing episodes of one day', () => {
  it('are told apart by kind and end', () => {
    const [short, away, long] = [episode({ end: '2024-06-01' }), episode({ kind: 'A' }), episode()];
    const { pairs, unpaired } = pairUpMissing(
      [short, away, long],
      [
        held({ id: 'long' }),
        held({ id: 'away', missing: 'A' }),
        held({ id: 'short', endedOn: '2024-06-01' }),
      ],
    );
    expect([pairs.map((pair) => pair.held?.id), unpaired]).toStrictEqual([['short', 'away', 'long'], []]);
  });

  it('leave over what the return no longer has', () => {
    const { pairs, unpaired } = pairUpMissing([episode({ start: '2024-08-01', end: '' })], [held()]);
    expect([pairs.map((pair) => pair.held), unpaired]).toStrictEqual([[undefined], [held()]]);
  });
});
