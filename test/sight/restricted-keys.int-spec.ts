import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_STORE, GUARDED_PARTS, RECORDS, SEALER } from '@ibex/kernel';
import type { EventStore, GuardedParts, Records, Sealer } from '@ibex/kernel';
import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { By } from '../support/exchange-in-process';
import { eventually } from '../support/desk';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const ANN: By = [HACKNEY, 'placing-practitioner', 'ann'];
const BOB: By = [HACKNEY, 'governance', 'bob'];
const HIDDEN = /Hidden Lane|With her aunt|07700|E8 1EA/;

const folders = temporaryFolders();
const home = folders();
let exchange: ExchangeInProcess;
beforeAll(async () => {
  exchange = await ExchangeInProcess.start(home);
}, 30_000);
afterAll(() => exchange.stop());

type Child = Readonly<{ recordRef: string; id: string }>;
const stay = { host: CROYDON, startsOn: '2026-03-02', notice: 'planned', address: '1 Hidden Lane' };
const aChild = async (localId: string): Promise<Child> => {
  const { body } = await exchange.post(ANN, '/v1/placements', {
    child: { localId, forename: 'Ada', surname: 'Obi', homePostcode: 'E8 1EA' },
    ...{ ...stay, narrative: 'With her aunt', contacts: { socialWorker: { phone: '07700 900123' } } },
  });
  return { recordRef: String(body['recordRef']), id: String(body['id']) };
};
const at = ({ recordRef }: Child, rest = ''): string => `/v1/records/${recordRef}/restrictions${rest}`;
const restrict = (child: Child, label: string) =>
  exchange.post(ANN, at(child), { label, reason: 'Her father looks for her' });

/** Everything that was ever sealed of a record, as it opens to whoever asks in the ordinary way. */
const unsealedOf = async ({ recordRef }: Child): Promise<string> => {
  const found: unknown[] = [await exchange.part<Records>(RECORDS).identityOf(recordRef)];
  for await (const facts of exchange.part<EventStore>(EVENT_STORE).readAll())
    for (const { id, sealed, metadata } of facts)
      if (sealed !== undefined && metadata.recordRef === recordRef)
        found.push(await exchange.part<Sealer>(SEALER).unseal(recordRef, id, sealed));
  return JSON.stringify(found);
};

describe('the key of what leads to a restricted child', () => {
  it.each(['refuge', 'protected'])(
    'is closed at the label %s, for all that was told before and since',
    async (label) => {
      const child = await aChild(`RK-${label}`);
      expect(await unsealedOf(child)).toMatch(HIDDEN);
      await restrict(child, label);
      expect(await unsealedOf(child)).not.toMatch(HIDDEN);
      const told = await exchange.post(ANN, `/v1/placements/${child.id}/change`, {
        ...{ host: 'E09000022', changedOn: '2026-03-03', notice: 'planned', address: '2 Hidden Lane' },
      });
      expect(told.status).toBe(201);
      const seen = await unsealedOf(child);
      expect(seen).not.toMatch(HIDDEN);
      expect(seen).toContain('Obi');
    },
    60_000,
  );

  it('stays open at an adoption, whose social workers need the address daily', async () => {
    const child = await aChild('RK-adoption');
    await restrict(child, 'adoption');
    expect(await unsealedOf(child)).toMatch(HIDDEN);
  }, 60_000);

  it('opens again when the last label is lifted', async () => {
    const child = await aChild('RK-lifted');
    await restrict(child, 'refuge');
    await restrict(child, 'protected');
    for (const label of ['refuge', 'protected']) {
      expect(await unsealedOf(child)).not.toMatch(HIDDEN);
      await exchange.post(ANN, at(child, `/${label}/lifting`), { reason: 'She has moved on' });
      expect((await exchange.post(BOB, at(child, `/${label}/lifting/agreement`), {})).status).toBe(200);
    }
    expect(await unsealedOf(child)).toMatch(HIDDEN);
  }, 60_000);

  it('loses nothing when the owner tells more of the child meanwhile', async () => {
    const child = await aChild('RK-told-more');
    await restrict(child, 'refuge');
    await exchange.post(ANN, '/v1/placements', { ...stay, child: { localId: 'RK-told-more', sex: 'F' } });
    expect(await unsealedOf(child)).not.toMatch(HIDDEN);
    const asked = await exchange.post(ANN, '/v1/restricted-fetches', {
      ...{ recordRef: child.recordRef, reason: 'Taking her to hospital' },
    });
    const fetched = `/v1/restricted-fetches/${String(asked.body['id'])}`;
    await exchange.post(BOB, `${fetched}/approval`, {});
    expect((await exchange.post(ANN, `${fetched}/content`, {})).body).toMatchObject({
      homePostcode: 'E8 1EA',
    });
  }, 60_000);

  it('is closed at the next start where a process died between the label and the key', async () => {
    const child = await aChild('RK-died');
    await restrict(child, 'refuge');
    await exchange.part<GuardedParts>(GUARDED_PARTS).giveBack(child.recordRef);
    expect(await unsealedOf(child)).toMatch(HIDDEN);
    await exchange.stop();
    exchange = await ExchangeInProcess.start(home);
    const isApart = () => exchange.part<GuardedParts>(GUARDED_PARTS).isApart(child.recordRef);
    expect(await eventually(isApart, (apart) => apart)).toBe(true);
    expect(await unsealedOf(child)).not.toMatch(HIDDEN);
  }, 60_000);

  it('is named by nothing but the two-person fetch, the owner’s own writing and the labels', () => {
    const sources = ['libs', 'apps'].flatMap((root) =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter(({ name }) => name.endsWith('.ts') && !name.endsWith('spec.ts'))
        .map(({ parentPath, name }) => join(parentPath, name)),
    );
    const naming = sources.filter((file) =>
      /GUARDED_PARTS|GUARDED_RECORDS|unsealWhole|findKept|wholeIdentityOf/.test(readFileSync(file, 'utf8')),
    );
    expect(naming.filter((file) => !/^libs\/(adapters|testing|kernel|proof)\//.test(file)).sort()).toEqual([
      'libs/access/src/restricted/guarded-content.ts',
      'libs/access/src/restricted/guarded-keys.ts',
      'libs/access/src/sight-routes.module.ts',
      'libs/identity/src/identity.module.ts',
      'libs/identity/src/record/log-records.ts',
      'libs/identity/src/record/record-sealing.ts',
    ]);
  });
});
