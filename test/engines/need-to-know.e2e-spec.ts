import type { Role } from '@ibex/kernel';
import { startSplit } from '../../apps/cli/src/engines/split';
import type { Split } from '../../apps/cli/src/engines/split';
import { Desk } from '../support/desk';
import type { Answer } from '../support/desk';

const [HACKNEY, CROYDON, BARNET] = ['E09000012', 'E09000008', 'E09000003'] as const;
const PATIENCE_MS = 240_000;
jest.setTimeout(300_000);

/** The last answer, once it is what was waited for. */
const until = async (ask: () => Promise<Answer>, holds: (answer: Answer) => boolean): Promise<Answer> => {
  const lastMs = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (performance.now() > lastMs)
      throw new Error(`waited in vain, last for ${answer.text.slice(0, 2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
};
type Bodies = readonly Readonly<Record<string, unknown>>[];

describe('need to know in an exchange split over several processes, on PostgreSQL', () => {
  let split: Split;
  const desk = (authority: string, role: Role): Desk => {
    const [intake, view] = [split.of('intake-api')[0]?.url ?? '', split.of('view-api')[0]?.url ?? ''];
    const token = (gss: string, given = role): Promise<string> => split.tokenFor(gss, given);
    return new Desk({ commands: intake, questions: view }, token, authority, role);
  };

  beforeAll(async () => {
    const counts = { 'intake-api': 1, relay: 1, 'view-api': 1 };
    split = await startSplit({ members: [HACKNEY, CROYDON, BARNET], counts });
  }, 240_000);
  afterAll(() => split.stopAll(), 60_000);

  it('shows an authority which of its records the matcher, another process, has set aside', async () => {
    const child = { localId: 'NK-1', forename: 'Unknown', surname: 'Unknown' };
    const stay = { host: CROYDON, startsOn: '2026-03-02', notice: 'planned' };
    const placed = await desk(HACKNEY, 'placing-practitioner').post('/v1/placements', { child, ...stay });
    expect(placed.status).toBe(201);
    const asked = () => desk(HACKNEY, 'placing-practitioner').get('/v1/records/set-aside');
    const { body } = await until(asked, ({ body: { items } }) => (items as Bodies).length > 0);
    expect(body['items']).toEqual([
      expect.objectContaining({ recordRef: placed.body['recordRef'], because: 'too-little', child }),
    ]);
    expect((await desk(CROYDON, 'placing-practitioner').get('/v1/records/set-aside')).body['items']).toEqual(
      [],
    );
  });

  it('ends a lookout once the child is reported back, and tells owner and whoever was asked', async () => {
    const lastSeen = { at: new Date(Date.now() - 3 * 3_600_000).toISOString() };
    const missing = await desk(HACKNEY, 'duty-desk').post('/v1/missing-episodes', {
      ...{ child: { localId: 'NK-2', forename: 'Ada', surname: 'Obi' }, kind: 'M', from: 'care' },
      ...{ host: CROYDON, lastSeen },
    });
    const recordRef = String(missing.body['recordRef']);
    const label = { label: 'refuge', reason: 'Her father looks for her' };
    const hidden = await desk(HACKNEY, 'governance').post(`/v1/records/${recordRef}/restrictions`, label);
    expect(hidden.status).toBe(200);
    const since = lastSeen.at.slice(0, 10);
    const whom = { authorities: [BARNET], since, name: 'Ann Lee', phone: '020 7946 0000' };
    const asked = await desk(HACKNEY, 'duty-desk').post('/v1/lookouts', { recordRef, ...whom });
    expect(asked.status).toBe(201);
    const path = `/v1/lookouts/${String(asked.body['id'])}`;
    expect((await desk(BARNET, 'mash').get(path)).body).toMatchObject({
      state: 'missing',
      phone: whom.phone,
    });
    const found = { when: { at: new Date(Date.now() - 60_000).toISOString() } };
    const back = await desk(HACKNEY, 'duty-desk').post(
      `/v1/missing-episodes/${String(missing.body['id'])}/found`,
      found,
    );
    expect(back.status).toBe(201);
    const over = await until(
      () => desk(HACKNEY, 'duty-desk').get(path),
      ({ body }) => body['state'] === 'over',
    );
    expect(over.body).toMatchObject({ endedBecause: 'child-found' });
    const kinds = ({ body }: Answer): readonly string[] =>
      (body['entries'] as Bodies)
        .map(({ type }) => String(type))
        .filter((type) => type.includes('restricted-child'));
    for (const [gss, expected] of [
      [BARNET, ['uk.ibex.access.restricted-child-missing', 'uk.ibex.access.restricted-child-found']],
      [HACKNEY, ['uk.ibex.access.restricted-child-found']],
    ] as const) {
      const inbox = await until(
        () => desk(gss, 'duty-desk').get('/v1/inbox?limit=500'),
        (answer) => kinds(answer).length >= expected.length,
      );
      expect(kinds(inbox)).toEqual(expected);
    }
  });
});
