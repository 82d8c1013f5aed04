import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { Answer, Body, By } from '../support/exchange-in-process';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const CAMDEN = 'E09000007';
const newFolder = temporaryFolders();
const home = newFolder();
let exchange: ExchangeInProcess;
const refs: Record<string, string> = {};

const ada = { forename: 'Ada', surname: 'Obi', dateOfBirth: '2011-04-05' };
const ben = { forename: 'Ben', surname: 'Ito', dateOfBirth: '2012-06-07' };
const nobody = { forename: 'Nia', surname: 'Owusu', dateOfBirth: '2013-08-09' };

beforeAll(async () => {
  exchange = await ExchangeInProcess.start(home);
  for (const [name, child] of Object.entries({ ada, ben })) {
    const placement = { host: CROYDON, startsOn: '2026-03-02', notice: 'emergency' };
    const placed = await exchange.post([HACKNEY, 'placing-practitioner'], '/v1/placements', {
      ...{ child: { localId: `MS-${name}`, ...child }, ...placement, address: '1 Old Street' },
    });
    refs[name] = String(placed.body['recordRef']);
  }
  await exchange.get([HACKNEY, 'mash'], '/v1/inbox');
}, 60_000);
afterAll(() => exchange.stop());

const search = async (
  by: By,
  identifiers: object,
  purpose = 'mash-enquiry',
  key?: string,
): Promise<Answer> => {
  await exchange.settled();
  return exchange.post(by, '/v1/mash/searches', { identifiers, purpose, reason: 'Referral 12' }, key);
};
const resultsOf = ({ body }: Answer): readonly Body[] => body['results'] as readonly Body[];
const eventually = async <T>(look: () => Promise<T>, isThere: (found: T) => boolean): Promise<T> => {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = await look();
    if (isThere(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('did not come about');
};
const entriesOf = async (authority: string): Promise<readonly Body[]> =>
  (await exchange.get([authority, 'mash'], '/v1/inbox?limit=500')).body['entries'] as readonly Body[];

describe('a hub searches', () => {
  it('sees what its own authority and one that was told may see, with what opened it', async () => {
    const own = await search([HACKNEY, 'mash'], ada);
    expect(own.status).toBe(200);
    expect(resultsOf(own)).toEqual([
      expect.objectContaining({ kind: 'seen', n: 1, recordRef: refs['ada'], sight: 'owner' }),
    ]);
    const told = resultsOf(await search([CROYDON, 'mash'], ada));
    expect(told).toEqual([
      expect.objectContaining({
        ...{ kind: 'seen', recordRef: refs['ada'], authorityName: 'Hackney', sight: 'addressee' },
        agreedOn: ['forename', 'surname', 'dateOfBirth'],
        relations: [expect.objectContaining({ kind: 'addressee' })],
      }),
    ]);
  });

  it('is told, without a relation, that the authority knows the child and how to reach it, and no more', async () => {
    const [pointer, ...more] = resultsOf(await search([CAMDEN, 'mash'], ada));
    expect(more).toEqual([]);
    expect(pointer).toEqual({
      ...{ kind: 'known-to', n: 1, authority: HACKNEY, authorityName: 'Hackney' },
      contact: 'Ask for the multi-agency safeguarding hub of Hackney',
    });
    await exchange.post([HACKNEY, 'governance'], '/v1/desks', {
      ...{ desk: 'mash', role: 'Multi-agency safeguarding hub', always: true, contact: '020 8000 1234' },
    });
    expect(resultsOf(await search([CAMDEN, 'mash'], ada))[0]).toMatchObject({ contact: '020 8000 1234' });
    const entries = await eventually(
      () => entriesOf(HACKNEY),
      (all) =>
        all.some(
          ({ type, source }) => type === 'uk.ibex.access.record-read' && String(source).includes(CAMDEN),
        ),
    );
    expect(JSON.stringify(entries)).toContain('Multi-agency enquiry on a contact or referral');
  });

  it('finds nobody by less than three things, and quotes none of them', async () => {
    const few = await search([CAMDEN, 'mash'], { forename: 'Zebedee', surname: 'Canary' });
    expect(few.status).toBe(422);
    expect(few.text).toContain('identifiers');
    expect(few.text).not.toMatch(/Zebedee|Canary/);
  });

  it('needs the role, a purpose fit for a search, and a reason', async () => {
    expect((await search([CAMDEN, 'duty-desk'], ada)).status).toBe(403);
    expect((await search([CAMDEN, 'mash'], ada, 'assurance')).status).toBe(422);
    const silent = await exchange.post([CAMDEN, 'mash'], '/v1/mash/searches', {
      ...{ identifiers: ada, purpose: 'section-47' },
    });
    expect(silent.status).toBe(422);
  });

  it('opens a pointer in an emergency: its searcher, by number, and nobody else', async () => {
    const { body } = await search([CAMDEN, 'mash'], ben, 'section-47');
    const path = `/v1/mash/searches/${String(body['id'])}/break-glass`;
    const order = { result: 1, reason: 'She is at the station now' };
    expect((await exchange.post([CROYDON, 'mash'], path, order)).status).toBe(404);
    expect((await exchange.post([CAMDEN, 'mash'], path, { ...order, result: 2 })).status).toBe(404);
    const opened = await exchange.post([CAMDEN, 'mash'], path, order);
    expect(opened.status).toBe(201);
    expect(opened.body).toMatchObject({ recordRef: refs['ben'], until: expect.any(String) as string });
    expect(resultsOf(await search([CAMDEN, 'mash'], ben))).toEqual([
      expect.objectContaining({ kind: 'seen', sight: 'grant', recordRef: refs['ben'] }),
    ]);
  });
});

describe('a restricted record', () => {
  it('is met by no search: the answer is that of nobody, and its owner is told', async () => {
    const child = { forename: 'Cleo', surname: 'Refuge', dateOfBirth: '2010-01-15' };
    const placement = { host: CROYDON, startsOn: '2026-03-02', notice: 'emergency' };
    const placed = await exchange.post([HACKNEY, 'placing-practitioner'], '/v1/placements', {
      ...{ child: { localId: 'MS-cleo', ...child }, ...placement, address: '1 Old Street' },
    });
    const cleo = String(placed.body['recordRef']);
    expect(resultsOf(await search([CROYDON, 'mash'], child))).toHaveLength(1);
    const restricted = await exchange.post([HACKNEY, 'governance'], `/v1/records/${cleo}/restrictions`, {
      ...{ label: 'refuge', reason: 'Moved to a refuge' },
    });
    expect(restricted.status).toBeLessThan(300);
    for (const authority of [CROYDON, CAMDEN]) {
      const met = await search([authority, 'mash'], child);
      const none = await search([authority, 'mash'], nobody);
      expect([met.status, resultsOf(met)]).toEqual([none.status, resultsOf(none)]);
      expect(Object.keys(met.body)).toEqual(Object.keys(none.body));
      const own = await exchange.get([authority, 'mash'], '/v1/reads?scope=our-people&limit=500');
      const rows = own.body['reads'] as readonly Body[];
      expect(rows.filter(({ recordRef, what }) => recordRef === cleo && what !== 'mash-search')).toEqual([]);
    }
    const entries = await eventually(
      () => entriesOf(HACKNEY),
      (all) => all.filter(({ type }) => type === 'uk.ibex.access.restricted-met').length === 2,
    );
    expect(
      entries.filter(({ type }) => type === 'uk.ibex.access.restricted-met').map(({ subject }) => subject),
    ).toEqual([cleo, cleo]);
    const ledger = await exchange.get([HACKNEY, 'governance'], `/v1/reads?recordRef=${cleo}&by=${CAMDEN}`);
    expect(ledger.body['reads']).toEqual([
      expect.objectContaining({ what: 'search-met-restricted', authority: CAMDEN, person: 'tester' }),
    ]);
  });
});

describe('the budget of searches', () => {
  it('is charged once for an Idempotency-Key, holds over a restart, and says when there is room again', async () => {
    const BEXLEY = 'E09000004';
    const one = (n: number) => ({
      ...ada,
      surname: `Nobody${String.fromCharCode(97 + n)}x`,
      forename: `Q${String(n)}`,
    });
    const first = await search([BEXLEY, 'mash'], ada, 'mash-enquiry', 'same');
    const again = await search([BEXLEY, 'mash'], ada, 'mash-enquiry', 'same');
    expect([again.status, again.body['id']]).toEqual([200, first.body['id']]);
    // now and then somebody is found, as in work on children at hand
    const asked = (n: number) => search([BEXLEY, 'mash'], n % 5 === 0 ? ben : one(n));
    for (let n = 1; n < 15; n += 1) expect((await asked(n)).status).toBe(200);
    await exchange.stop();
    exchange = await ExchangeInProcess.start(home);
    const keyed = (n: number) =>
      exchange.post(
        [BEXLEY, 'mash'],
        '/v1/mash/searches',
        { identifiers: n % 5 === 0 ? ben : one(n), purpose: 'mash-enquiry', reason: 'R' },
        `after-${String(n)}`,
      );
    for (let n = 15; n < 30; n += 1) expect((await keyed(n)).status).toBe(200);
    const spent = await keyed(30);
    expect(spent.status).toBe(429);
    expect(spent.body).toMatchObject({ mend: expect.stringContaining('Retry-After') as string });
    expect((await search([CAMDEN, 'mash'], ada, 'mash-enquiry', 'other-authority')).status).toBe(200);
  }, 60_000);
});

describe('probing', () => {
  it('closes searches to whoever varies one thing, tells its authority, which opens them again', async () => {
    const BRENT = 'E09000005';
    const by: By = [BRENT, 'mash'];
    const statuses: number[] = [];
    for (let day = 1; day < 9; day += 1)
      statuses.push(
        (
          await search(
            by,
            { ...nobody, dateOfBirth: `2013-08-0${String(day)}` },
            'mash-enquiry',
            `p-${String(day)}`,
          )
        ).status,
      );
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 403, 403]);
    const entries = await eventually(
      () => entriesOf(BRENT),
      (all) => all.length > 0,
    );
    expect(entries).toEqual([
      expect.objectContaining({
        type: 'uk.ibex.access.probing-suspected',
        source: 'urn:ibex:authority:IBEX',
      }),
    ]);
    const { body } = await exchange.get([BRENT, 'governance'], '/v1/mash/closed-searches');
    expect(body['closed']).toEqual([
      expect.objectContaining({ person: 'tester', because: 'varies-one-identifier' }),
    ]);
  });
});
