import { AccessModule } from '@ibex/access';
import { FixedClock, SequentialIds } from '@ibex/adapters/memory';
import { BoroughsModule } from '@ibex/boroughs';
import { DeliveryModule } from '@ibex/delivery';
import { IdentityModule } from '@ibex/identity';
import { CLOCK, CLUSTERS, EVENT_STORE, IDS, RECORDS, STATEMENT_SIGNER, TOKEN_VERIFIER } from '@ibex/kernel';
import type { EventStore, Reader, Records } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import { ProjectionsModule } from '@ibex/projections';
import type { PictureAnswer } from '@ibex/projections';
import { ProofModule } from '@ibex/proof';
import { createHttpApp, RuntimeModule, silentLog } from '@ibex/runtime';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export const HACKNEY = 'E09000012';
export const CROYDON = 'E09000008';
export const BRENT = 'E09000005';
export const LAMBETH = 'E09000022';
export const NOW = '2026-03-31T12:00:00.000Z';
export const clock = new FixedClock(NOW);

const verifier = {
  verify: (token: string) => Promise.resolve(JSON.parse(Buffer.from(token, 'base64url').toString())),
};
const signer = { sign: () => Promise.resolve(''), jwks: () => Promise.resolve({ keys: [] }) };

/** Which records are one child, as the spec says. */
export class SpokenClusters {
  private clusters: readonly (readonly string[])[] = [];

  join(...refs: readonly string[]): void {
    this.clusters = [...this.clusters, refs];
  }

  membersOf(recordRef: string): Promise<readonly string[]> {
    return Promise.resolve(this.clusters.find((refs) => refs.includes(recordRef)) ?? [recordRef]);
  }
}

@Module({})
class Exchange {}

/** What comes from outside: the clock stands still, and a token says in plain words who reads. */
@Module({})
class Edges {
  static with(clusters: SpokenClusters): DynamicModule {
    const edges = [
      { provide: CLOCK, useValue: clock },
      { provide: IDS, useValue: new SequentialIds() },
      { provide: TOKEN_VERIFIER, useValue: verifier },
      { provide: STATEMENT_SIGNER, useValue: signer },
      { provide: CLUSTERS, useValue: clusters },
    ];
    return { module: Edges, global: true, providers: edges, exports: edges.map(({ provide }) => provide) };
  }
}

type Data = Readonly<Record<string, unknown>>;
export type Told = Readonly<{ stream: string; type: string; by: string; data: Data; recordedAt?: string }>;
export type Answer = Readonly<{ status: number; body: PictureAnswer }>;

/** An exchange that holds what the spec tells it. */
export class PictureExchange {
  private told = 0;
  private position = -1;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly clusters: SpokenClusters,
  ) {}

  static async on(stores: readonly DynamicModule[]): Promise<PictureExchange> {
    const clusters = new SpokenClusters();
    const imports = [
      Edges.with(clusters),
      ...stores,
      ProofModule.forRoot({ pseudonymKey: new Uint8Array(32).fill(9) }),
      RuntimeModule.forRoot({ definitions, actions: [] }),
      ...[BoroughsModule.forRoot(), IdentityModule, AccessModule, DeliveryModule, ProjectionsModule],
    ];
    const app = await createHttpApp({ module: Exchange, imports }, { log: silentLog() });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new PictureExchange(app, clusters);
  }

  async introduce(authority: string, localId: string, dateOfBirth?: string): Promise<string> {
    const actor = { authority, person: 'p-1', role: 'placing-practitioner' };
    const by = { actor, commandId: `introduce-${authority}-${localId}`, correlationId: 'correlation' };
    const child = { localId, ...(dateOfBirth === undefined ? {} : { dateOfBirth }) };
    return (await this.app.get<Records>(RECORDS).introduce(child, by)).recordRef;
  }

  async tell(recordRef: string, { stream, type, by, data, recordedAt }: Told): Promise<string> {
    this.told += 1;
    const id = `fact-${String(this.told)}`;
    const appended = await this.app.get<EventStore>(EVENT_STORE).append(stream, 'any', [
      {
        ...{ id, type, data: { by, occurredAt: recordedAt ?? NOW, ...data } },
        metadata: {
          ...{ commandId: `command-${id}`, commandDigest: 'digest', correlationId: 'correlation' },
          actor: { authority: by, person: 'p-1', role: 'placing-practitioner' },
          ...{ schemaVersion: 1, recordRef },
        },
        recordedAt: recordedAt ?? '2026-03-30T09:00:00.000Z',
      },
    ]);
    this.position = appended.position;
    return id;
  }

  async get(reader: Reader, path: string, purpose?: string): Promise<Answer> {
    const authorization = `Bearer ${Buffer.from(JSON.stringify(reader)).toString('base64url')}`;
    const url = `${path}${path.includes('?') ? '&' : '?'}atLeast=${String(this.position)}`;
    const headers = { authorization, ...(purpose === undefined ? {} : { 'ibex-purpose': purpose }) };
    const answer = await this.app.inject({ method: 'GET', url, headers });
    return { status: answer.statusCode, body: answer.json<PictureAnswer>() };
  }

  picture(authority: string, recordRef: string, query = ''): Promise<Answer> {
    const reader: Reader = { authority, person: 'p-2', roles: ['mash'] };
    return this.get(reader, `/v1/children/${recordRef}/picture${query}`);
  }
}

/** One indicator of an answer, without what is the same for every child. */
export const indicatorOf = ({ body }: Answer, name: string) => {
  const found = body.indicators.find((each) => each.name === name);
  if (!found) throw new Error(`no indicator ${name}`);
  return found;
};
