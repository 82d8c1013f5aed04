import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DevelopmentIssuer, newSigningKey } from '@ibex/adapters/jose';
import { BEGINNING } from '@ibex/kernel';
import type { TrustedIssuer } from '@ibex/adapters/jose';
import type { Clock, Role } from '@ibex/kernel';
import {
  DutySettings,
  SubscriptionRunner,
  SystemClock,
  SystemClockModule,
  createHttpApp,
  silentLog,
  toDutyConfig,
  toLifeConfig,
  toReceiversConfig,
} from '@ibex/runtime';
import type { ServerConfig } from '@ibex/runtime';
import { ExchangeModule } from '../../apps/exchange/src/app.module';
import { publishContracts } from '../../apps/exchange/src/contracts';
import { settled } from './settled';

export type Body = Readonly<Record<string, unknown>>;
/** Who asks; a person of its own where it matters which. */
export type By = readonly [authority: string, role: Role, person?: string];
export type Answer = Readonly<{ status: number; text: string; body: Body }>;

/** With its headers, as it goes out. */
export type Asked = Readonly<{
  method: 'GET' | 'POST';
  url: string;
  payload?: object;
  headers: Record<string, string>;
}>;

/** `module`: gives CLOCK, which is `clock`, and IDS. */
export type Time = Readonly<{ module: DynamicModule | Type; clock: Clock }>;
/** `issuers`: trusted besides the development issuer. `prepare`: what stands beside the API, before anything is asked. */
export type Besides = Readonly<{
  issuers: readonly TrustedIssuer[];
  prepare: (app: NestFastifyApplication, config: ServerConfig) => void;
}>;

const ofTheMachine: Time = { module: SystemClockModule, clock: new SystemClock() };

/** The same keys at every start, so that a restart reads what was written before. */
const secrets = { masterKey: new Uint8Array(32).fill(1), pseudonymKey: new Uint8Array(32).fill(2) };

/** The whole exchange in this process, on embedded stores, without a port. */
export class ExchangeInProcess {
  private keys = 0;

  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly issuer: DevelopmentIssuer,
  ) {}

  static async start(home: string, time: Time = ofTheMachine, besides?: Besides): Promise<ExchangeInProcess> {
    const signingKey = await newSigningKey();
    const issuer = new DevelopmentIssuer({ key: signingKey, clock: time.clock, production: false });
    const files = {
      signingKeyFile: '',
      issuersFile: undefined,
      metricsPort: undefined,
      otlpEndpoint: undefined,
      developmentKeys: '',
      isProduction: false,
      duties: toDutyConfig(new DutySettings()),
      life: toLifeConfig(new DutySettings()),
      receivers: toReceiversConfig(new DutySettings()),
    };
    const nowhere = { members: undefined, metricsPort: undefined, otlpEndpoint: undefined };
    const config = { host: '127.0.0.1', port: 0, home, ...nowhere, ...secrets, ...files };
    const server: ServerConfig = { ...config, logLevel: 'silent' };
    const issuers = [issuer.trusted, ...(besides?.issuers ?? [])];
    const root = ExchangeModule.forRoot(server, { signingKey, issuers });
    const imports = root.imports?.map((each) => (each === SystemClockModule ? time.module : each)) ?? [];
    const app = await createHttpApp({ ...root, imports }, { log: silentLog(), logAnswers: false });
    publishContracts(app);
    besides?.prepare(app, server);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    // views of a fresh store stand a moment after the start
    await app.get(SubscriptionRunner).caughtUpTo(BEGINNING, 10_000);
    return new ExchangeInProcess(app, issuer);
  }

  /** A part of it, for what no route offers. */
  part<T>(token: symbol | Type<T>): T {
    return this.app.get<T>(token);
  }

  stop(): Promise<void> {
    return this.app.close();
  }

  /** Opens a port on this machine, for clients that speak HTTP themselves; returns the address. */
  async listen(): Promise<string> {
    await this.app.listen(0, '127.0.0.1');
    return this.app.getUrl();
  }

  tokenOf([authority, role, person = 'tester']: By): Promise<string> {
    return this.issuer.issue({ authority, person, roles: [role] });
  }

  /** Answers once everything that was done before, by whomever, has been told and stands in every view. */
  async get(by: By, url: string, accept = 'application/json'): Promise<Answer> {
    await this.settled();
    return this.ask(by, { method: 'GET', url, headers: { accept } });
  }

  /** As things stand this very moment, whatever has not been told yet or stands in no view. */
  getAtOnce(by: By, url: string): Promise<Answer> {
    return this.ask(by, { method: 'GET', url, headers: { accept: 'application/json' } });
  }

  /** Does something while no router, view or clock reads on. */
  async withAllFollowersStill<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.app.get(SubscriptionRunner);
    const still = runner.states().reduce<() => Promise<T>>(
      (inner, { name }) =>
        () =>
          runner.whilePaused(name, inner),
      work,
    );
    return still();
  }

  async post(by: By, url: string, payload: object, key?: string): Promise<Answer> {
    this.keys += 1;
    const headers = { 'idempotency-key': key ?? `key-${String(this.keys)}` };
    return this.ask(by, { method: 'POST', url, payload, headers });
  }

  /** Answers once everything that is in the log, whoever put it there, has been told and stands in every view. */
  async settled(): Promise<void> {
    await settled(this.app);
  }

  async ask(by: By, asked: Asked): Promise<Answer> {
    const headers = { ...asked.headers, authorization: `Bearer ${await this.tokenOf(by)}` };
    const { statusCode, body } = await this.app.inject({ ...asked, headers });
    return { status: statusCode, text: body, body: body.startsWith('{') ? (JSON.parse(body) as Body) : {} };
  }
}
