import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES } from '@ibex/kernel';
import type { Role } from '@ibex/kernel';
import rolesByRoute from '../../e2e/roles-by-route.json';
import { ExchangeUnderTest } from '../../support/exchange-under-test';
import { tokensOf } from '../../support/tokens';
import { foundBelow, foundIn } from './needles';
import { MISSING, SAID, WHY_ASKED, WHY_HIDDEN, WORDS, child, contacts } from './planted';

const [CAMDEN, CROYDON, KENT] = ['E09000007', 'E09000008', 'E10000016'] as const;
/** Files are made of the same rows by other code. */
const ACCEPTS = ['application/json', 'text/csv'] as const;
const HOST_FILE = '/v1/registers/placed-here?on=2026-01-06';
type Heard = Readonly<{ status: number; text: string }>;

describe('what was planted in the main journeys', () => {
  const home = mkdtempSync(join(tmpdir(), 'ibex-leaks-'));
  const tokenOf = tokensOf(home);
  const errors: string[] = [];
  let exchange: ExchangeUnderTest;
  let recordRef = '';
  let fileBefore = '';
  let keys = 0;

  const ask = async (
    [authority, role]: readonly [string, Role],
    path: string,
    body?: object,
    accept = 'application/json',
  ): Promise<Heard> => {
    keys += 1;
    const headers: Record<string, string> = {
      ...{ authorization: `Bearer ${await tokenOf(authority, role)}`, 'ibex-purpose': 'section-47' },
      ...{ accept, 'content-type': 'application/json', 'idempotency-key': `leak-${String(keys)}` },
    };
    const sent = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(`${exchange.url}${path}`, sent);
    const heard = { status: answer.status, text: await answer.text() };
    if (heard.status >= 400) errors.push(heard.text);
    return heard;
  };
  const post = async (role: Role, path: string, body: object): Promise<Readonly<Record<string, unknown>>> => {
    const { status, text } = await ask([CAMDEN, role], path, body);
    if (status >= 300) throw new Error(`${path}: ${text}`);
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  };

  beforeAll(async () => {
    mkdirSync(join(home, 'drop'));
    const settings = { IBEX_LOG_LEVEL: 'info', IBEX_DROP_ROOT: join(home, 'drop') };
    exchange = await ExchangeUnderTest.start(home, { ...settings, IBEX_PUBLIC_URL: 'https://ibex.example' });
    const stay = { host: CROYDON, startsOn: '2026-01-05', notice: 'planned' };
    const placed = await post('placing-practitioner', '/v1/placements', {
      child,
      ...stay,
      ...SAID,
      contacts,
    });
    recordRef = String(placed['recordRef']);
    const gone = { kind: 'M', from: 'care', host: CROYDON, lastSeen: { on: '2026-01-06' }, ...MISSING };
    await post('duty-desk', '/v1/missing-episodes', { recordRef, ...gone });
    const search = { identifiers: { nhsNumber: child.nhsNumber }, purpose: 'section-47', reason: WHY_ASKED };
    await ask([KENT, 'mash'], '/v1/mash/searches', search);
    const glass = { reason: WHY_ASKED, purpose: 'section-47' };
    await ask([KENT, 'mash'], `/v1/records/${recordRef}/break-glass`, glass);
    // as a file, too, so that it would be found there
    const isThere = (text: string): boolean => text.includes(child.surname);
    for (let tries = 0; tries < 300 && !isThere(fileBefore); tries += 1) {
      fileBefore = (await ask([CROYDON, 'governance'], HOST_FILE, undefined, 'text/csv')).text;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await post('placing-practitioner', `/v1/records/${recordRef}/restrictions`, {
      label: 'refuge',
      reason: WHY_HIDDEN,
    });
    // refused, each with what was planted in it
    await ask([CAMDEN, 'placing-practitioner'], '/v1/placements', {
      child: { ...child, nhsNumber: 'x' },
      ...SAID,
    });
    await ask([CAMDEN, 'placing-practitioner'], '/v1/placements', { child, ...stay, host: SAID.address });
    await ask([CAMDEN, 'duty-desk'], '/v1/missing-episodes', { recordRef: child.surname, ...gone });
    await ask([KENT, 'mash'], `/v1/records/${child.localId}/break-glass`, glass);
  }, 120_000);
  afterAll(async () => {
    await exchange.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('is found with its owner, so that it would be found elsewhere', async () => {
    const { text } = await ask([CAMDEN, 'placing-practitioner'], `/v1/children/${recordRef}/chronology`);
    expect(foundIn(Buffer.from(text), WORDS)).toEqual(expect.arrayContaining([child.surname]));
    expect(fileBefore).toMatch(/^[^{]*$/);
    expect(foundIn(Buffer.from(fileBefore), WORDS)).toContain(child.surname);
  });

  it('is in no answer to anybody else, once the record is restricted', async () => {
    const paths = Object.keys(rolesByRoute)
      .filter((name) => name.startsWith('GET ') && !name.endsWith('/stream'))
      .map((name) => name.slice('GET '.length).replace('{recordRef}', recordRef))
      .filter((path) => !path.includes('{'));
    const leaks: string[] = [];
    const readers = [CROYDON, KENT].flatMap((authority) => ROLES.map((role) => [authority, role] as const));
    for (const reader of readers)
      for (const [path, accept] of paths.flatMap((each) => ACCEPTS.map((one) => [each, one] as const))) {
        const { text } = await ask(reader, path, undefined, accept);
        const own = reader[0] === KENT ? [WHY_ASKED] : [];
        const found = foundIn(
          Buffer.from(text),
          WORDS.filter((word) => !own.includes(word)),
        );
        if (found.length > 0) leaks.push(`${reader.join(' as ')}: ${path} (${accept}): ${found.join(', ')}`);
      }
    expect(leaks).toEqual([]);
  }, 120_000);

  it('is in no error', () => {
    expect(errors.length).toBeGreaterThan(4);
    expect(foundIn(Buffer.from(errors.join('\n')), WORDS)).toEqual([]);
  });

  it('is in nothing that is written down: no log, log of facts, view, key file or dropped file', async () => {
    await exchange.stop();
    expect(foundIn(Buffer.from(exchange.output.join('\n')), WORDS)).toEqual([]);
    expect(foundBelow(home, WORDS)).toEqual([]);
  });
});
