import { join } from 'node:path';
import { PUBLISHED, faultsOf, publishedBy } from './compose.rules';
import type { Compose } from './compose.rules';
import { ROOT, knownSettings, textOf, yamlOf } from './deploy-files';

const settings = knownSettings();
const composeOf = (text: string): Compose => yamlOf(text) as Compose;
const split = textOf('docker-compose.yml');
const exchange = textOf('deploy', 'compose.exchange.yml');

describe('the compose file of the split engines', () => {
  it('is in order', () => {
    expect(faultsOf(composeOf(split), ROOT, settings)).toEqual([]);
  });

  it('lets people reach the gateway, the token issuer and the dashboards, and nothing else', () => {
    expect(publishedBy(composeOf(split))).toEqual(PUBLISHED);
  });

  it('has the four apps, their stores and what watches them', () => {
    expect(Object.keys(composeOf(split).services).sort()).toEqual([
      ...[
        'console',
        'console-gateway',
        'eventstore',
        'gateway',
        'grafana',
        'intake-api',
        'kafka',
        'keycloak',
      ],
      ...['make-secrets', 'postgres', 'prometheus', 'relay', 'setup', 'view-api'],
    ]);
  });

  it.each(['intake-api', 'view-api', 'relay'])('gives %s what production demands', (name) => {
    const { environment = {} } = composeOf(split).services[name] ?? {};
    expect(environment).toMatchObject({
      NODE_ENV: 'production',
      IBEX_MASTER_KEY_FILE: '/run/secrets-ibex/master.key',
      IBEX_SIGNING_KEY_FILE: '/run/secrets-ibex/receipts.jwk',
      IBEX_ISSUERS_FILE: '/etc/ibex/issuers.json',
    });
  });

  it('gives the console what it needs in production, and none of the exchange’s keys or databases', () => {
    const { environment = {}, volumes = [] } = composeOf(split).services['console'] ?? {};
    expect(environment).toMatchObject({
      NODE_ENV: 'production',
      IBEX_PUBLIC_URL: 'http://127.0.0.1:8033',
      IBEX_CONSOLE_KEY_FILE: '/run/secrets-console/console.key',
      IBEX_CONSOLE_SIGN_IN_FILE: '/etc/ibex/console-sign-in.json',
      IBEX_POSTGRES: 'postgres://ibex_console@postgres:5432/ibex_console',
    });
    expect(Object.keys(environment).join()).not.toMatch(/MASTER|SIGNING|EVENTSTOREDB|ISSUERS/);
    expect(volumes.map((volume) => volume.split(':')[0])).toEqual([
      ...['secrets-console', './deploy/keycloak/console-sign-in.json'],
    ]);
  });

  it('lets the console write files that are being checked to memory, and nothing anywhere else', () => {
    const { tmpfs, read_only: readOnly, volumes = [] } = composeOf(split).services['console'] ?? {};
    expect([tmpfs, readOnly]).toEqual([['/tmp:uid=10001,mode=0700,size=384m'], true]);
    expect(volumes.filter((volume) => !volume.endsWith(':ro'))).toEqual([]);
  });

  it('lets the console speak plainly on its own loopback alone, to a gateway that nobody else reaches', () => {
    const { console: pages, 'console-gateway': beside } = composeOf(split).services;
    expect(pages?.environment).toMatchObject({ IBEX_CONSOLE_EXCHANGE: 'http://127.0.0.1:8080' });
    expect([pages?.network_mode, beside?.environment?.['GATEWAY_BIND']]).toEqual([
      ...['service:console-gateway', '127.0.0.1'],
    ]);
    expect(beside?.volumes?.map((volume) => volume.split(':')[0])).toEqual(['./deploy/gateway/Caddyfile']);
  });

  it('lets only the set-up have the administrator’s password of the broker', () => {
    const { services } = composeOf(split);
    const holders = Object.entries(services).filter(([, { volumes = [] }]) =>
      volumes.some((volume) => volume.startsWith('secrets-setup:')),
    );
    expect(holders.map(([name]) => name)).toEqual(['make-secrets', 'setup']);
  });

  it.each([
    ['image: caddy:2.10.0-alpine', 'image: caddy:latest', 'gateway takes whatever caddy:latest is today'],
    ['image: caddy:2.10.0-alpine', 'image: caddy', 'gateway names no version of its image'],
    [
      "ports: ['127.0.0.1:8033:8080']",
      "ports: ['8033:8080']",
      'gateway publishes 8033:8080 beyond this machine',
    ],
    [
      'deploy/gateway/Caddyfile:',
      'deploy/gateway/Nothing:',
      'gateway mounts ./deploy/gateway/Nothing, which is not there',
    ],
    [
      'Caddyfile:/etc/caddy/Caddyfile:ro',
      'Caddyfile:/etc/caddy/Caddyfile',
      'gateway may change ./deploy/gateway/Caddyfile',
    ],
    ['eventstore-data:/var', 'eventstore:/var', 'eventstore mounts no volume eventstore'],
    ['IBEX_LOG_LEVEL: $', 'IBEX_LOGLEVEL: $', 'relay sets IBEX_LOGLEVEL, which nobody reads'],
    ['read_only: true\n  cap_drop: [ALL]', 'cap_drop: [ALL]', 'gateway may write to its own root'],
    ['  cap_drop: [ALL]\n  security', '  security', 'gateway keeps capabilities'],
    ["security_opt: ['no-new-privileges:true']\n  init", 'init', 'gateway may gain privileges'],
    [
      'kafka: { condition: service_healthy }',
      'kafka: { condition: service_started }',
      'setup waits for kafka by service_started',
    ],
    [
      'network_mode: service:console-gateway',
      'network_mode: host',
      'console shares host without waiting for it',
    ],
    [
      'network_mode: service:console-gateway',
      'network_mode: service:console-gateway\n    networks: [log]',
      'console shares service:console-gateway and has networks or ports of its own',
    ],
    ['networks: [bus]\n    tmpfs', 'networks: [buss]\n    tmpfs', 'kafka joins no network buss'],
    [
      'dist/apps/relay/src/main.js',
      'dist/apps/realy/src/main.js',
      'relay starts apps/realy/src/main.ts, which is not there',
    ],
    [
      'GF_SECURITY_ADMIN_PASSWORD__FILE: /run/secrets-grafana/admin-password',
      'GF_SECURITY_ADMIN_PASSWORD: admin',
      'grafana holds a secret in GF_SECURITY_ADMIN_PASSWORD',
    ],
  ])('would be told of %s made into %s', (from, to, fault) => {
    expect(split).toContain(from);
    expect(faultsOf(composeOf(split.replace(from, to)), ROOT, settings)).toContain(fault);
  });
});

describe('the compose file of the embedded exchange', () => {
  it('is in order and reached from this machine only', () => {
    const compose = composeOf(exchange);
    expect(faultsOf(compose, join(ROOT, 'deploy'), settings)).toEqual([]);
    expect(publishedBy(compose)).toEqual(['exchange']);
  });
});
