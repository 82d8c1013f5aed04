import { londonDateOf } from '@ibex/kernel';
import { uuidFrom } from '@ibex/runtime';
import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { Answer, Body, By } from '../support/exchange-in-process';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const CAMDEN = 'E09000007';

const newFolder = temporaryFolders();
let exchange: ExchangeInProcess;
let recordRef: string;
let detail: string;
beforeAll(async () => {
  exchange = await ExchangeInProcess.start(newFolder());
  const child = { localId: 'RL-1', forename: 'Ada', surname: 'Obi' };
  const placement = { child, host: CROYDON, startsOn: '2026-03-02', notice: 'emergency' };
  const placed = await exchange.post([HACKNEY, 'placing-practitioner'], '/v1/placements', {
    ...{ ...placement, address: '1 Old Street' },
  });
  recordRef = String(placed.body['recordRef']);
  const [entry] = await inboxOf(CROYDON);
  detail = String(entry?.data.links.detail);
}, 30_000);
afterAll(() => exchange.stop());

type Entry = Readonly<{
  type: string;
  subject: string;
  data: Readonly<{
    from: string;
    urgency: string;
    basis: Readonly<{ text: string }>;
    links: Readonly<{ detail: string }>;
  }>;
}>;
const inboxOf = async (authority: string): Promise<readonly Entry[]> =>
  (await exchange.get([authority, 'duty-desk'], '/v1/inbox?limit=500')).body['entries'] as readonly Entry[];
const reads = async (by: By, query = ''): Promise<readonly Body[]> =>
  (await exchange.get(by, `/v1/reads${query}`)).body['reads'] as readonly Body[];
const isLook = ({ type }: Entry): boolean => type === 'uk.ibex.access.record-read';

