import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Role } from '@ibex/kernel';
import { startSplit } from '../../apps/cli/src/engines/split';
import type { Split } from '../../apps/cli/src/engines/split';
import { MailServer } from '../../libs/adapters/src/smtp/smtp.fixture';
import { Desk } from '../support/desk';
import type { Answer } from '../support/desk';

const CAMDEN = 'E09000007';
const CROYDON = 'E09000008';

const until = async <T>(ask: () => T, holds: (answer: T) => boolean): Promise<void> => {
  const lastMs = performance.now() + 90_000;
  while (!holds(ask())) {
    if (performance.now() > lastMs) throw new Error(`waited in vain, last for ${JSON.stringify(ask())}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

describe('a desk without a system, at an exchange split over processes', () => {
  const root = mkdtempSync(join(tmpdir(), 'ibex-split-drop-'));
  const server = new MailServer();
  let split: Split;

  const desk = (authority: string, role: Role): Desk => {
    const [intake, view] = [split.of('intake-api')[0]?.url ?? '', split.of('view-api')[0]?.url ?? ''];
    const token = (gss: string, given = role): Promise<string> => split.tokenFor(gss, given);
    return new Desk({ commands: intake, questions: view }, token, authority, role);
  };
  const reportMissing = (localId: string): Promise<Answer> => {
    const lastSeen = { at: new Date(Date.now() - 3 * 3_600_000).toISOString() };
    return desk(CAMDEN, 'duty-desk').post('/v1/missing-episodes', {
      child: { localId, forename: 'Tilly', surname: 'Canarybird', dateOfBirth: '2011-03-09' },
      ...{ kind: 'M', from: 'care', host: CROYDON, risk: 'high', lastSeen, description: 'Red cap' },
    });
  };
  const numbers = (): readonly string[] => {
    const folder = join(root, CROYDON, 'night-desk');
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .flatMap((name) => parse(readFileSync(join(folder, name), 'utf8'), { bom: true }).slice(1))
      .flatMap(([number]) => number ?? []);
  };
  const mailed = (): number =>
    new Set(server.got.map(({ text }) => /^Message-ID: .*$/im.exec(text)?.[0])).size;

  beforeAll(async () => {
    const port = await server.listen();
    const settings = {
      ...{ IBEX_PUBLIC_URL: 'https://ibex.example', IBEX_DROP_ROOT: root },
      ...{ IBEX_SMTP: `smtp://127.0.0.1:${String(port)}`, IBEX_MAIL_FROM: 'notices@ibex.example' },
    };
    const counts = { 'intake-api': 1, relay: 2, 'view-api': 1 };
    split = await startSplit({ members: [CAMDEN, CROYDON], counts, settings });
  }, 180_000);
  afterAll(async () => {
    await split.stopAll();
    await server.close();
    rmSync(root, { recursive: true, force: true });
  }, 60_000);

  it('is told at once of what is urgent, by whichever relay has its subscription', async () => {
    for (const [channel, target] of [
      ['email-digest', 'duty-desk@croydon.gov.uk'],
      ['file-drop', 'night-desk'],
    ])
      expect(
        (await desk(CROYDON, 'duty-desk').post('/v1/subscriptions', { name: 'Desk', channel, target }))
          .status,
      ).toBe(201);
    expect((await reportMissing('CAM-1')).status).toBe(201);
    await until(mailed, (count) => count === 1);
    await until(numbers, (all) => all.length === 1);
    expect(server.got[0]?.text).toContain('1 urgent notice waits');
  }, 180_000);

  it('goes on being told when one relay is killed, and nothing is lost or stands in a file twice', async () => {
    const [first] = split.of('relay');
    await first?.kill('SIGKILL');
    expect((await reportMissing('CAM-2')).status).toBe(201);
    // five seconds for the lease, a minute for what is urgent after the one before
    await until(mailed, (count) => count === 2);
    await until(numbers, (all) => all.length === 2);
    expect(numbers()).toEqual(['1', '2']);
    expect(server.got.map(({ text }) => text).join()).not.toMatch(/Tilly|Canarybird|CAM-|Red cap|Camden/);
  }, 240_000);
});
