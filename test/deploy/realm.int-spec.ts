import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseIssuers } from '@ibex/adapters/jose';
import { ROLES } from '@ibex/kernel';
import { ROOT, jsonOf, textOf } from './deploy-files';

type Mapper = Readonly<{ protocolMapper: string; config: Readonly<Record<string, string>> }>;
type Realm = Readonly<{
  roles: Readonly<{ realm: readonly Readonly<{ name: string }>[] }>;
  clients: readonly Readonly<{ clientId: string; secret?: string; protocolMappers: readonly Mapper[] }>[];
  users: readonly Readonly<{
    username: string;
    attributes: Readonly<{ authority: readonly string[] }>;
    realmRoles: readonly string[];
    credentials?: readonly Readonly<{ value: string }>[];
  }>[];
}>;
const realm = jsonOf('deploy', 'keycloak', 'ibex-realm.json') as Realm;

describe('the development realm', () => {
  it('is what its script writes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ibex-realm-'));
    try {
      const script = join(folder, 'make-realm.mjs');
      copyFileSync(join(ROOT, 'deploy', 'keycloak', 'make-realm.mjs'), script);
      expect(spawnSync(process.execPath, [script], { timeout: 20_000 }).status).toBe(0);
      expect(readFileSync(join(folder, 'ibex-realm.json'), 'utf8')).toBe(
        textOf('deploy', 'keycloak', 'ibex-realm.json'),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('knows our roles and no others', () => {
    expect(realm.roles.realm.map(({ name }) => name).sort()).toEqual([...ROLES].sort());
    expect(
      realm.users
        .flatMap(({ realmRoles }) => realmRoles)
        .filter((role) => !(ROLES as readonly string[]).includes(role)),
    ).toEqual([]);
  });

  it.each(realm.clients)(
    'writes authority, roles and audience into the tokens of $clientId',
    ({ protocolMappers }) => {
      const claims = protocolMappers.map(
        ({ config }) => config['claim.name'] ?? config['included.custom.audience'],
      );
      expect(claims).toEqual(['authority', 'roles', 'ibex']);
    },
  );

  it('gives everybody one authority', () => {
    const others = realm.users.filter(
      ({ attributes: { authority } }) => !/^E09\d{6}$/.test(authority.join()),
    );
    expect(others).toEqual([]);
  });

  it('says of every password and secret that it is for tests only', () => {
    const passwords = realm.users.flatMap(({ credentials = [] }) => credentials.map(({ value }) => value));
    const secrets = realm.clients.flatMap(({ secret }) => secret ?? []);
    expect(passwords.length + secrets.length).toBeGreaterThan(10);
    expect([...passwords, ...secrets].filter((value) => !value.startsWith('test-only-'))).toEqual([]);
  });

  it('is the issuer that the services trust, for the authorities that it speaks for', () => {
    const [issuer] = parseIssuers(textOf('deploy', 'keycloak', 'issuers.json'));
    const authorities = [
      ...new Set(realm.users.flatMap(({ attributes: { authority } }) => authority)),
    ].sort();
    expect(issuer).toMatchObject({ issuer: 'https://localhost:8443/realms/ibex', authorities });
  });
});

describe('the sample for an authority’s own directory', () => {
  it('is a list of issuers that can be taken', () => {
    expect(parseIssuers(textOf('deploy', 'keycloak', 'issuers.entra.sample.json'))).toMatchObject([
      { discovery: true, speaksAs: 'E09000007', tokenType: 'JWT' },
    ]);
  });
});
