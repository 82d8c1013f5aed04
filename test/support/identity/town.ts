import { Global, Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MemoryEventStore } from '@ibex/adapters/memory';
import { PostgresModule } from '@ibex/adapters/postgres';
import { SqliteModule } from '@ibex/adapters/sqlite';
import { IdentityModule, IdentitySearchModule, linkDefinition, recordDefinition } from '@ibex/identity';
import { EVENT_STORE, RECORDS, ROLES, STATEMENT_SIGNER, TOKEN_VERIFIER } from '@ibex/kernel';
import type { ChildIdentity, EventStore, Records, TokenVerifier } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import { ProofModule } from '@ibex/proof';
import {
  RuntimeModule,
  SubscriptionRunner,
  SystemClockModule,
  createHttpApp,
  pause,
  silentLog,
} from '@ibex/runtime';
import { settled } from '../settled';

const LONGEST_MS = 600_000;
export const masterKey = new Uint8Array(32).fill(1);
const signer = { sign: () => Promise.resolve('signed'), jwks: () => Promise.resolve({ keys: [] }) };
/** Tokens that say outright who asks: `<gss>.<person>.<role>+<role>`. */
const verifier: TokenVerifier = {
  verify: (token) => {
    const [authority = '', person = '', named = ''] = token.split('.');
    const roles = named.split('+').flatMap((one) => ROLES.filter((role) => role === one));
    return Promise.resolve({ authority, person, roles });
  },
};

@Global()
@Module({
  providers: [
    { provide: TOKEN_VERIFIER, useValue: verifier },
    { provide: STATEMENT_SIGNER, useValue: signer },
  ],
  exports: [TOKEN_VERIFIER, STATEMENT_SIGNER],
})
class EdgesModule {}

@Module({})
class TownModule {}

export const onSqlite = (folder: string): readonly DynamicModule[] => [
  SqliteModule.forFolder({ folder, masterKey }),
];
@Module({})
class LogModule {}

/** PostgreSQL keeps no log: that is in memory. */
const memoryLog = (): DynamicModule => {
  const log = { provide: EVENT_STORE, useValue: new MemoryEventStore() };
  return { module: LogModule, global: true, providers: [log], exports: [EVENT_STORE] };
};
export const onPostgres = (url: string): readonly DynamicModule[] => [
  memoryLog(),
  PostgresModule.with({ url, masterKey }),
];

/** Authorities that tell of children, without anybody who is told: what identity needs, and no more. */
export class Town {
  private told = 0;

  private constructor(readonly app: NestFastifyApplication) {}

  static async over(
    stores: readonly DynamicModule[],
    more: readonly (DynamicModule | Type)[] = [],
  ): Promise<Town> {
    const imports = [
      SystemClockModule,
      EdgesModule,
      ...stores,
      ProofModule.forRoot({ pseudonymKey: new Uint8Array(32).fill(2) }),
      RuntimeModule.forRoot({ definitions: [...definitions, recordDefinition, linkDefinition], actions: [] }),
      ...[IdentityModule, IdentitySearchModule, ...more],
    ];
    const app = await createHttpApp({ module: TownModule, imports }, { log: silentLog() });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new Town(app);
  }

  get<T>(token: symbol | Type<T>): T {
    return this.app.get<T>(token);
  }

  /** Returns the record's reference. */
  async tell(authority: string, child: ChildIdentity): Promise<string> {
    this.told += 1;
    const actor = { authority, person: 'p-1', role: 'placing-practitioner' };
    const by = { actor, commandId: `told-${String(this.told)}`, correlationId: 'town' };
    return (await this.get<Records>(RECORDS).introduce(child, by)).recordRef;
  }

  caughtUp(): Promise<void> {
    return settled(this.app, LONGEST_MS);
  }

  /** Resolves once the matcher, which nobody else waits for, has come as far as the log. */
  async matched(): Promise<void> {
    const head = await this.get<EventStore>(EVENT_STORE).head();
    const runner = this.get<SubscriptionRunner>(SubscriptionRunner);
    const until = performance.now() + LONGEST_MS;
    const waiting = new AbortController();
    while (((await runner.reachedBy('matching')) ?? -1) < head) {
      if (performance.now() > until) throw new Error('the matcher did not catch up in time');
      await pause(10, waiting.signal);
    }
  }

  close(): Promise<void> {
    return this.app.close();
  }
}
