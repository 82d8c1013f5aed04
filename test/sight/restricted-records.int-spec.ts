import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { By } from '../support/exchange-in-process';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const OWNER: By = [HACKNEY, 'placing-practitioner', 'ann'];
const SECOND: By = [HACKNEY, 'governance', 'bob'];
const HOST: By = [CROYDON, 'duty-desk', 'hal'];
const LISTS = [
  '/v1/registers/placed-here?on=2026-03-03',
  '/v1/missing-episodes?scope=here&state=all',
  '/v1/duties?scope=owed-by-us',
  '/v1/clocks',
  '/v1/worklists/missing-here',
];

const folders = temporaryFolders();
let exchange: ExchangeInProcess;
beforeAll(async () => {
  exchange = await ExchangeInProcess.start(folders());
}, 30_000);
afterAll(() => exchange.stop());

type Child = Readonly<{ recordRef: string; placement: string; missing: string }>;

/** Placed in Croydon and missing from there; Croydon was told of both. */
const aChild = async (localId: string): Promise<Child> => {
  const child = { localId, forename: 'Ada', surname: 'Obi' };
  const placed = await exchange.post(OWNER, '/v1/placements', {
    ...{ child, host: CROYDON, startsOn: '2026-03-02', notice: 'planned', address: '1 Hidden Lane' },
    ...{ postcode: 'CR0 1EA', narrative: 'With her aunt' },
  });
  const missing = await exchange.post([HACKNEY, 'duty-desk', 'ann'], '/v1/missing-episodes', {
    ...{ child: { localId }, kind: 'M', from: 'care', host: CROYDON, lastSeen: { on: '2026-03-03' } },
  });
  await exchange.settled();
  return {
    recordRef: String(placed.body['recordRef']),
    placement: String(placed.body['id']),
    missing: String(missing.body['id']),
  };
};
const pathsOf = ({ recordRef, placement, missing }: Child): readonly string[] => [
  `/v1/children/${recordRef}/chronology`,
  `/v1/notices/by-id/placement/${placement}`,
  `/v1/notices/by-id/missing/${missing}`,
];
const at = ({ recordRef }: Child, rest = ''): string => `/v1/records/${recordRef}/restrictions${rest}`;
const restrict = (child: Child, label: string, by: By = OWNER) =>
  exchange.post(by, at(child), { label, reason: 'Her father looks for her' });

