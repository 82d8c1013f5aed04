import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSigningKey } from '@ibex/adapters/jose';
import { ROOT } from './deploy-files';

const folder = mkdtempSync(join(tmpdir(), 'ibex-secrets-'));
const make = () =>
  spawnSync('sh', [join(ROOT, 'deploy', 'secrets', 'make-secrets.sh'), folder], {
    encoding: 'utf8',
    timeout: 60_000,
  });
const files = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const snapshot = (): readonly string[] => files().map((name) => `${name} ${read(name)}`);

describe('development secrets', () => {
  beforeAll(() => {
    const { status, stderr, error } = make();
    if (error) throw error;
    if (status !== 0)
      throw new Error(`make-secrets.sh failed; it needs openssl (apt-get install openssl): ${stderr}`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are what each service needs, and nothing that nobody needs', () => {
    expect(files()).toEqual([
      ...['console.key', 'keycloak-ca.crt', 'postgres-password', 'sign-in-secret'].map((n) => `console/${n}`),
      'grafana/admin-password',
      ...['kafka-password', 'keycloak-ca.crt', 'master.key', 'postgres-password', 'receipts.jwk'].map(
        (n) => `ibex/${n}`,
      ),
      ...['admin', 'broker', 'ibex-E09000007', 'ibex-E09000008', 'ibex-E09000012', 'ibex-relay'].map(
        (user) => `kafka/${user}-password`,
      ),
      ...['admin-password', 'ca.crt', 'server.crt', 'server.key'].map((name) => `keycloak/${name}`),
      ...['admin-password', 'console-password', 'ibex-password'].map((name) => `postgres/${name}`),
      'setup/kafka-admin-password',
    ]);
  });

  it('may be read by their owner alone', () => {
    expect(files().filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0)).toEqual([]);
  });

  it('are keys that IBEX takes', async () => {
    for (const key of ['ibex/master.key', 'console/console.key'])
      expect(Buffer.from(read(key), 'base64')).toHaveLength(32);
    expect(read('console/console.key')).not.toBe(read('ibex/master.key'));
    const { kid, publicJwk } = await loadSigningKey(join(folder, 'ibex', 'receipts.jwk'));
    expect(publicJwk).toMatchObject({ kty: 'OKP', crv: 'Ed25519', kid });
  });

  it('let the services trust the token issuer under the names it is reached by', () => {
    const server = new X509Certificate(read('keycloak/server.crt'));
    expect(server.verify(new X509Certificate(read('ibex/keycloak-ca.crt')).publicKey)).toBe(true);
    expect([server.checkHost('keycloak'), server.checkHost('localhost')]).toEqual(['keycloak', 'localhost']);
    expect(server.checkHost('postgres')).toBeUndefined();
  });

  it('are the same for both who share one', () => {
    expect(read('ibex/postgres-password')).toBe(read('postgres/ibex-password'));
    expect(read('console/postgres-password')).toBe(read('postgres/console-password'));
    expect(read('console/postgres-password')).not.toBe(read('ibex/postgres-password'));
    expect(read('ibex/kafka-password')).toBe(read('kafka/ibex-relay-password'));
    expect(read('setup/kafka-admin-password')).toBe(read('kafka/admin-password'));
  });

  it('are made once: another start changes none', () => {
    const before = snapshot();
    expect(make().status).toBe(0);
    expect(snapshot()).toEqual(before);
  });
});
