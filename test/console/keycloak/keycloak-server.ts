import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { KeycloakAdmin } from './keycloak-admin';

/** Keycloak builds itself anew at a first start, and other things may run beside it. */
const PATIENCE_MS = 600_000;
const LOOK_EVERY_MS = 500;

/** `folder`: of a Keycloak as it is unpacked. `secrets`: what make-secrets.sh made. `realm`: to be imported at the start. */
export type KeycloakOptions = Readonly<{ folder: string; secrets: string; realm: object; port: number }>;

const environmentOf = (secrets: string, port: number): NodeJS.ProcessEnv => {
  const password = readFileSync(join(secrets, 'keycloak', 'admin-password'), 'utf8');
  return {
    ...{ PATH: process.env['PATH'], JAVA_HOME: process.env['JAVA_HOME'] },
    ...{ KC_BOOTSTRAP_ADMIN_USERNAME: 'admin', KC_BOOTSTRAP_ADMIN_PASSWORD: password },
    // browsers know it by one name, the services by another: as in docker-compose.yml
    ...{ KC_HOSTNAME: `https://localhost:${port}`, KC_HOSTNAME_BACKCHANNEL_DYNAMIC: 'true' },
    ...{ KC_HTTP_HOST: '127.0.0.1', KC_HTTPS_PORT: String(port), KC_HTTP_ENABLED: 'false' },
    KC_HTTPS_CERTIFICATE_FILE: join(secrets, 'keycloak', 'server.crt'),
    KC_HTTPS_CERTIFICATE_KEY_FILE: join(secrets, 'keycloak', 'server.key'),
    JAVA_OPTS_KC_HEAP: '-Xms64m -Xmx512m',
  };
};

/** A real Keycloak in a folder of its own, gone when it is stopped; started as docker-compose.yml starts it. */
export class KeycloakServer {
  private readonly said: string[] = [];

  private constructor(
    readonly port: number,
    readonly admin: KeycloakAdmin,
    private readonly child: ChildProcess,
    private readonly home: string,
  ) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text: Buffer) => this.said.push(text.toString('utf8')));
  }

  static async start({ folder, secrets, realm, port }: KeycloakOptions): Promise<KeycloakServer> {
    if (!existsSync(join(folder, 'bin', 'kc.sh'))) throw new Error(`${folder} holds no Keycloak (bin/kc.sh)`);
    const home = mkdtempSync(join(tmpdir(), 'ibex-keycloak-'));
    for (const part of ['bin', 'conf', 'lib', 'providers', 'themes'])
      cpSync(join(folder, part), join(home, part), { recursive: true });
    mkdirSync(join(home, 'data', 'import'), { recursive: true });
    writeFileSync(join(home, 'data', 'import', 'ibex-realm.json'), JSON.stringify(realm));
    const env = environmentOf(secrets, port);
    const child = spawn('bash', [join(home, 'bin', 'kc.sh'), 'start-dev', '--import-realm'], { env });
    const password = env['KC_BOOTSTRAP_ADMIN_PASSWORD'] ?? '';
    const admin = new KeycloakAdmin(`https://127.0.0.1:${port}`, password);
    const server = new KeycloakServer(port, admin, child, home);
    await server.answering();
    return server;
  }

  private async answering(): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    const realm = `https://127.0.0.1:${this.port}/realms/ibex`;
    while (Date.now() < until && this.child.exitCode === null) {
      const answer = await fetch(realm).catch(() => undefined);
      if (answer?.ok === true) return;
      await pause(LOOK_EVERY_MS);
    }
    await this.stop();
    throw new Error(`Keycloak did not start:\n${this.said.join('').slice(-4_000)}`);
  }

  /** kc.sh gives its place to java, so that this is java's own id. */
  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill('SIGTERM');
      await once(this.child, 'exit');
    }
    rmSync(this.home, { recursive: true, force: true });
  }
}
