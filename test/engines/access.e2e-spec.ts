import type { Role } from '@ibex/kernel';
import { startSplit } from '../../apps/cli/src/engines/split';
import type { AppName, Split } from '../../apps/cli/src/engines/split';
import type { Answer } from '../support/desk';
import { eventually } from '../support/desk';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const BARNET = 'E09000003';
const WITHIN_MS = 1_000;
type By = readonly [authority: string, role: Role, person: string];
const OWNER: By = [HACKNEY, 'placing-practitioner', 'ann'];
const HOST: By = [CROYDON, 'duty-desk', 'hal'];
const MASH: By = [BARNET, 'mash', 'mia'];
const LEAD: By = [CROYDON, 'governance', 'lou'];

jest.setTimeout(60_000);

describe('access in an exchange split over several processes, on PostgreSQL', () => {
  let split: Split;
  let keys = 0;
  let child: Readonly<{ recordRef: string; notice: string }>;

  const urlOf = (app: AppName, number: number): string => {
    const found = split.of(app)[number - 1];
    if (!found) throw new Error(`there is no ${app}-${String(number)}`);
    return found.url;
  };
  const ask = async (by: By, url: string, body?: object): Promise<Answer> => {
    keys += 1;
    const headers = {
      authorization: `Bearer ${await split.tokenFor(...by)}`,
      ...(body ? { 'content-type': 'application/json', 'idempotency-key': `access-${String(keys)}` } : {}),
    };
    const answer = await fetch(
      url,
      body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers },
    );
    const text = await answer.text();
    const parsed = text.startsWith('{') ? (JSON.parse(text) as Answer['body']) : {};
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', text, body: parsed };
  };
  const view = (number: number, path: string): string => `${urlOf('view-api', number)}${path}`;
  const place = async (localId: string): Promise<typeof child> => {
    const { body } = await ask(OWNER, `${urlOf('intake-api', 1)}/v1/placements`, {
      child: { localId, forename: 'Ada', surname: 'Obi' },
      ...{ host: CROYDON, startsOn: '2026-03-02', notice: 'planned', address: '1 Old Street' },
    });
    return {
      recordRef: String(body['recordRef']),
      notice: `/v1/notices/by-id/placement/${String(body['id'])}`,
    };
  };

  beforeAll(async () => {
    split = await startSplit({ members: [HACKNEY, CROYDON, BARNET] });
    child = await place('ACC-1');
    await eventually(
      () => ask(HOST, view(1, child.notice)),
      ({ status }) => status === 200,
    );
  }, 240_000);
  afterAll(() => split.stopAll(), 60_000);

  it('is opened by a broken glass to one person, at whichever process it asks next, and closed again', async () => {
    expect((await ask(MASH, view(2, child.notice))).status).toBe(404);
    const path = `/v1/records/${child.recordRef}/break-glass`;
    const emergency = { reason: 'She is hurt', purpose: 'section-47' };
    const opened = await ask(MASH, `${urlOf('intake-api', 1)}${path}`, emergency);
    expect(opened.status).toBe(201);
    expect((await ask(MASH, view(2, child.notice))).body).toMatchObject({ sight: 'grant' });
    const chronology = await ask(MASH, view(2, `/v1/children/${child.recordRef}/chronology`));
    expect(chronology.status).toBe(200);
    expect(chronology.text).toContain('PlacementNotified');
    expect((await ask([BARNET, 'mash', 'max'], view(2, child.notice))).status).toBe(404);
    const end = `/v1/access/grants/${String(opened.body['id'])}/end`;
    expect((await ask(MASH, view(1, end), {})).status).toBe(200);
    expect((await ask(MASH, view(2, child.notice))).status).toBe(404);
  });

  it('is gone at every process once one of them has recorded a restriction', async () => {
    const restricted = await place('ACC-2');
    await eventually(
      () => ask(HOST, view(2, '/v1/registers/placed-here?on=2026-03-03')),
      ({ text }) => text.includes(restricted.recordRef),
    );
    const path = `/v1/records/${restricted.recordRef}/restrictions`;
    const answer = await ask(OWNER, view(1, path), { label: 'refuge', reason: 'Threats' });
    expect(answer.status).toBe(200);
    expect((await ask(HOST, view(2, restricted.notice))).status).toBe(404);
    const register = await ask(HOST, view(2, '/v1/registers/placed-here?on=2026-03-03'));
    expect(register.text).not.toContain(restricted.recordRef);
  });

  it('is taken away at every process, and from a stream that another one had open, within a second', async () => {
    const headers = { authorization: `Bearer ${await split.tokenFor(...HOST)}` };
    const stream = await fetch(view(2, '/v1/inbox/stream'), { headers });
    expect(stream.status).toBe(200);
    const ended = (async () => {
      for await (const bytes of stream.body ?? []) expect(bytes).toBeDefined();
      return performance.now();
    })();
    const revoked = await ask(LEAD, view(1, '/v1/access/revocations'), { person: 'hal', reason: 'left' });
    const revokedAt = performance.now();
    expect(revoked.status).toBe(200);
    for (const url of [view(1, '/v1/inbox'), view(2, '/v1/inbox')])
      expect((await ask(HOST, url)).status).toBe(401);
    expect((await ask(HOST, `${urlOf('intake-api', 1)}/v1/records/find`, { localId: 'x' })).status).toBe(401);
    expect((await ended) - revokedAt).toBeLessThan(WITHIN_MS);
  });
});
