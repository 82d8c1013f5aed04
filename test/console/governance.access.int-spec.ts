import type { Agent } from './support/agent';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';
import type { ReadPage } from './support/read-page';
import type { By } from '../support/exchange-in-process';
import { inventedChild } from '../support/invented-child';

const { camden, croydon, lambeth } = BOROUGHS;
const PATH = '/console/governance';
const placing: By = [croydon, 'placing-practitioner', 'a-placer'];
const hub: By = [lambeth, 'mash', 'a-hub-worker'];

let ibex: ConsoleInProcess;
let governance: Agent;
let placed: Readonly<{ recordRef: string; localId: string }>;

const place = async (
  number: number,
  host: string,
): Promise<Readonly<{ recordRef: string; localId: string }>> => {
  const localId = `G-${String(number)}`;
  const child = { localId, ...inventedChild(number) };
  const body = { child, host, startsOn: '2026-11-20', notice: 'emergency', address: '1 Quiet Street' };
  const answer = await ibex.exchange.post(placing, '/v1/placements', body);
  return { recordRef: String(answer.body['recordRef']), localId };
};

beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  governance = await ibex.as(croydon, 'governance');
  placed = await place(1, camden);
});
afterAll(() => ibex.stop());

/** A look is a fact of its own, which the ledger reads a moment later. */
const once = async (ask: () => Promise<ReadPage>, holds: (page: ReadPage) => boolean): Promise<ReadPage> => {
  for (const ends = Date.now() + 10_000; ;) {
    const page = await ask();
    if (holds(page) || Date.now() > ends) return page;
  }
};

