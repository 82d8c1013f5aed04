import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { ROOT, textOf } from '../../deploy/deploy-files';
import { Gateway, freePort } from '../../deploy/gateway.process';
import { buildAssets } from '../support/built';
import { chromiumArguments, chromiumPath } from '../support/chromium';
import { AppProcess } from './app-process';
import type { KeycloakAdmin } from './keycloak-admin';
import { KeycloakServer } from './keycloak-server';

/** Of a Keycloak as it is unpacked; undefined where nobody has one. */
export const keycloakFolder = (): string | undefined => process.env['IBEX_TEST_KEYCLOAK'];

type Ports = Readonly<{ keycloak: number; gateway: number; exchange: number; console: number }>;

const portsOf = async (): Promise<Ports> => {
  const [keycloak = 0, gateway = 0, exchange = 0, pages = 0] = await Promise.all(
    [0, 1, 2, 3].map(() => freePort()),
  );
  return { keycloak, gateway, exchange, console: pages };
};

/** A text of deploy/keycloak with the addresses of this machine instead of the compose file’s. */
const here = (text: string, { keycloak, gateway }: Ports): string =>
  text
    .replaceAll('https://localhost:8443', `https://localhost:${keycloak}`)
    .replaceAll('https://keycloak:8443', `https://127.0.0.1:${keycloak}`)
    .replaceAll('http://127.0.0.1:8033', `http://127.0.0.1:${gateway}`)
    .replaceAll('http://gateway:8080', `http://127.0.0.1:${gateway}`);

/** As it is, with refresh tokens that are good once and a record of what happens. */
const strict = (realm: object): object => ({
  ...{ ...realm, revokeRefreshToken: true, refreshTokenMaxReuse: 0 },
  ...{ eventsEnabled: true, enabledEventTypes: ['LOGIN', 'REFRESH_TOKEN', 'REFRESH_TOKEN_ERROR'] },
});

const secretsIn = (folder: string): void => {
  const script = join(ROOT, 'deploy', 'secrets', 'make-secrets.sh');
  const { status, stderr } = spawnSync('sh', [script, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`make-secrets.sh: ${stderr}`);
};

/** As deployed: a browser, the gateway, behind it the console and an exchange, and a Keycloak beside them. */
export class KeycloakStory {
  private readonly stops: (() => Promise<unknown>)[] = [];
  private browser: Browser | undefined;
  private server: KeycloakServer | undefined;

  private constructor(
    private readonly ports: Ports,
    private readonly home: string,
  ) {}

  static async begin(folder: string): Promise<KeycloakStory> {
    buildAssets();
    const home = mkdtempSync(join(tmpdir(), 'ibex-keycloak-story-'));
    const story = new KeycloakStory(await portsOf(), home);
    try {
      await story.start(folder);
    } catch (error) {
      await story.end();
      throw error;
    }
    return story;
  }

  /** Where people reach the console. */
  get url(): string {
    return `http://127.0.0.1:${this.ports.gateway}`;
  }

  get admin(): KeycloakAdmin {
    if (!this.server) throw new Error('Keycloak is not there');
    return this.server.admin;
  }

  async window(): Promise<Page> {
    const context = await this.browser?.newContext({ ignoreHTTPSErrors: true, locale: 'en-GB' });
    if (!context) throw new Error('the browser is not there');
    return context.newPage();
  }

  /** From the console’s own page to Keycloak’s and back, as a person does. */
  async signIn(page: Page, username: string, password = `test-only-${username}`): Promise<void> {
    await page.goto(`${this.url}/console/sign-in`);
    await page.getByRole('link', { name: 'Development accounts (Keycloak)' }).click();
    await page.locator('#username').fill(username);
    await page.locator('#password').fill(password);
    await page.locator('#kc-login').click();
    await page.waitForURL(`${this.url}/**`);
  }

  async end(): Promise<void> {
    for (const stop of this.stops.splice(0).reverse()) await stop();
    rmSync(this.home, { recursive: true, force: true });
  }

  private async start(folder: string): Promise<void> {
    secretsIn(this.home);
    const authority = readFileSync(join(this.home, 'keycloak', 'ca.crt'), 'utf8');
    setDefaultCACertificates([...getCACertificates('default'), authority]);
    const realm = JSON.parse(here(textOf('deploy/keycloak/ibex-realm.json'), this.ports)) as object;
    this.server = await KeycloakServer.start({
      ...{ folder, secrets: this.home, realm: strict(realm), port: this.ports.keycloak },
    });
    this.stops.push(() => this.server?.stop() ?? Promise.resolve());
    const { exchange, console: pages, gateway } = this.ports;
    const places = { intake: `127.0.0.1:${exchange}`, view: `127.0.0.1:${exchange}` };
    const before = await Gateway.start({ ...places, pages: `127.0.0.1:${pages}` }, gateway);
    this.stops.push(() => before.stop());
    await this.app('exchange', { IBEX_CONSOLE: 'off', ...this.ofExchange() });
    await this.app('console', this.ofConsole());
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments() });
    this.stops.push(() => browser.close());
    this.browser = browser;
  }

  private async app(name: 'exchange' | 'console', settings: Readonly<Record<string, string>>): Promise<void> {
    const started = await AppProcess.start(name, {
      ...{ NODE_ENV: 'production', IBEX_HOST: '127.0.0.1', IBEX_PORT: String(this.ports[name]) },
      ...{ IBEX_HOME: join(this.home, 'stores', name), IBEX_LOG_LEVEL: 'warn', IBEX_PUBLIC_URL: this.url },
      ...{ NODE_EXTRA_CA_CERTS: join(this.home, 'keycloak', 'ca.crt') },
      ...settings,
    });
    this.stops.push(() => started.stop());
  }

  private ofExchange(): Readonly<Record<string, string>> {
    return {
      IBEX_MASTER_KEY_FILE: join(this.home, 'ibex', 'master.key'),
      IBEX_SIGNING_KEY_FILE: join(this.home, 'ibex', 'receipts.jwk'),
      IBEX_ISSUERS_FILE: this.written(
        'issuers.json',
        here(textOf('deploy/keycloak/issuers.json'), this.ports),
      ),
    };
  }

  private ofConsole(): Readonly<Record<string, string>> {
    const list = here(textOf('deploy/keycloak/console-sign-in.json'), this.ports);
    return {
      IBEX_CONSOLE_EXCHANGE: this.url,
      IBEX_CONSOLE_KEY_FILE: join(this.home, 'console', 'console.key'),
      IBEX_CONSOLE_SIGN_IN_FILE: this.written(
        'console-sign-in.json',
        list.replaceAll('/run/secrets-console', join(this.home, 'console')),
      ),
    };
  }

  private written(name: string, text: string): string {
    const file = join(this.home, name);
    writeFileSync(file, text);
    return file;
  }
}