/** A read is a fact of its own: waits until what it led to is there. */
const eventually = async <T>(look: () => Promise<T>, isThere: (found: T) => boolean): Promise<T> => {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = await look();
    if (isThere(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('did not come about');
};

describe('somebody of another authority looks at a child', () => {
  let answer: Answer;
  beforeAll(async () => {
    answer = await exchange.get([CROYDON, 'duty-desk'], detail);
  });

  it('which its owner finds in its mailbox: which authority, as what, for what, on which basis, when', async () => {
    expect(answer.status).toBe(200);
    const entries = await eventually(
      () => inboxOf(HACKNEY),
      (all) => all.some(isLook),
    );
    const [look, ...more] = entries.filter(isLook);
    expect(more).toEqual([]);
    expect(look).toMatchObject({
      subject: recordRef,
      data: {
        ...{ from: CROYDON, urgency: 'routine' },
        basis: { text: expect.stringContaining('as duty-desk. Purpose: Acting on a notice') as string },
        links: { detail: `/v1/reads?recordRef=${recordRef}` },
      },
    });
    expect(JSON.stringify(look)).not.toContain('tester');
  });

  it('who exactly is in the ledger, for the owner, and for the reader’s own authority', async () => {
    const rows = await eventually(
      () => reads([HACKNEY, 'governance'], `?recordRef=${recordRef}`),
      (found) => found.length > 0,
    );
    expect(rows).toEqual([
      expect.objectContaining({
        ...{ recordRef, owner: HACKNEY, authority: CROYDON, authorityName: 'Croydon', person: 'tester' },
        ...{ role: 'duty-desk', what: 'notice-detail', purpose: 'act-on-notice', told: true, inList: false },
      }),
    ]);
    expect(await reads([CROYDON, 'mash'], '?scope=our-people')).toEqual(rows);
    expect(await reads([CROYDON, 'mash'])).toEqual([]);
    expect(await reads([CAMDEN, 'governance'], `?recordRef=${recordRef}`)).toEqual([]);
    expect(await reads([CAMDEN, 'governance'], '?scope=our-people')).toEqual([]);
    expect((await exchange.get([HACKNEY, 'duty-desk'], '/v1/reads')).status).toBe(403);
    expect((await exchange.get([HACKNEY, 'operator'], '/v1/reads')).status).toBe(403);
  });

  it('and of whose further looks that day the ledger alone knows', async () => {
    await exchange.get([CROYDON, 'duty-desk'], detail);
    const rows = await eventually(
      () => reads([HACKNEY, 'governance']),
      (found) => found.length > 1,
    );
    expect(rows.map(({ told }) => told)).toEqual([false, true]);
    expect((await inboxOf(HACKNEY)).filter(isLook)).toHaveLength(1);
  });

  it('without it being a notice: of no view, and to be opened by neither side', async () => {
    const place = uuidFrom(`${recordRef}\n${londonDateOf(new Date().toISOString())}\n${CROYDON}`);
    for (const authority of [HACKNEY, CROYDON]) {
      const opened = await exchange.get([authority, 'mash'], `/v1/notices/by-id/reads/${place}`);
      expect(opened.status).toBe(404);
    }
    const chronology = await exchange.get([HACKNEY, 'governance'], `/v1/children/${recordRef}/chronology`);
    expect(chronology.text).not.toContain('RecordRead');
    const status = await exchange.get([HACKNEY, 'governance'], '/v1/status/authorities');
    expect(status.text).not.toMatch(/"notification":"(?:access|look)"/);
  });
});

describe('a list', () => {
  it('is on record for every row that it showed, seen again by the same person as one later time, and told to nobody', async () => {
    const before = (await inboxOf(HACKNEY)).length;
    const register = [CROYDON, 'duty-desk'] as const;
    expect((await exchange.get(register, '/v1/registers/placed-here?on=2026-03-03')).status).toBe(200);
    await exchange.get(register, '/v1/registers/placed-here?on=2026-03-03');
    const inLists = async () =>
      (await reads([HACKNEY, 'governance'], `?by=${CROYDON}`)).filter(({ inList }) => inList === true);
    const rows = await eventually(inLists, ([one]) => one?.['lastAt'] !== undefined);
    expect(rows).toEqual([
      expect.objectContaining({
        recordRef,
        what: 'register-placed-here',
        purpose: 'act-on-notice',
        told: false,
      }),
    ]);
    expect(await inboxOf(HACKNEY)).toHaveLength(before);
  });
});

describe('the owner’s own looks', () => {
  it('are on record and told to nobody', async () => {
    const found = await exchange.post([HACKNEY, 'placing-practitioner'], '/v1/records/find', {
      localId: 'RL-1',
    });
    expect(found.body['recordRef']).toBe(recordRef);
    const rows = await eventually(
      () => reads([HACKNEY, 'governance'], `?by=${HACKNEY}`),
      (all) => all.some(({ what }) => what === 'record-found'),
    );
    expect(rows.every(({ told }) => told === false)).toBe(true);
  });
});

describe('the ledger', () => {
  it('comes in pages that leave nothing out and repeat nothing', async () => {
    const all = await reads([HACKNEY, 'governance'], '?limit=500');
    const paged: Body[] = [];
    let query = '?limit=1';
    for (let page = 0; page < 50 && query !== ''; page += 1) {
      const { body } = await exchange.get([HACKNEY, 'governance'], `/v1/reads${query}`);
      paged.push(...(body['reads'] as readonly Body[]));
      query = typeof body['next'] === 'string' ? `?limit=1&cursor=${body['next']}` : '';
    }
    expect(all.length).toBeGreaterThan(3);
    expect(paged).toEqual(all);
  });

  it('is a file for a spreadsheet, too', async () => {
    const csv = await exchange.get([HACKNEY, 'governance'], '/v1/reads', 'text/csv');
    const [head, ...lines] = csv.text.trimEnd().split('\r\n');
    expect(head).toMatch(/^at,last_at,record_ref,owner_gss,reader_gss,/);
    expect(lines.length).toBe((await reads([HACKNEY, 'governance'], '?limit=500')).length);
  });
});
