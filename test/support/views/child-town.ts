import { AccessModule, accessDefinitions } from '@ibex/access';
import { SequentialIds } from '@ibex/adapters/memory';
import type { FixedClock } from '@ibex/adapters/memory';
import { BoroughsModule } from '@ibex/boroughs';
import { DeliveryModule, deliveryDefinitions } from '@ibex/delivery';
import { IdentityModule } from '@ibex/identity';
import {
  CLOCK,
  CLUSTERS,
  EVENT_STORE,
  IDS,
  RECORDS,
  SEALER,
  STATEMENT_SIGNER,
  TOKEN_VERIFIER,
} from '@ibex/kernel';
import type { Clusters, EventStore, Position, Reader, Records, Role, Sealer } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import { ProjectionsModule } from '@ibex/projections';
import { ProofModule } from '@ibex/proof';
import { createHttpApp, RuntimeModule, silentLog } from '@ibex/runtime';
import { Global, Inject, Injectable, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CAMDEN } from '../../../libs/projections/src/shared/placement.fixture';
import { settled } from '../settled';
import type { Told } from '../../../libs/projections/src/shared/replay.fixture';

const tokenOf = (reader: Reader): string => Buffer.from(JSON.stringify(reader)).toString('base64url');

/** Clusters as the links on record say: everything that was linked. */
@Injectable()
class LinksOnRecord implements Clusters {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  async membersOf(recordRef: string, before: Position = Infinity): Promise<readonly string[]> {
    const links: (readonly string[])[] = [];
    for await (const facts of this.store.readAll({ filter: { categories: ['link'] } }))
      for (const { data, position } of facts)
        if (position < before) links.push(data['refs'] as readonly string[]);
    const members = new Set([recordRef]);
    // as often as there are links, so that whatever order they came in all are followed
    for (const refs of links.flatMap(() => links))
      if (refs.some((ref) => members.has(ref))) for (const ref of refs) members.add(ref);
    return [...members].sort();
  }
}

@Global()
@Module({ providers: [{ provide: CLUSTERS, useClass: LinksOnRecord }], exports: [CLUSTERS] })
class LinksOnRecordModule {}

@Module({})
class Exchange {}

/** What comes from outside: the clock stands where it was set, and a token says in plain words who reads. */
@Module({})
export class Edges {
  static with(clock: FixedClock, store?: EventStore): DynamicModule {
    const verifier = {
      verify: (token: string) => Promise.resolve(JSON.parse(Buffer.from(token, 'base64url').toString())),
    };
    const signer = { sign: () => Promise.resolve(''), jwks: () => Promise.resolve({ keys: [] }) };
    const edges = [
      { provide: CLOCK, useValue: clock },
      { provide: IDS, useValue: new SequentialIds() },
      { provide: TOKEN_VERIFIER, useValue: verifier },
      { provide: STATEMENT_SIGNER, useValue: signer },
      ...(store ? [{ provide: EVENT_STORE, useValue: store }] : []),
    ];
    return { module: Edges, global: true, providers: edges, exports: edges.map(({ provide }) => provide) };
  }
}

export type Item = Readonly<Record<string, unknown>>;
export type Line = Item &
  Readonly<{ kind?: string; duty?: Readonly<{ state: string }>; recordRef?: string; type?: string }>;
export type Body = Item &
  Readonly<{ items: readonly Line[]; gaps: readonly Item[]; records: readonly Item[]; next?: string }>;

/** An exchange whose clock is moved by hand: what is told is recorded at the hour it is told. */
export class Town {
  private position = -1;
  private keys = 0;

  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly clock: FixedClock,
  ) {}

  static async open(clock: FixedClock, stores: readonly DynamicModule[]): Promise<Town> {
    const imports = [
      ...stores,
      ProofModule.forRoot({ pseudonymKey: new Uint8Array(32).fill(9) }),
      RuntimeModule.forRoot({
        definitions: [...definitions, ...deliveryDefinitions, ...accessDefinitions],
        actions: [],
      }),
      ...[BoroughsModule.forRoot(), LinksOnRecordModule, IdentityModule, AccessModule],
      ...[DeliveryModule, ProjectionsModule],
    ];
    const app = await createHttpApp({ module: Exchange, imports }, { log: silentLog() });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new Town(app, clock);
  }

  close(): Promise<void> {
    return this.app.close();
  }

  at(instant: string): void {
    this.clock.set(instant);
  }

  async introduce(authority: string, localId: string, surname: string): Promise<string> {
    const child = { localId, forename: 'Ada', surname, dateOfBirth: '2010-05-04' };
    const actor = { authority, person: 'p-1', role: 'placing-practitioner' };
    this.keys += 1;
    const by = { actor, commandId: `introduce-${String(this.keys)}`, correlationId: 'c' };
    return (await this.app.get<Records>(RECORDS).introduce(child, by)).recordRef;
  }

  async tell(told: Told, recordRef: string, personal?: object): Promise<string> {
    this.keys += 1;
    const id = `fact-${String(this.keys)}`;
    const sealed = personal && (await this.app.get<Sealer>(SEALER).seal(recordRef, id, personal));
    const { type, data, by = CAMDEN } = told;
    const metadata = {
      ...{ commandId: `c-${id}`, commandDigest: 'd', correlationId: 'c', schemaVersion: 1, recordRef },
      actor: { authority: by, person: 'p-1', role: 'placing-practitioner' },
    };
    const fact = { id, type, data, metadata, recordedAt: this.clock.now(), ...(sealed ? { sealed } : {}) };
    ({ position: this.position } = await this.app
      .get<EventStore>(EVENT_STORE)
      .append(told.stream, 'any', [fact]));
    await this.settled();
    return id;
  }

  /** Everything that was told is in every mailbox and view. */
  settled(): Promise<void> {
    return settled(this.app);
  }

  async ask(who: string, path: string, more: Readonly<{ roles?: Role[]; purpose?: string }> = {}) {
    const reader = { authority: who, person: 'p-2', roles: more.roles ?? (['mash'] as Role[]) };
    const headers = {
      authorization: `Bearer ${tokenOf(reader)}`,
      ...(more.purpose === undefined ? {} : { 'ibex-purpose': more.purpose }),
    };
    const answer = await this.app.inject({ method: 'GET', url: path, headers });
    return { status: answer.statusCode, text: answer.body, body: answer.json<Body>() };
  }

  async chronology(who: string, ref: string, query = ''): Promise<Body> {
    const { status, body } = await this.ask(who, `/v1/children/${ref}/chronology?limit=500${query}`);
    if (status !== 200) throw new Error(`answered with ${String(status)}`);
    return body;
  }

  async post(who: string, path: string, payload: object): Promise<void> {
    this.keys += 1;
    const reader = { authority: who, person: 'p-3', roles: ['duty-desk' as const] };
    const headers = {
      authorization: `Bearer ${tokenOf(reader)}`,
      'idempotency-key': `key-${String(this.keys)}`,
    };
    const answer = await this.app.inject({ method: 'POST', url: path, payload, headers });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    await this.settled();
  }

  async factsOf(...categories: readonly string[]): Promise<readonly Item[]> {
    const found: Item[] = [];
    for await (const facts of this.app.get<EventStore>(EVENT_STORE).readAll({ filter: { categories } }))
      for (const { data, metadata } of facts)
        found.push({ ...data, recordRef: metadata.recordRef, by: metadata.actor.authority });
    return found;
  }
}
