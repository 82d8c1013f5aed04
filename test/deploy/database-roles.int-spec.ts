import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PostgresKeptThings } from '@ibex/adapters/postgres';
import { postgresServer } from '@ibex/testing';
import { textOf } from './deploy-files';

const postgres = postgresServer();
const folder = mkdtempSync(join(tmpdir(), 'ibex-roles-'));
const NOW = '2026-11-22T12:00:00.000Z';
const readerRole = 'tried_reader';

/** The specs’ server has a role `ibex` already, so that the script’s own names are other ones here. */
const script = textOf('deploy/postgres/10-roles.sh').replaceAll(/\bibex(?=_|\b(?!-))/g, 'tried');

/** As the image runs it: over the server’s own socket or port, as its administrator. */
const run = () => {
  const { hostname, port, password } = new URL(postgres().adminUrl);
  const files = ['exchange', 'pages'].map((name) => {
    const file = join(folder, name);
    writeFileSync(file, `password-of-${name}`);
    return file;
  });
  const [IBEX_PASSWORD_FILE, IBEX_CONSOLE_PASSWORD_FILE] = files;
  return spawnSync('sh', ['-c', script], {
    ...{ encoding: 'utf8', timeout: 30_000 },
    env: {
      ...{
        PATH: process.env['PATH'],
        POSTGRES_USER: 'postgres',
        IBEX_PASSWORD_FILE,
        IBEX_CONSOLE_PASSWORD_FILE,
      },
      ...{ PGHOST: hostname, PGPORT: port, PGPASSWORD: password },
    },
  });
};

const connection = (role: string, database: string) => {
  const url = new URL(postgres().adminUrl);
  url.username = role;
  url.password = role === 'tried' ? 'password-of-exchange' : 'password-of-pages';
  url.pathname = `/${database}`;
  return { url: url.href, readerRole, connectTimeoutMs: 5_000 };
};

describe('the roles that the database is made with', () => {
  beforeAll(() => {
    const { status, stderr } = run();
    if (status !== 0) throw new Error(`10-roles.sh: ${stderr}`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('let the console lay its own database out and keep things there', async () => {
    const things = await PostgresKeptThings.open(connection('tried_console', 'tried_console'));
    const thing = { kind: 'draft', id: 'a', owner: 'x', sealed: 'sealed', keptAt: NOW, until: '2027-01-01' };
    await things.put(thing);
    expect(await things.find('draft', 'a', NOW)).toEqual(thing);
    await things.close();
  });

  it.each([
    ['tried_console', 'tried'],
    ['tried', 'tried_console'],
  ])('do not let %s into %s', async (role, database) => {
    await expect(PostgresKeptThings.open(connection(role, database))).rejects.toMatchObject({
      code: 'store/access-denied',
    });
  });

  it('let the exchange into its own', async () => {
    const things = await PostgresKeptThings.open(connection('tried', 'tried'));
    expect(await things.find('draft', 'a', NOW)).toBeUndefined();
    await things.close();
  });
});
