import { EVENT_STORE, KEY_VAULT, SEALER } from '@ibex/kernel';
import type { EventStore, KeyVault, Sealer } from '@ibex/kernel';
import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { Body, By } from '../support/exchange-in-process';

const [HACKNEY, CROYDON, BRENT, BARNET] = ['E09000012', 'E09000008', 'E09000005', 'E09000003'] as const;
const OWNER: By = [HACKNEY, 'duty-desk', 'ann'];
const HOST: By = [CROYDON, 'duty-desk', 'hal'];
const AREA: By = [BRENT, 'mash', 'bea'];
const STRANGER: By = [BARNET, 'duty-desk', 'stan'];
const LEAD_OF_HOST: By = [CROYDON, 'governance', 'lou'];

const folders = temporaryFolders();
let exchange: ExchangeInProcess;
let recordRef = '';
const aRestrictedChild = async (localId: string): Promise<string> => {
  const placed = await exchange.post([HACKNEY, 'placing-practitioner', 'ann'], '/v1/placements', {
    child: { localId, forename: 'Ada', surname: 'Obi', homePostcode: 'E8 1EA' },
    ...{ host: CROYDON, startsOn: '2026-03-02', notice: 'planned', address: '1 Hidden Lane' },
  });
  const child = String(placed.body['recordRef']);
  const label = { label: 'refuge', reason: 'Her father looks for her' };
  await exchange.post([HACKNEY, 'governance', 'gil'], `/v1/records/${child}/restrictions`, label);
  return child;
};
beforeAll(async () => {
  exchange = await ExchangeInProcess.start(folders());
  recordRef = await aRestrictedChild('LO-1');
  const missing = { recordRef, kind: 'M', from: 'care', host: CROYDON, lastSeen: { on: '2026-03-03' } };
  await exchange.post(OWNER, '/v1/missing-episodes', { ...missing, circumstances: 'From the refuge' });
}, 30_000);
afterAll(() => exchange.stop());

const ask = (more: object = {}, by: By = OWNER) =>
  exchange.post(by, '/v1/lookouts', {
    ...{ recordRef, authorities: [CROYDON, BRENT], since: '2026-03-03' },
    ...{ name: 'Ann Lee', phone: '020 7946 0000', policeReference: 'CAD 7', ...more },
  });
/** Whatever of a lookout opens to somebody with every key that there is, layer by layer. */
const openedIn = async (stream: string, child: string): Promise<string> => {
  const sealer = exchange.part<Sealer>(SEALER);
  const opened: unknown[] = [];
  for (const { id, sealed, metadata } of await exchange.part<EventStore>(EVENT_STORE).readStream(stream)) {
    const outer = await sealer.unseal(metadata.recordRef ?? '', id, sealed ?? '');
    const within = String(outer?.['words']);
    opened.push(outer, await sealer.unseal(child, metadata.commandId, within));
  }
  return JSON.stringify(opened);
};
type Entry = Readonly<{
  type: string;
  subject: string;
  data: Readonly<{ urgency: string; links: { detail: string } }>;
}>;
const entriesOf = async (authority: string): Promise<readonly Entry[]> => {
  const { body } = await exchange.get([authority, 'duty-desk'], '/v1/inbox?limit=500');
  return (body['entries'] as readonly Entry[]).filter(({ type }) => type.includes('restricted-child'));
};

