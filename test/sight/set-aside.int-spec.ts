import { KEY_VAULT, RECORDS } from '@ibex/kernel';
import type { ChildIdentity, KeyVault, Records } from '@ibex/kernel';
import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { Body, By } from '../support/exchange-in-process';

const [HACKNEY, CROYDON] = ['E09000012', 'E09000008'] as const;
const ANN: By = [HACKNEY, 'placing-practitioner', 'ann'];
const HAL: By = [CROYDON, 'placing-practitioner', 'hal'];
const NOBODY = { forename: 'Unknown', surname: 'Unknown', dateOfBirth: '2010-01-01' };
const ALIKE = {
  ...{ forename: 'Perpetua', surname: 'Lomax', dateOfBirth: '2010-05-09', sex: 'F' },
  homePostcode: 'SW9 8QQ',
};
/** One more than a record may look like. */
const CROWD = 34;
const PATH = '/v1/records/set-aside';

const folders = temporaryFolders();
let exchange: ExchangeInProcess;
beforeAll(async () => {
  exchange = await ExchangeInProcess.start(folders());
  for (const localId of ['N-1', 'N-2', 'N-3']) await tell(HACKNEY, { localId, ...NOBODY });
  await tell(CROYDON, { localId: 'N-4', ...NOBODY });
  await tell(HACKNEY, { localId: 'K-1', forename: 'Ada', surname: 'Obi', dateOfBirth: '2012-02-03' });
}, 30_000);
afterAll(() => exchange.stop());

let told = 0;
const tell = async (authority: string, child: ChildIdentity): Promise<string> => {
  told += 1;
  const actor = { authority, person: 'p-1', role: 'placing-practitioner' };
  const by = { actor, commandId: `told-${String(told)}`, correlationId: 'set-aside' };
  return (await exchange.part<Records>(RECORDS).introduce(child, by)).recordRef;
};
type Shown = Readonly<{
  recordRef: string;
  because: string;
  why: string;
  mend: string;
  child: Readonly<Record<string, string>>;
}>;
const itemsOf = ({ items }: Body): readonly Shown[] => items as readonly Shown[];
/** Asks until the matcher has read everything that was told. */
const asked = async (by: By, query = ''): Promise<Body> => {
  const until = Date.now() + 180_000;
  for (;;) {
    const { body } = await exchange.get(by, `${PATH}${query}`);
    if (body['upToDate'] === true || Date.now() > until) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
const localIdsOf = (body: Body): readonly string[] =>
  itemsOf(body)
    .map(({ child }) => child['localId'] ?? '')
    .sort();

describe('records that the matcher has set aside', () => {
  it('are shown to their owner alone, with why and what it can do', async () => {
    const body = await asked(ANN);
    expect(localIdsOf(body)).toEqual(['N-1', 'N-2', 'N-3']);
    for (const { because, why, mend, child } of itemsOf(body)) {
      expect([because, child]).toEqual(['too-little', { localId: child['localId'], ...NOBODY }]);
      expect([why, mend]).toEqual([expect.stringContaining('too little'), expect.stringContaining('NHS')]);
    }
    const hers = await asked(HAL);
    expect(localIdsOf(hers)).toEqual(['N-4']);
    expect(Object.keys(itemsOf(hers)[0] ?? {}).sort()).toEqual(
      ['because', 'child', 'mend', 'recordRef', 'why'].sort(),
    );
    const others = itemsOf(body).map(({ recordRef }) => recordRef);
    expect(others.filter((ref) => JSON.stringify(hers).includes(ref))).toEqual([]);
  }, 240_000);

  it('come page by page, each once', async () => {
    const met: string[] = [];
    let next: unknown;
    do {
      const cursor = typeof next === 'string' ? `&cursor=${encodeURIComponent(next)}` : '';
      const page = await asked(ANN, `?limit=1${cursor}`);
      expect(itemsOf(page).length).toBeLessThanOrEqual(1);
      met.push(...localIdsOf(page));
      next = page['next'];
    } while (next !== undefined);
    expect(met.sort()).toEqual(['N-1', 'N-2', 'N-3']);
  }, 240_000);

  it('are on record as looked at', async () => {
    await asked(ANN);
    const { body } = await exchange.get([HACKNEY, 'governance', 'gil'], '/v1/reads?scope=our-people');
    const whats = (body['reads'] as readonly Body[]).map(({ what }) => what);
    expect(whats).toContain('set-aside');
  }, 240_000);

  it('are told from those that look like too many, of whom nothing is said but that there are', async () => {
    for (let at = 0; at < CROWD; at += 1)
      await tell(`E0900${String(13 + (at % 20)).padStart(4, '0')}`, { localId: `C-${String(at)}`, ...ALIKE });
    const own = await tell(HACKNEY, { localId: 'A-1', ...ALIKE });
    const body = await asked(ANN, '?because=too-alike');
    expect(itemsOf(body).map(({ recordRef }) => recordRef)).toEqual([own]);
    expect(itemsOf(body)[0]?.mend).toContain('NHS number');
    // references and positions are numbers of their own
    const said = itemsOf(body).map((item) => ({ ...item, recordRef: '' }));
    expect(JSON.stringify(said)).not.toMatch(/E0900|"alike"|C-\d|3[0-9]/);
    expect(localIdsOf(await asked(ANN, '?because=too-little'))).toEqual(['N-1', 'N-2', 'N-3']);
  }, 240_000);

  it('are there no more once more is told of the child, or it was erased', async () => {
    await tell(HACKNEY, { localId: 'N-1', forename: 'Maud', surname: 'Quill', dateOfBirth: '2011-11-09' });
    expect(localIdsOf(await asked(ANN, '?because=too-little'))).toEqual(['N-2', 'N-3']);
    const gone = itemsOf(await asked(ANN)).find(({ child }) => child['localId'] === 'N-2');
    await exchange.part<KeyVault>(KEY_VAULT).destroy(gone?.recordRef ?? '');
    expect(localIdsOf(await asked(ANN, '?because=too-little'))).toEqual(['N-3']);
  }, 240_000);
});