describe('a record that is restricted', () => {
  it('is gone for everybody else at the very next request, though no view or router reads on', async () => {
    const child = await aChild('RR-1');
    for (const path of [...pathsOf(child), ...LISTS]) {
      const before = await exchange.get(HOST, path);
      expect([path, before.status]).toEqual([path, 200]);
      expect([path, before.text]).toEqual([
        path,
        expect.stringMatching(child.placement + '|' + child.missing + '|' + child.recordRef),
      ]);
    }
    const entries = await exchange.get(HOST, '/v1/inbox?limit=500');
    const links = [...entries.text.matchAll(/\/v1\/notices\/[0-9a-f-]{36}/g)].map(([link]) => link);
    expect(links.length).toBeGreaterThan(1);
    await exchange.withAllFollowersStill(async () => {
      expect((await restrict(child, 'refuge')).status).toBe(200);
      for (const path of [...pathsOf(child), ...links]) {
        const after = await exchange.getAtOnce(HOST, path);
        expect([path, after.status, after.text]).toEqual([
          path,
          404,
          (await exchange.getAtOnce(HOST, '/v1/notices/unknown-fact')).text.replace(
            'unknown-fact',
            path.split('/').at(-1) ?? '',
          ),
        ]);
      }
      for (const path of LISTS) {
        const after = await exchange.getAtOnce(HOST, path);
        expect([path, after.status]).toEqual([path, 200]);
        expect(after.text).not.toMatch(
          new RegExp(`${child.placement}|${child.missing}|${child.recordRef}|Obi`),
        );
      }
      const register = await exchange.getAtOnce(HOST, LISTS[0] ?? '');
      expect(register.body).toMatchObject({ total: 0, items: [] });
    });
  }, 60_000);

  it('leads to no entry in another authority’s mailbox any more, and to no letter', async () => {
    const child = await aChild('RR-2');
    const { body } = await exchange.get(HOST, '/v1/inbox?limit=500');
    await restrict(child, 'adoption');
    await exchange.post(OWNER, `/v1/placements/${child.placement}/end`, { endedOn: '2026-03-09' });
    const after = await exchange.get(HOST, `/v1/inbox?after=${String(body['next'])}`);
    expect(after.body['entries']).toEqual([]);
  }, 60_000);

  it('leads to no letter to those who read no mailbox, though the task to tell them stands', async () => {
    const { body } = await exchange.post(OWNER, '/v1/placements', {
      child: { localId: 'RR-6' },
      ...{ host: 'E10000016', startsOn: '2026-03-02', notice: 'planned', address: '1 Hidden Lane' },
    });
    const tasks = (await exchange.get(OWNER, '/v1/tasks')).body['tasks'] as readonly Readonly<{
      links: Readonly<{ letter: string }>;
    }>[];
    const letter = tasks.at(-1)?.links.letter ?? '';
    expect((await exchange.get(OWNER, letter, 'text/plain')).text).toContain('1 Hidden Lane');
    await exchange.post(OWNER, `/v1/records/${String(body['recordRef'])}/restrictions`, {
      ...{ label: 'adoption', reason: 'x' },
    });
    expect((await exchange.get(OWNER, letter, 'text/plain')).status).toBe(404);
  }, 60_000);

  it('is its owner’s without address, contacts and free text, of which a list says nothing either', async () => {
    const child = await aChild('RR-3');
    const notice = pathsOf(child)[1] ?? '';
    expect((await exchange.get(OWNER, notice)).text).toContain('1 Hidden Lane');
    await restrict(child, 'protected');
    for (const path of [...pathsOf(child), '/v1/registers/placed-elsewhere']) {
      const seen = await exchange.get(OWNER, path);
      expect([path, seen.status]).toEqual([path, 200]);
      expect(seen.text).not.toMatch(/1 Hidden Lane|With her aunt/);
    }
    const elsewhere = await exchange.get(OWNER, '/v1/registers/placed-elsewhere');
    const items = elsewhere.body['items'] as readonly Readonly<{ recordRef: string; postcode?: string }>[];
    expect(items.find(({ recordRef }) => recordRef === child.recordRef)).not.toHaveProperty('postcode');
    expect((await exchange.get(OWNER, notice)).body).toMatchObject({
      sight: 'owner',
      child: { surname: 'Obi' },
    });
  }, 60_000);

  it('takes two persons to be opened again, for those who were told before', async () => {
    const child = await aChild('RR-4');
    const [chronology = ''] = pathsOf(child);
    await restrict(child, 'refuge');
    const lifting = { reason: 'She has moved on' };
    expect((await exchange.post(OWNER, at(child, '/refuge/lifting/agreement'), {})).body).toMatchObject({
      code: 'restriction/no-proposal',
    });
    expect((await exchange.post(OWNER, at(child, '/refuge/lifting'), lifting)).status).toBe(200);
    expect((await exchange.post(OWNER, at(child, '/refuge/lifting/agreement'), {})).body).toMatchObject({
      code: 'restriction/same-person',
    });
    expect((await exchange.get(SECOND, at(child))).body).toMatchObject({
      labels: [{ label: 'refuge', liftingProposedBy: 'ann' }],
    });
    expect((await exchange.get(HOST, chronology)).status).toBe(404);
    expect((await exchange.post(SECOND, at(child, '/refuge/lifting/agreement'), {})).status).toBe(200);
    expect((await exchange.get(SECOND, at(child))).body).toMatchObject({ labels: [] });
    expect((await exchange.get(HOST, chronology)).status).toBe(200);
    expect((await exchange.post(SECOND, at(child, '/refuge/lifting'), lifting)).body).toMatchObject({
      code: 'restriction/not-in-force',
    });
  }, 60_000);

  it('is restricted by its owner alone, and nobody else learns whether there is one', async () => {
    const child = await aChild('RR-5');
    const stranger: By = [CROYDON, 'governance', 'gov'];
    for (const path of [at(child), at({ ...child, recordRef: 'never-told-of' })]) {
      expect((await exchange.get(stranger, path)).status).toBe(404);
      const answer = await exchange.post(stranger, path, { label: 'refuge', reason: 'x' });
      expect(answer.status).toBe(404);
    }
    expect((await restrict(child, 'refuge', HOST)).status).toBe(403);
    expect((await exchange.post(SECOND, at(child, '/secret/lifting'), { reason: 'x' })).status).toBe(404);
  }, 60_000);
});