describe('a restricted child that is missing', () => {
  it('is told of by nobody but its owner, to nobody but whom it names: whom to ring, no more', async () => {
    expect(await entriesOf(CROYDON)).toEqual([]);
    const asked = await ask();
    expect(asked).toMatchObject({ status: 201, body: { facts: ['LookoutAsked'] } });
    for (const by of [HOST, AREA]) {
      const [entry, ...more] = await entriesOf(by[0]);
      expect(more).toEqual([]);
      expect(entry).toMatchObject({ data: { urgency: 'urgent' } });
      const seen = await exchange.get(by, entry?.data.links.detail ?? '');
      expect(seen.body).toEqual({
        ...{ id: asked.body['id'], state: 'missing', from: HACKNEY, since: '2026-03-03' },
        ...{
          askedAt: asked.body['recordedAt'],
          name: 'Ann Lee',
          phone: '020 7946 0000',
          policeReference: 'CAD 7',
        },
      });
      for (const text of [JSON.stringify(entry), seen.text])
        expect(text).not.toMatch(new RegExp(`${recordRef}|Ada|Obi|LO-1|Hidden|refuge|E8 1EA`));
    }
    expect(await entriesOf(BARNET)).toEqual([]);
    const path = `/v1/lookouts/${String(asked.body['id'])}`;
    expect((await exchange.get(STRANGER, path)).text.replace(path, '')).toBe(
      (await exchange.get(STRANGER, '/v1/lookouts/never-asked')).text.replace('/v1/lookouts/never-asked', ''),
    );
    expect((await exchange.get(STRANGER, '/v1/lookouts')).body).toEqual({ lookouts: [] });
    expect((await exchange.get(OWNER, path)).body).toMatchObject({
      recordRef,
      authorities: [CROYDON, BRENT],
    });
  }, 60_000);

  it('opens nothing of its record to whom it was told, whose ledger does not name it either', async () => {
    for (const path of [`/v1/children/${recordRef}/chronology`, `/v1/records/${recordRef}/restrictions`])
      expect((await exchange.get(HOST, path)).status).not.toBe(200);
    const reads = await exchange.get(LEAD_OF_HOST, '/v1/reads?scope=our-people');
    expect(reads.text).toContain('"lookout"');
    expect(reads.text).not.toContain(recordRef);
    const told = await exchange.get([HACKNEY, 'governance', 'gil'], '/v1/reads');
    expect(
      (told.body['reads'] as readonly Body[]).map(({ what, authority }) => [what, authority]),
    ).toContainEqual(['lookout', CROYDON]);
  }, 60_000);

  it('is over for whom it was told when its owner says so, and nobody is rung any more', async () => {
    const [lookout] = (await exchange.get(OWNER, '/v1/lookouts')).body['lookouts'] as readonly Body[];
    const path = `/v1/lookouts/${String(lookout?.['id'])}`;
    expect((await exchange.post(HOST, `${path}/end`, {})).status).toBe(404);
    expect((await exchange.post(OWNER, `${path}/end`, {})).status).toBe(200);
    expect((await entriesOf(CROYDON)).map(({ type }) => type)).toEqual([
      'uk.ibex.access.restricted-child-missing',
      'uk.ibex.access.restricted-child-found',
    ]);
    const seen = await exchange.get(HOST, path);
    expect(seen.body).toMatchObject({ state: 'over' });
    expect(seen.text).not.toMatch(/Ann Lee|7946|CAD/);
    expect((await exchange.post(OWNER, `${path}/end`, {})).body).toMatchObject({
      code: 'lookout/ended-already',
    });
  }, 60_000);

  it('is told by nobody who does not own its record, nor of one that is not restricted', async () => {
    expect((await ask({}, HOST)).status).toBe(404);
    expect((await ask({ recordRef: 'never-told-of' })).status).toBe(404);
    const open = await exchange.post([HACKNEY, 'placing-practitioner', 'ann'], '/v1/placements', {
      ...{ child: { localId: 'LO-2' }, host: CROYDON, startsOn: '2026-03-02', notice: 'planned' },
    });
    expect((await ask({ recordRef: open.body['recordRef'] })).body).toMatchObject({
      code: 'lookout/not-restricted',
    });
    expect((await ask({ authorities: ['E09999999'] })).body).toMatchObject({
      code: 'lookout/authority-not-known',
    });
  }, 60_000);

  it('takes its words with it when it is erased: for whom it was told, its owner, and everybody with the log', async () => {
    const child = await aRestrictedChild('LO-3');
    const asked = await ask({ recordRef: child, name: 'Zed Ringer', phone: '07700 900777' });
    const path = `/v1/lookouts/${String(asked.body['id'])}`;
    for (const by of [HOST, OWNER])
      expect((await exchange.get(by, path)).body).toMatchObject({
        name: 'Zed Ringer',
        phone: '07700 900777',
      });
    const stream = `lookout-${String(asked.body['id'])}`;
    expect(await openedIn(stream, child)).toMatch(/Zed Ringer.*07700 900777/);
    await exchange.part<KeyVault>(KEY_VAULT).destroy(child);
    for (const by of [HOST, OWNER]) {
      const seen = await exchange.get(by, path);
      expect(seen.body).toMatchObject({ state: 'missing', from: HACKNEY });
      expect(seen.text).not.toMatch(/Zed|900777|CAD/);
    }
    expect((await exchange.get(OWNER, '/v1/lookouts')).text).not.toMatch(/Zed|900777/);
    expect(await openedIn(stream, child)).not.toMatch(/Zed|900777|CAD/);
    expect((await ask({ recordRef: child })).status).toBe(404);
    // what is left can still be ended, so that nobody goes on looking
    expect((await exchange.post(OWNER, `${path}/end`, {})).status).toBe(200);
  }, 60_000);
});