describe('the ledger of looks', () => {
  const looksAt = (recordRef: string): Promise<unknown> =>
    ibex.exchange.get([camden, 'duty-desk', '=cmd|evil'], `/v1/children/${recordRef}/chronology`);

  it('shows who looked, when, for what and on which basis', async () => {
    await ibex.exchange.settled();
    await looksAt(placed.recordRef);
    const page = await once(
      () => governance.get(`${PATH}/reads?recordRef=${placed.recordRef}`),
      ({ text }) => text.includes('Chronology of the child'),
    );
    expect(page.text).toContain(
      'Camden Duty desk =cmd|evil Chronology of the child the owner was told of it',
    );
    expect(page.text).toContain('Acting on a notice that the authority was sent');
    expect(page.html).toMatch(/<time datetime="[^"]+Z" title="[^"]+ GMT">today at /);
  });

  it('is sifted by authority, and says so where nothing fits', async () => {
    const page = await governance.get(`${PATH}/reads?by=${lambeth}`);
    expect(page.text).toContain('No look fits what you asked for.');
  });

  it('refuses a date that is none, beside the field', async () => {
    const page = await governance.get(`${PATH}/reads?since=31/2/2026`);
    expect([page.faults, page.html.includes('value="31/2/2026"')]).toEqual([
      ['Enter a real date, for example 3 March 2026'],
      true,
    ]);
  });

  it('comes as a file in which no spreadsheet finds a formula', async () => {
    const page = await governance.get(`${PATH}/reads.csv?recordRef=${placed.recordRef}`);
    expect(page.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(page.headers.get('content-disposition')).toContain('attachment');
    expect(page.html).toContain(",'=cmd|evil,");
  });
});

describe('an emergency access', () => {
  const reason = '<script>alert(1)</script> rang at 2am';
  let grant: string;
  beforeAll(async () => {
    const body = { purpose: 'emergency', reason };
    const { body: opened } = await ibex.exchange.post(
      hub,
      `/v1/records/${placed.recordRef}/break-glass`,
      body,
    );
    grant = String(opened['id']);
    await ibex.exchange.settled();
  });

  it('stands first among what waits, and counts on the first page', async () => {
    const list = await governance.get(`${PATH}/reviews`);
    expect(list.text).toContain('For you to review (1)');
    expect((await governance.get(PATH)).text).toContain('1 access to review');
  });

  it('shows the reason as text, whatever it holds', async () => {
    const page = await governance.get(`${PATH}/reviews/${grant}`);
    expect(page.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; rang at 2am');
    expect(page.html).not.toContain('<script>alert');
  });

  it('is not reviewed without a finding and what it rests on', async () => {
    const page = await governance.submit(`${PATH}/reviews/${grant}`, { words: '' }, { action: grant });
    expect([page.status, page.faults]).toEqual([
      400,
      ['Choose whether the access was justified', 'Say what your finding rests on'],
    ]);
  });

  it('is closed at once, and reviewed; the other authority reads the finding', async () => {
    await governance.submit(`${PATH}/reviews/${grant}`, {}, { action: `${grant}/end` });
    const fields = { finding: 'justified', words: 'The referral came that night.' };
    const after = await governance.submit(`${PATH}/reviews/${grant}`, fields, { action: grant });
    expect(after.text).toContain('Your finding is on record.');
    const { body } = await ibex.exchange.get([lambeth, 'governance'], '/v1/access/reviews');
    expect(body['reviews']).toEqual([
      expect.objectContaining({
        isOpen: false,
        findings: [
          expect.objectContaining({ authority: croydon, finding: 'justified', words: fields.words }),
        ],
      }),
    ]);
  });
});

describe('access of a person', () => {
  const person: By = [croydon, 'duty-desk', 'somebody-who-left'];

  it('is taken away by form, from the next request on', async () => {
    const fields = { kind: 'person', reference: 'somebody-who-left', reason: 'Left the authority.' };
    const page = await governance.submit(`${PATH}/revocations/new`, fields);
    expect(page.text).toContain('Access is taken away.');
    expect((await ibex.exchange.getAtOnce(person, '/v1/inbox')).status).toBe(401);
  });

  it('is not one’s own', async () => {
    const { body } = await ibex.exchange.get([croydon, 'governance'], '/v1/access/revocations');
    const [{ decidedBy = '' } = {}] = body['revocations'] as readonly Readonly<{ decidedBy?: string }>[];
    const fields = { kind: 'person', reference: decidedBy, reason: 'Me.' };
    const page = await governance.submit(`${PATH}/revocations/new`, fields);
    expect([page.status, page.faults, page.html.includes(`value="${decidedBy}"`)]).toEqual([
      400,
      ['Your own access is taken away by a colleague, not by you.'],
      true,
    ]);
  });

  it('is not given back without a reason', async () => {
    const page = await governance.submit(`${PATH}/revocations`, { 'reason-0': '' });
    expect([page.status, page.faults]).toEqual([400, ['Say why access is given back']]);
    expect(page.html).toMatch(/<details class="govuk-details" open>/);
  });

  it('is given back', async () => {
    const page = await governance.submit(`${PATH}/revocations`, { 'reason-0': 'Came back.' });
    expect(page.text).toContain('Access is given back.');
    expect((await ibex.exchange.getAtOnce(person, '/v1/inbox')).status).toBe(200);
  });
});

describe('a form', () => {
  it('that was not shown to this session changes nothing', async () => {
    const fields = { kind: 'person', reference: 'forged', reason: 'x', key: 'k', csrf: 'made up' };
    const page = await governance.post(`${PATH}/revocations/new`, fields);
    expect(page.status).toBe(403);
    const { text } = await ibex.exchange.get([croydon, 'governance'], '/v1/access/revocations');
    expect(text).not.toContain('forged');
  });
});

describe('a form that is sent twice by a double click', () => {
  it('is on record once', async () => {
    const form = await governance.get(`${PATH}/decisions/new`);
    const fields = {
      recordRef: placed.recordRef,
      notice: '',
      authority: BOROUGHS.ealing,
      reason: 'Once is enough.',
    };
    const first = await governance.send(form, fields);
    const second = await governance.send(form, fields);
    expect([first.path, second.path]).toEqual([
      `${PATH}/decisions?done=decided`,
      `${PATH}/decisions?done=decided`,
    ]);
    const { text } = await ibex.exchange.get([croydon, 'governance'], '/v1/decisions-not-to-share');
    expect(text.split('Once is enough.')).toHaveLength(2);
  });
});

describe('a restricted record', () => {
  it('is found by its own number without the number in an address', async () => {
    const page = await governance.submit(`${PATH}/records`, {
      by: 'localId',
      localId: placed.localId,
      recordRef: '',
    });
    expect([page.path, page.heading]).toEqual([
      `${PATH}/records/${placed.recordRef}`,
      'Restrictions of a record',
    ]);
  });

  it('is not there for a number that nobody has told of', async () => {
    const page = await governance.submit(`${PATH}/records`, {
      by: 'localId',
      localId: 'no-such',
      recordRef: '',
    });
    expect([page.status, page.faults]).toEqual([
      400,
      ['Your authority has told IBEX of no child with this number. Check it'],
    ]);
  });

  it('is restricted by one person who says that others will be told otherwise', async () => {
    const fields = { newLabel: 'refuge', reason: 'Moved to a refuge.' };
    const at = `${PATH}/records/${placed.recordRef}`;
    const refused = await governance.submit(at, { ...fields, understood: [] });
    expect(refused.faults).toEqual(['Confirm that you know whom IBEX will not tell any more']);
    const page = await governance.submit(at, { ...fields, understood: 'yes' });
    expect(page.text).toContain('The record is restricted.');
    const seen = await ibex.exchange.get(
      [camden, 'duty-desk'],
      `/v1/children/${placed.recordRef}/chronology`,
    );
    expect(seen.status).toBe(404);
  });

  it('is freed by two people', async () => {
    const at = `${PATH}/records/${placed.recordRef}`;
    const proposed = await governance.submit(at, { 'reason-refuge': 'Back home.' });
    expect(proposed.text).toContain('Another person than you has to agree.');
    const other = await ibex.as(croydon, 'placing-practitioner');
    const page = await other.submit(at, {}, { action: 'refuge/agree' });
    expect(page.text).toContain('The label is taken off.');
    const { body } = await ibex.exchange.get(placing, `/v1/records/${placed.recordRef}/restrictions`);
    expect(body['labels']).toEqual([]);
  });
});

describe('a decision not to share', () => {
  it('is put on record, and seen by API', async () => {
    const fields = {
      recordRef: placed.recordRef,
      notice: '',
      authority: lambeth,
      reason: 'A parent works there.',
    };
    const page = await governance.submit(`${PATH}/decisions/new`, fields);
    expect(page.text).toContain('A parent works there.');
    const { body } = await ibex.exchange.get([croydon, 'governance'], '/v1/decisions-not-to-share');
    expect(body['decisions']).toEqual(
      expect.arrayContaining([expect.objectContaining({ authority: lambeth, reason: fields.reason })]),
    );
  });
});

describe('whereabouts of a restricted child', () => {
  it('are asked by one person, approved by another, and read once', async () => {
    const { recordRef } = await place(2, camden);
    await ibex.exchange.post(placing, `/v1/records/${recordRef}/restrictions`, {
      label: 'protected',
      reason: 'Risk.',
    });
    const desk = await ibex.as(croydon, 'duty-desk');
    const fields = { recordRef, notice: '', reason: 'Police ask.' };
    const asked = await desk.submit(`${PATH}/whereabouts/new`, fields);
    expect(asked.text).toContain('Waits for approval');
    const approved = await governance.submit(
      `${PATH}/whereabouts`,
      {},
      { action: approvalOn(await governance.get(`${PATH}/whereabouts`)) },
    );
    expect(approved.text).toContain('May be read once');
    const list = await desk.get(`${PATH}/whereabouts`);
    const [read] = list.forms.filter(({ action }) => action.endsWith('/read'));
    const shown = await desk.send(list, {}, { action: read?.action ?? '' });
    expect([shown.status, shown.text]).toEqual([200, expect.stringContaining('You can read this once.')]);
    const again = await desk.get(`${PATH}/whereabouts`);
    expect(again.forms.filter(({ action }) => action.endsWith('/read'))).toEqual([]);
  });
});

const approvalOn = (page: Awaited<ReturnType<Agent['get']>>): string =>
  page.forms.map(({ action }) => action).find((action) => action.endsWith('/approve')) ?? '';
