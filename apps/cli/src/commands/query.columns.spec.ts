import type { Shown } from '../output';
import { renderColumns } from './columns';
import type { Column } from './columns';
import { DUTIES, PLACED_BY, REGISTER, chronologyColumns, inboxColumns } from './query.columns';

const names = new Map([
  ['E09000007', 'Camden'],
  ['E09000008', 'Croydon'],
]);
/** Header and value of each cell that is not empty, as a spreadsheet gets them. */
const cellsOf = (columns: readonly Column[], item: Shown): Shown =>
  Object.fromEntries(
    columns
      .map(({ header, of }) => [header, of(item)] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
const placement = { startsOn: '2025-02-26', placementType: 'K3', localId: '0085338' };

describe('the register', () => {
  it('of an area shows by whom each child is placed, under which number, since when, in what', () => {
    const item = { ...placement, placingAuthority: 'E09000007', placingAuthorityName: 'Camden' };
    expect(cellsOf(REGISTER, { ...item, toldAt: '2026-11-22T00:28:40.307Z' })).toEqual({
      ...{ 'placing authority': 'Camden', 'GSS code': 'E09000007', 'local id': '0085338' },
      ...{ start: '2025-02-26', 'placement type': 'K3', told: '2026-11-22T00:28:40.307Z' },
      acknowledged: 'not yet',
    });
  });

  it.each([
    ['an authority', { kind: 'authority', gss: 'E09000008', name: 'Croydon' }, 'Croydon'],
    ['another country', { kind: 'outside-england', code: 'SCO' }, 'SCO'],
    ['nobody knows where', { kind: 'unknown' }, 'unknown'],
  ])('of one’s own children names the host: %s', (_, host, shown) => {
    expect(cellsOf(PLACED_BY, { ...placement, host, restricted: false })).toEqual({
      ...{ 'host authority': shown, 'local id': '0085338', start: '2025-02-26', 'placement type': 'K3' },
    });
  });

  it('shows a restricted placement as withheld', () => {
    const item = { ...placement, host: { kind: 'withheld' }, restricted: true };
    expect(cellsOf(PLACED_BY, item)).toMatchObject({
      'host authority': 'withheld',
      restricted: 'withheld from everyone',
    });
  });
});

describe('the chronology', () => {
  const entry = {
    ...{ occurredAt: '2025-02-26', recordedAt: '2026-11-22T00:28:40.307Z', sourceName: 'Camden' },
    title: 'Carer moved to another area',
    data: {
      ...{ by: 'E09000007', host: { kind: 'authority', gss: 'E09000008' }, restricted: false },
      ...{ lastSeen: { at: '2026-03-02T09:00:00.000Z' }, supplied: ['care-plan'], consulted: false },
      areasAtRisk: [],
    },
    told: [{ authority: 'E09000008', authorityName: 'Croydon', capacity: 'host' }],
  };

  it('says what happened, with its details, and who was told', () => {
    expect(cellsOf(chronologyColumns(names), entry)).toEqual({
      ...{ happened: '2025-02-26', recorded: '2026-11-22T00:28:40.307Z', source: 'Camden' },
      what: 'Carer moved to another area',
      details: 'host: Croydon; lastSeen: 2026-03-02T09:00:00.000Z; supplied: care-plan; consulted: false',
      told: 'Croydon (host)',
    });
  });

  it('says of a withheld entry nothing but that there is one', () => {
    expect(cellsOf(chronologyColumns(names), { withheld: true })).toEqual({ what: 'withheld' });
  });
});

describe('duties', () => {
  const duty = { state: 'open', text: 'Hold the conference', owedByName: 'Croydon', startedAt: '2026-03-02' };

  it('name both sides; what is owed to no authority is owed to the child', () => {
    expect(cellsOf(DUTIES, duty)).toMatchObject({ 'owed by': 'Croydon', 'owed to': 'the child' });
    expect(cellsOf(DUTIES, { ...duty, owedTo: 'E09000007', owedToName: 'Camden' })).toMatchObject({
      'owed to': 'Camden',
    });
    expect(cellsOf(DUTIES, { ...duty, state: 'met', metLate: true })).toMatchObject({ state: 'met late' });
  });

  it('are due by the end of the day before the midnight from which they are late', () => {
    const winter = renderColumns([{ ...duty, dueAt: '2026-03-24T00:00:00.000Z' }], DUTIES, 'table');
    expect(winter).toContain('end of 2026-03-23');
    const summer = renderColumns([{ ...duty, dueAt: '2026-07-06T23:00:00.000Z' }], DUTIES, 'table');
    expect(summer).toContain('end of 2026-07-06');
    const atNine = renderColumns([{ ...duty, dueAt: '2026-07-07T08:00:00.000Z' }], DUTIES, 'table');
    expect(atNine).toContain('2026-07-07 09:00');
  });

  it('keep times in UTC in a file, and everything as answered in json', () => {
    const item = { ...duty, dueAt: '2026-07-06T23:00:00.000Z', key: 'conference' };
    expect(renderColumns([item], DUTIES, 'csv')).toContain('2026-07-06T23:00:00.000Z');
    expect(JSON.parse(renderColumns([item], DUTIES, 'json'))).toEqual(item);
  });
});

it('the inbox names the sender, what happened, as whom one is told and what to do', () => {
  const data = {
    ...{ kind: 'Reported missing', urgency: 'urgent', capacity: 'host', from: 'E09000007' },
    ...{ duty: 'Check your records', links: { detail: '/v1/notices/f-1' } },
  };
  expect(cellsOf(inboxColumns(names), { sequence: 7, time: '2026-03-02T09:00:00.000Z', data })).toEqual({
    ...{ number: 7, recorded: '2026-03-02T09:00:00.000Z', from: 'Camden', what: 'Reported missing' },
    ...{ 'you are': 'host', urgency: 'urgent', 'what to do': 'Check your records' },
    detail: '/v1/notices/f-1',
  });
});
