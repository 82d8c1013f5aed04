import type { Role } from '@ibex/kernel';
import { startSplit } from '../../apps/cli/src/engines/split';
import type { AppName, Split } from '../../apps/cli/src/engines/split';

const [HACKNEY, CROYDON] = ['E09000012', 'E09000008'];
jest.setTimeout(60_000);

describe('looking ahead in an exchange split over several processes, on PostgreSQL', () => {
  let split: Split;
  const post = async (app: AppName, path: string, body: object, role: Role = 'placing-practitioner') => {
    const url = split.of(app)[0]?.url ?? '';
    const token = await split.tokenFor(HACKNEY, role, 'ann');
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': 'p-1',
      },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, unknown>> };
  };

  beforeAll(async () => {
    split = await startSplit({ members: [HACKNEY, CROYDON] });
  }, 240_000);
  afterAll(() => split.stopAll(), 60_000);

  it('is answered where commands are taken in, and leaves the order free to be given', async () => {
    const order = { child: { localId: 'PRE-1' }, host: CROYDON, startsOn: '2026-03-02', notice: 'planned' };
    const look = await post('intake-api', '/v1/previews', { action: 'placement/notify', body: order });
    expect([look.status, look.body['told']]).toEqual([
      200,
      [expect.objectContaining({ authority: CROYDON, capacity: 'host', member: true })],
    ]);
    // the same key: a look has not used it
    const given = await post('intake-api', '/v1/placements', order);
    expect([given.status, given.body['repeated']]).toEqual([201, false]);
    const position = Number(given.body['position']);
    const again = await post('intake-api', '/v1/previews', { action: 'placement/notify', body: order });
    expect(again.status).toBe(200);
    const repeated = await post('intake-api', '/v1/placements', order);
    expect([repeated.body['position'], repeated.body['repeated']]).toEqual([position, true]);
  });

  it('finds no area where no table is loaded, and says so', async () => {
    const { status, body } = await post('view-api', '/v1/areas/find', { postcodes: ['CR0 1EA'] });
    expect([status, body]).toEqual([
      200,
      { tableLoaded: false, areas: [{ postcode: 'CR0 1EA', authorities: [] }] },
    ]);
  });
});
